import { sourceName } from '../../../shared/issue/place.ts';
import { spreadsheetId, spreadsheetPath } from '../../../shared/issue/spreadsheet.ts';
import { cliTexts } from '../../../shared/texts/cli.ts';
import { nearest } from '../../../shared/texts/nearest.ts';
import { shownPath } from '../../run/shown-path.ts';
import { withStore } from '../../store/with-store.ts';
import { openWorkspace } from '../../workspace/open-workspace.ts';
import { CommandError, exitCodes } from '../command-error.ts';
import type { Command } from '../context.ts';
import { today } from '../today.ts';

/** A link to a spreadsheet as people copy it, or a path below the inbox. */
function pathOf(given: string): string {
  const id = spreadsheetId(given);
  return id === undefined
    ? shownPath(given.replaceAll('\\', '/').replace(/^(\.\/)?inbox\//, '')).path
    : spreadsheetPath(id);
}

export const withdrawCommand: Command = {
  name: 'withdraw',
  summary: cliTexts.withdraw.summary,
  usage: ['msoko withdraw ФАЙЛ', 'msoko withdraw ССЫЛКА'],
  examples: [
    'msoko withdraw 2024-25/school-3.xlsx',
    'msoko withdraw "https://docs.google.com/spreadsheets/d/…/edit"',
  ],
  arity: [1, 1],
  async run({ streams, workspace: dir, date, json, positionals }) {
    const path = pathOf(positionals[0]!);
    const workspace = await openWorkspace(dir);
    let name = path;
    await withStore(workspace, async (store) => {
      const sources = await store.sources();
      const source = sources.find((s) => s.path === path && s.state !== 'withdrawn');
      name = source === undefined ? path : sourceName(source);
      if (!source) {
        const known = sources.filter((s) => s.state !== 'withdrawn').map((s) => s.path);
        const texts = cliTexts.withdraw;
        throw new CommandError(
          'withdraw.unknown',
          texts.unknown(path, nearest(path, known)),
          texts.unknownHint,
        );
      }
      const { id, resumed } = await store.beginRun(date ?? today(workspace.config.timeZone));
      await store.setSourceState(id, source.id, 'withdrawn');
      // an interrupted run is not over: the next `run` takes it up
      if (!resumed) await store.finishRun(id, JSON.stringify({ withdrawn: path }), true);
    });
    await streams.out(
      json ? `${JSON.stringify({ withdrawn: path })}\n` : `${cliTexts.withdraw.done(name)}\n`,
    );
    return exitCodes.fine;
  },
};
