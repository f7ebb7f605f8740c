/** A flat: addresses of schools have none. */
const flat = /(?<![а-яё])кв(?:\.|артир[а-яё]*)? ?№? ?\d{1,4}(?!\d)/gi;
const street = /(?:^|[^а-яё])(?:ул|улиц|пр|просп|пер|переул|мкр|д|дом|корп|с|г|п|пос)(?:[а-яё]*)[. ,]/i;
const home =
  /(?:домашн(?:ий|его|ем) адрес|адрес (?:проживания|прописки|регистрации по месту жительства)|прожива(?:ет|ющ[а-яё]+) по адресу|прописан[аы]? по адресу)[^а-яё]{0,4}[^;!?]{0,60}(?:\d|ул)/i;

/** A home: an address with a flat, or one that is called somebody's. */
export function hasHomeAddress(text: string): boolean {
  if (home.test(text)) return true;
  flat.lastIndex = 0;
  for (let found = flat.exec(text); found; found = flat.exec(text)) {
    if (street.test(text.slice(Math.max(0, found.index - 80), found.index))) return true;
  }
  return false;
}
