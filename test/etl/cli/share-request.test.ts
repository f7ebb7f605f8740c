import { describe, expect, it } from 'vitest';
import { CommandError } from '../../../etl/cli/command-error.ts';
import { isConfirmation, shareRequest } from '../../../etl/cli/commands/share-request.ts';

type Options = Parameters<typeof shareRequest>[0];
const date = '2024-12-15';

describe('what msoko share is asked for', () => {
  it.each<[Options, string]>([
    [{ to: 'ivan.ivanov@gmail.com' }, 'share.personal'],
    [{ group: 'anna@mail.ru' }, 'share.personal'],
    [{ to: 'mon.example' }, 'share.mailbox'],
    [{ to: 'a@b' }, 'share.mailbox'],
    [{ domain: 'https://mon.example' }, 'share.domain'],
    [{ domain: 'a@mon.example' }, 'share.domain'],
    [{ to: 'a@mon.example', until: '2024-12-14' }, 'share.until'],
    [{ to: 'a@mon.example', until: '31.12.2025' }, 'share.until'],
    [{ until: '2025-12-14' }, 'share.no_one'],
    [{ revoke: true }, 'share.no_one'],
    [{ notify: true }, 'share.no_one'],
    [{ list: true, to: 'a@mon.example' }, 'share.mixed'],
    [{ revoke: true, to: 'a@mon.example', until: '2025-01-01' }, 'share.mixed'],
    [{ confirm: 'открыть всем по ссылке' }, 'share.mixed'],
  ])('%j: %s', (options, code) => {
    let error: unknown;
    try {
      shareRequest(options, date);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(CommandError);
    expect(error).toMatchObject({ code });
    expect(JSON.stringify([(error as CommandError).message, (error as CommandError).hint])).not.toMatch(
      /ivan|anna/,
    );
  });

  it('gives to each once, in small letters, and says so in the words that are written down', () => {
    const options = { to: 'A@mon.example,b@mon.example,a@MON.example', domain: 'mon.example', until: date };
    expect(shareRequest(options, date)).toEqual({
      grant: [
        { type: 'user', who: 'a@mon.example' },
        { type: 'user', who: 'b@mon.example' },
        { type: 'domain', who: 'mon.example' },
      ],
      revoke: [],
      until: date,
      notify: false,
      date,
      command: 'msoko share --to a@mon.example --to b@mon.example --domain mon.example --until 2024-12-15',
      onlyLooks: false,
    });
  });

  it('takes away from whoever is named, and keeps a person’s mailbox out of what is written down', () => {
    const { revoke, grant, command } = shareRequest(
      { revoke: true, to: 'anna@gmail.com', public: true },
      date,
    );
    expect(revoke).toEqual([
      { type: 'user', who: 'anna@gmail.com' },
      { type: 'anyone', who: '' },
    ]);
    expect(grant).toEqual([]);
    expect(command).toBe('msoko share --revoke --to a…@gmail.com --public');
  });

  it.each([
    ['открыть всем по ссылке', true],
    ['«Открыть всем по ссылке» ', true],
    ['"открыть всем по ссылке"', true],
    ['да', false],
    ['открыть всем', false],
    ['', false],
  ])('«%s» confirms: %s', (text, is) => {
    expect(isConfirmation(text)).toBe(is);
  });
});
