import { cliTexts } from '../../shared/texts/cli.ts';
import type { Command } from './context.ts';

const table = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`).join('\n');
};

/** The list of commands. */
export const generalHelp = (commands: readonly Command[]): string =>
  `${cliTexts.about}\n\n${cliTexts.commands}\n${table(commands.map((c) => [c.name, c.summary]))}\n\n${cliTexts.commonOptions}\n${table(cliTexts.commonOptionRows)}\n\n${cliTexts.moreHelp}\n`;

/** What one command does, how it is called, and examples. */
export function commandHelp(command: Command): string {
  const options = Object.entries(command.options ?? {}).map(
    ([name, option]) => [`--${name}${option.type === 'string' ? ' …' : ''}`, option.help] as const,
  );
  return [
    `${command.summary}`,
    `\n${cliTexts.usage}\n${command.usage.map((line) => `  ${line}`).join('\n')}`,
    `\n${cliTexts.options}\n${table([...options, ...cliTexts.commonOptionRows])}`,
    `\n${cliTexts.examples}\n${command.examples.map((line) => `  ${line}`).join('\n')}\n`,
  ].join('\n');
}
