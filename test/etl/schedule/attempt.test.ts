import { describe, expect, it } from 'vitest';
import { endOf } from '../../../etl/schedule/attempt.ts';
import { isLogLine, logLine } from '../../../etl/schedule/log-line.ts';

const ran = JSON.stringify({
  ran: true,
  lastRun: '2026-11-23T03:00:00+03:00',
  report: { workbooks: { failed: 2 } },
});
const idle = JSON.stringify({ ran: false, lastRun: null });
const error = (message: string) =>
  JSON.stringify({ error: { code: 'file.access', message, hint: 'Проверьте папку.' } });

describe('endOf', () => {
  it.each([
    ['a run', 0, null, ran, { kind: 'done', lastRun: '2026-11-23T03:00:00+03:00', unreadable: 2 }],
    ['errors in the data', 1, null, ran, { kind: 'done' }],
    ['unreadable files', 3, null, ran, { kind: 'done', unreadable: 2 }],
    [
      'a night whose Google part is not done',
      3,
      null,
      JSON.stringify({ ...JSON.parse(ran), unfinished: { message: 'Google не отвечает.', hint: 'Ждать.' } }),
      { kind: 'failed', isPartial: true, message: 'Google не отвечает.', hint: 'Ждать.' },
    ],
    ['nothing due', 0, null, idle, { kind: 'done', lastRun: null }],
    ['a held store', 4, null, error('занято'), { kind: 'locked' }],
    [
      'wrong settings',
      2,
      null,
      error('Нет файла.'),
      { kind: 'failed', message: 'Нет файла.', hint: 'Проверьте папку.' },
    ],
    ['a fault of ours', 70, null, error('Сбой.'), { kind: 'failed', message: 'Сбой.' }],
    ['a crash', null, 'SIGSEGV', '', { kind: 'failed', message: expect.stringContaining('SIGSEGV') }],
    ['an exit without an answer', 134, null, '', { kind: 'failed', message: expect.stringContaining('134') }],
    ['success without an answer', 0, null, 'hello\n', { kind: 'failed' }],
    ['half an answer', 0, null, ran.slice(0, 30), { kind: 'failed' }],
  ])('%s', (_, code, signal, answer, ended) => {
    expect(endOf(code, signal, answer)).toMatchObject(ended);
  });

  it('keeps the name of a person out of the log', () => {
    const ended = endOf(2, null, error('Нельзя прочитать /w/inbox/Иванова Мария Петровна.xlsx (EACCES).'));
    expect(JSON.stringify(ended)).not.toMatch(/Иванова|Мария/);
    expect(ended).toMatchObject({ kind: 'failed', message: expect.stringContaining('file.access') });
  });
});

describe('logLine', () => {
  it('is one line with the time of the zone and its distance from UTC', () => {
    const line = logLine('Первое.\n  Второе.\n', 'Asia/Kamchatka', Date.parse('2026-11-22T15:00:05Z'));
    expect(line).toBe('2026-11-23 03:00:05+12:00 Первое.; Второе.\n');
    expect(isLogLine(line)).toBe(true);
  });

  it.each(['', 'node: bad option', '#  Fatal error in v8', '2026-11-23 03:00 без секунд'])(
    'does not take «%s» for its own',
    (line) => {
      expect(isLogLine(line)).toBe(false);
    },
  );
});
