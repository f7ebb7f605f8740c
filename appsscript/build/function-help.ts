import { addonFunctionHelp as help } from '../../shared/texts/addon-answer.ts';

const types = ['string', 'string', 'string', 'range', 'number'] as const;
const texts = [help.code, help.period, help.show, help.cells, help.count] as const;

/** Lines of the help of a custom function, which Sheets shows while a formula is typed. */
export const functionHelp = (name: string, parameters: readonly string[]): readonly string[] => [
  help.names[name as keyof typeof help.names],
  '',
  ...parameters.map((parameter, i) => `@param {${types[i]}} ${parameter} ${texts[i]}`),
  `@return {number|string} ${help.returns}`,
];
