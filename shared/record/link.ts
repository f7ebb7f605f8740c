/** An address people can open: http or https, one, with a host. */
const address = /^https?:\/\/[^\s/?#@:.]+(?:\.[^\s/?#@:.]+)+(?::\d{1,5})?(?:[/?#]\S*)?$/i;

/** The address as typed, or undefined where it is none. Addresses with a name and password in them are none. */
export const parseLink = (text: string): string | undefined => {
  const trimmed = text.trim();
  return trimmed.length <= 2000 && address.test(trimmed) ? trimmed : undefined;
};
