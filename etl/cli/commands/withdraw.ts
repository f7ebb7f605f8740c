import { cliTexts } from '../../../shared/texts/cli.ts';
import { nearest } from '../../../shared/texts/nearest.ts';
import { shownPath } from '../../run/shown-path.ts';
import { withStore } from '../../store/with-store.ts';
import { openWorkspace } from '../../workspace/open-workspace.ts';
import { CommandError, exitCodes } from '../command-error.ts';
import type { Command } from '../context.ts';
import { today } from '../today.ts';

export const withdrawCommand: Command = {
  name: 'withdraw',
  summary: cliTexts.withdraw.summary,
  usage: ['msoko withdraw ФАЙЛ'],
  examples: ['msoko withdraw 2024-25/school-3.xlsx'],
  arity: [1, 1],
  async run({ streams, workspace: dir, date, json, positionals }) {
    const { path } = shownPath(positionals[0]!.replaceAll('\\', '/').replace(/^(\.\/)?inbox\//, ''));
    const workspace = await openWorkspace(dir);
    await withStore(workspace, async (store) => {
      const sources = await store.sources();
      const source = sources.find((s) => s.path === path && s.state !== 'withdrawn');
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
      json ? `${JSON.stringify({ withdrawn: path })}\n` : `${cliTexts.withdraw.done(path)}\n`,
    );
    return exitCodes.fine;
  },
};
