import path from 'node:path';
import { googleLoginTexts as texts } from '../../../shared/texts/google-login.ts';
import { scopesOf } from '../../google/client/scopes.ts';
import { readClient } from '../../google/login/client-file.ts';
import { LoginError } from '../../google/login/login-error.ts';
import { checkLoginFile, defaultLoginFile, saveLogin } from '../../google/login/save-login.ts';
import { signIn } from '../../google/login/sign-in.ts';
import { readConfig } from '../../workspace/config.ts';
import { workspacePaths } from '../../workspace/paths.ts';
import { CommandError, exitCodes } from '../command-error.ts';
import type { Command } from '../context.ts';
import { wholeNumber } from './whole-number.ts';

const defaultMinutes = 10;

function numberOption(
  raw: string | boolean | undefined,
  [least, most]: readonly [number, number],
  usual: number,
  trouble: (raw: string) => { readonly message: string; readonly hint: string },
): number {
  if (raw === undefined) return usual;
  const n = wholeNumber(raw, least, most);
  if (n !== undefined) return n;
  const { message, hint } = trouble(String(raw));
  throw new CommandError('login.options', message, hint);
}

export const loginCommand: Command = {
  name: 'login',
  summary: texts.summary,
  usage: ['msoko login --client ФАЙЛ [--manage] [--out ФАЙЛ]'],
  examples: [
    'msoko login --client client_secret.json --workspace район',
    'msoko login --client client_secret.json --manage',
  ],
  options: {
    client: { type: 'string', help: texts.client },
    manage: { type: 'boolean', help: texts.manage },
    out: { type: 'string', help: texts.out },
    port: { type: 'string', help: texts.port },
    minutes: { type: 'string', help: texts.minutes },
  },
  arity: [0, 0],
  async run({ streams, cwd, workspace, json, options }) {
    if (typeof options.client !== 'string')
      throw new CommandError('login.client', texts.noClient.message, texts.noClient.hint);
    const port = numberOption(options.port, [1024, 65_535], 0, texts.badPort);
    const minutes = numberOption(options.minutes, [1, 60], defaultMinutes, texts.badMinutes);
    const paths = workspacePaths(workspace);
    const { google } = await readConfig(paths.config);
    const configured =
      google?.credentials === undefined ? undefined : path.resolve(workspace, google.credentials);
    const file =
      typeof options.out === 'string' ? path.resolve(cwd, options.out) : (configured ?? defaultLoginFile());
    try {
      await checkLoginFile(file, paths);
      const client = await readClient(path.resolve(cwd, options.client));
      const root = process.env.MSOKO_GOOGLE_ROOT;
      const consent = await signIn({
        client,
        scopes: scopesOf[options.manage === true ? 'manage' : 'write'],
        port,
        timeoutMs: minutes * 60_000,
        ...(root !== undefined && root !== '' && { root }),
        show: (address) => {
          streams.log(`${texts.open(address)}\n${texts.waiting(minutes)}\n`);
        },
      });
      await saveLogin(file, client, consent);
      const { account, scopes } = consent;
      if (json)
        await streams.out(`${JSON.stringify({ file, ...(account !== undefined && { account }), scopes })}\n`);
      else {
        const mention = file === configured ? [] : [texts.mention(file)];
        await streams.out(`${[texts.saved(file, account), ...mention, texts.check].join('\n')}\n`);
      }
      return exitCodes.fine;
    } catch (error) {
      if (error instanceof LoginError) throw new CommandError(error.code, error.message, error.hint);
      throw error;
    }
  },
};
