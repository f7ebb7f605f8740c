import { googleClientTexts } from '../../../shared/texts/google-client.ts';
import { GoogleError } from './google-error.ts';

const isLoopback = (host: string) =>
  host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);

/**
 * The address that stands for Google: https anywhere, http on this machine only, since tokens travel there. Throws
 * GoogleError `root`.
 */
export function googleRoot(text: string): URL {
  const root = URL.canParse(text) ? new URL(text) : undefined;
  const isFit =
    root !== undefined &&
    (root.protocol === 'https:' || (root.protocol === 'http:' && isLoopback(root.hostname))) &&
    root.username === '' &&
    root.password === '' &&
    root.search === '' &&
    root.hash === '';
  if (!isFit) throw new GoogleError('root', googleClientTexts.badRoot(text.replace(/\/\/[^/@]*@/, '//')));
  return root;
}

/** The same call at another address: token, API and uploads keep their paths. */
export function atRoot(url: URL, root: URL): URL {
  return new URL(`${root.pathname.replace(/\/$/, '')}${url.pathname}${url.search}`, root.origin);
}
