const code = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/;
const segment = /^[a-z0-9_]+$/;
const dimension = /^[a-z][a-z0-9_]*$/;
const id = /^[a-z0-9][a-z0-9_-]*$/;

/** Longest code of contracts §3. */
export const maxCodeLength = 80;

/** Codes of forms, elements, indicators and checks (contracts §3); the length is judged apart. */
export const isCode = (text: string): boolean => code.test(text);

/** Names of dimensions: one segment, since they stand in `dims` separated by spaces. */
export const isDimensionCode = (text: string): boolean => dimension.test(text);

/** Members of dimensions: the segments that make a code concrete. */
export const isMember = (text: string): boolean => segment.test(text);

/** Ids of directions and roadmaps; they may hold hyphens. */
export const isId = (text: string): boolean => id.test(text);

/** Whether a code is `whole` or lies below it: `social.large` is part of `social`. */
export const isPartOf = (part: string, whole: string): boolean =>
  part === whole || part.startsWith(`${whole}.`);
