import { addonFunctionHelp as help } from '../../shared/texts/addon-answer.ts';
import { functionParameters } from '../entries.ts';

const [code, period, show, cells, count] = functionParameters;

const parameters = [
  `@param {string} ${code} ${help.code}`,
  `@param {string} ${period} ${help.period}`,
  `@param {string} ${show} ${help.show}`,
  `@param {range} ${cells} ${help.cells}`,
  `@param {number} ${count} ${help.count}`,
  `@return {number|string} ${help.returns}`,
];

/** Lines of the help of each custom function, which Sheets shows while a formula is typed. */
export const functionHelp: Readonly<Record<string, readonly string[]>> = {
  МСОКО: [help.what, '', ...parameters],
  MSOKO: [help.alias, '', ...parameters],
};
