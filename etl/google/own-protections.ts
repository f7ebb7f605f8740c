import { googleTexts } from '../../shared/texts/google-render.ts';

const descriptions: ReadonlySet<string> = new Set([
  googleTexts.protected,
  googleTexts.warned,
  googleTexts.between,
]);

/** Whether a protected range is one that we make, by what it says of itself; those of people stay as they are. */
export const isOwnProtection = (description: string | null | undefined): boolean =>
  descriptions.has(description ?? '');
