/** Answers to «Сдаю» as the list of the title page has them; apart, since the add-on writes them too. */
export const submitWords = { yes: 'да', no: 'нет' } as const;

/** The tab in which the night tells an organisation what to mend. */
export const remarksTab = 'Замечания';
