import { writeWorkbook } from '../../etl/xlsx/write.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import { smallCatalog } from '../fixtures/small-catalog.ts';
import { organisation, register } from '../fixtures/small-register.ts';
import { seeded } from './random.ts';

const subjects = ['ru', 'ma', 'ok', 'in', 'hi', 'ge', 'bi', 'ph', 'ch', 'so', 'li', 'it'];

/**
 * A workbook as a large school would send it, made by the product's own renderer: forms by quarter and subject,
 * live indicators, and the tabs of every template (with nine forms 14 in all), with about as many cells as asked for.
 */
export async function bigWorkbook(cells: number, forms = 9): Promise<Uint8Array> {
  // how many cells a line of a form takes, those of live checks included, is the renderer's business
  const few = cellsOf(planOf(2, forms));
  const perLine = cellsOf(planOf(3, forms)) - few;
  return writeWorkbook(planOf(Math.max(2, Math.round(2 + (cells - few) / perLine)), forms));
}

const cellsOf = (plan: Plan): number =>
  plan.sheets.reduce((sum, { rows }) => rows.reduce((all, row) => all + row.cells.length, sum), 0);

/** `lines` = elements per form. */
function planOf(lines: number, forms: number): Plan {
  const codes = Array.from({ length: forms }, (_, form) =>
    Array.from({ length: lines }, (_, line) => ({ code: `f${form}.e${line}`, form: `f${form}` })),
  ).flat();
  const catalog = smallCatalog({
    forms: Object.fromEntries(
      Array.from({ length: forms }, (_, i) => [
        `f${i}`,
        {
          title: `Форма ${i + 1}`,
          frequency: 'school_quarter' as const,
          order: i + 1,
          due: '11-10 01-20 04-05 06-10',
        },
      ]),
    ),
    dimensions: { subject: subjects },
    elements: Object.fromEntries(
      codes.map(({ code, form }, i) => [
        code,
        {
          form,
          name: `Обучающиеся, которые выполнили работу, строка ${i + 1}`,
          help: 'По журналам и протоколам за период; обучающийся учитывается один раз.',
          unit: 'человек',
          dims: ['subject'],
          min: 0,
        },
      ]),
    ),
    indicators: Array.from({ length: forms }, (_, i) => ({
      code: `share${i}`,
      kind: 'share' as const,
      numerator: `f${i}.e1`,
      denominator: `f${i}.e0`,
    })),
  });
  const school = organisation('school-01');
  const random = seeded(20);
  return templatePlan({
    catalog,
    register: register([school]),
    unit: { level: 'organisation', organisation: school },
    schoolYear: '2024/25',
    workspace: 'bench',
    catalogVersion: 'bench',
    fill: {
      value: () => (random(40) === 0 ? 'н/д' : random(900)),
      submitted: 'да',
      submittedOn: '2025-07-11',
      submittedByPost: 'заместитель директора',
    },
  });
}
