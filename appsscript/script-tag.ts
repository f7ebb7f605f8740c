const [opening, closing] = ['<script>', '</script>'];

/** A script as it stands in a page; one that closes its own tag would end early. */
export const scriptTag = (script: string): string =>
  `${opening}${script.replace(/<\/(script)/gi, (_, name: string) => `<\\/${name}`)}${closing}`;

/** The script of a page that has one. */
export const scriptOfPage = (page: string): string =>
  page.slice(page.indexOf(opening) + opening.length, page.lastIndexOf(closing));
