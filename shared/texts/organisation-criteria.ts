/** What an organisation reads of its self-assessment in its own workbook. */
export const organisationCriteriaTexts = {
  tab: 'Самооценка',
  title: 'Самооценка по критериям',
  help: 'Ваши ответы и рядом — оценка района. Состояние считается по оценке района, а пока её нет — по Вашему ответу. У критерия со знаком «−» ответ «да» говорит против. Ответы вносятся на листе «Самооценка» Вашей книги.',
  answered: (n: number, all: number) => `Ответы даны на ${n} из ${all} критериев`,
  unanswered: (all: number) =>
    `Ответов пока нет: на листе «Самооценка» Вашей книги ${all} ${all % 10 === 1 && all % 100 !== 11 ? 'критерий' : 'критериев'}.`,
  reviewed: (n: number, differing: number) =>
    n === 0
      ? 'район ещё не оценивал'
      : differing === 0
        ? `район оценил ${n}, расхождений нет`
        : `район оценил ${n}, расходится ${differing}`,
  counts: (met: number, partly: number, notMet: number) =>
    `выполнено ${met}, частично ${partly}, не выполнено ${notMet}`,
  headings: [
    '№',
    'Критерий',
    'Знак',
    'Ваш ответ',
    'Оценка района',
    'Состояние',
    'Замечание района',
    'Документ',
    'Публикация',
  ],
  noAnswer: 'нет ответа',
  notReviewed: 'не оценивал',
};
