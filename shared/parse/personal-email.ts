/** Domains where anybody gets a mailbox. */
const publicDomains = new Set(
  (
    'mail.ru bk.ru inbox.ru list.ru internet.ru xmail.ru yandex.ru ya.ru yandex.com narod.ru rambler.ru lenta.ru ' +
    'autorambler.ru myrambler.ru ro.ru r0.ru vk.com gmail.com googlemail.com outlook.com hotmail.com live.com live.ru ' +
    'msn.com icloud.com me.com mac.com yahoo.com proton.me protonmail.com mail.com tut.by ukr.net'
  ).split(' '),
);

/** Organisations keep mailboxes at public domains too: these parts of an address name an office, not a person. */
const office =
  /school|sch?k?ool|shk?ol|s[oc]h?sh|sosh|soch|sosc|[mg][bkao]o?ou|mdou|m[bk]?dou|mou|m[kb]u|gimn|gymn|lic[ey]|lyce|internat|det_?sad|d[_-]?sad|sadik|kinder|^ds\d|^dou|dou\d|obraz|^obr|obr[_.-]|education|^edu|edu[_.-]|^uo[_.-]|[_.-]uo$|^uo$|^uo[a-z]*obr|^roo|rono|gorono|^imc|imc$|[_.-]imc|^imz|metod|^ddt|ddt|^cdt|cdo|^dush|sport|dyussh|^priem|^info|^office|^adm|admin|^secretar|^sekretar|director[_.-]?s|kanc|^post[_.-]?s|centr|center|bibl|library|museum|muzey|rayon|raion/;

/** An address at a public domain whose name is no office's; blanks around `@` hide nothing. */
export function hasPersonalEmail(text: string): boolean {
  if (!text.includes('@')) return false;
  const addresses =
    text.match(
      /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64} ?@ ?[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,40}){1,4}/g,
    ) ?? [];
  return addresses.some((address) => {
    const [name = '', domain = ''] = address.toLowerCase().replace(/ /g, '').split('@');
    return publicDomains.has(domain) && !office.test(name);
  });
}
