/** A home: a flat, or an address that is called somebody's. Addresses of schools have no flats. */
const shapes: readonly RegExp[] = [
  /(?:ул|улиц|пр|просп|пер|переул|мкр|д|дом|корп|с|г|п)(?:[а-яё]*\.?)[^;!?]{1,60}(?<![а-яё])кв(?:\.|артира)? ?№? ?\d{1,4}(?!\d)/i,
  /(?:домашн(?:ий|его|ем) адрес|адрес (?:проживания|прописки|регистрации по месту жительства)|прожива(?:ет|ющ[а-яё]+) по адресу|прописан[аы]? по адресу)[^а-яё]{0,4}[^;!?]{0,60}(?:\d|ул)/i,
];

export const hasHomeAddress = (text: string): boolean => shapes.some((shape) => shape.test(text));
