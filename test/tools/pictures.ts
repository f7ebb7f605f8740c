/**
 * Makes docs/images/*.png from the demonstration: run by hand after the looks have changed (`npm run pictures`, or with
 * names: `npm run pictures -- comparison`).
 * Needs LibreOffice, pdftoppm and pdftotext (poppler) and convert (ImageMagick).
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { renderToPng } from '../oracle/render.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const images = join(root, 'docs', 'images');

interface Picture {
  readonly name: string;
  /** Workbook inside the demonstration. */
  readonly workbook: string;
  /** Words that only the wanted page has; the first such page is taken. */
  readonly words: string;
}

const pictures: readonly Picture[] = [
  { name: 'summary-overview', workbook: 'outbox/district.xlsx', words: 'Что изменилось' },
  { name: 'summary-indicators', workbook: 'outbox/district.xlsx', words: 'Показатели района' },
  { name: 'summary-section', workbook: 'outbox/district.xlsx', words: 'Столбики в ячейке' },
  { name: 'summary-organisations', workbook: 'outbox/district.xlsx', words: 'Показатели по организациям' },
  { name: 'summary-quality', workbook: 'outbox/district.xlsx', words: 'Что не так' },
  { name: 'ministry-overview', workbook: 'outbox/ministry.xlsx', words: 'По направлениям' },
  { name: 'own-note', workbook: 'outbox/organisations/school-05.xlsx', words: 'Что показывают данные' },
  {
    name: 'comparison',
    workbook: 'region/outbox/comparison.xlsx',
    words: 'Сравнение районов по направлениям',
  },
  { name: 'entry-form', workbook: 'inbox/2024-25/school-05.xlsx', words: 'достигли базового уровня' },
];

/** Names on the command line, else all. */
const asked = process.argv.slice(2);
const wanted = pictures.filter(({ name }) => asked.length === 0 || asked.includes(name));

/** A4 landscape at this resolution is 1,400 pixels wide before its margins are cut. */
const dpi = 130;
const largest = 290_000;

async function firstPageWith(pdf: string, words: string, pages: number): Promise<number> {
  for (let page = 1; page <= pages; page++) {
    const { stdout } = await run('pdftotext', ['-f', `${page}`, '-l', `${page}`, '-layout', pdf, '-']);
    if (stdout.includes(words)) return page;
  }
  throw new Error(`no page of ${pdf} has «${words}»`);
}

/** Cuts the printed header and footer, then the white margins; few colours keep the file small. */
async function crop(page: string, target: string): Promise<void> {
  const cut = ['-gravity', 'north', '-chop', '0x64', '-gravity', 'south', '-chop', '0x59'];
  const trim = ['-fuzz', '2%', '-trim', '+repage', '-bordercolor', 'white', '-border', '16'];
  const small = ['-resize', '1400x>', '-colors', '64', '-depth', '8', '-strip'];
  await run('convert', [page, ...cut, ...trim, ...small, `png8:${target}`]);
  const { size } = await stat(target);
  if (size > largest) throw new Error(`${target} has ${size} bytes, more than ${largest}`);
}

const folder = await mkdtemp(join(tmpdir(), 'msoko-pictures-'));
try {
  await mkdir(images, { recursive: true });
  await run(process.execPath, [join(root, 'etl/bin/msoko.js'), 'demo', 'demo'], { cwd: folder });
  const rendered = new Map<string, readonly string[]>();
  for (const { name, workbook, words } of wanted) {
    const out = join(folder, workbook.replaceAll('/', '-'));
    const pages = rendered.get(workbook) ?? (await renderToPng(join(folder, 'demo', workbook), out, dpi));
    rendered.set(workbook, pages);
    const stem = workbook.slice(workbook.lastIndexOf('/') + 1).replace(/\.xlsx$/, '');
    const page = await firstPageWith(join(out, `${stem}.pdf`), words, pages.length);
    await crop(pages[page - 1] ?? '', join(images, `${name}.png`));
    process.stdout.write(`docs/images/${name}.png\n`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
