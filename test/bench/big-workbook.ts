import { writeWorkbook } from '../../etl/xlsx/write.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import { smallCatalog } from '../fixtures/small-catalog.ts';
import { organisation, register } from '../fixtures/small-register.ts';
import { seeded } from './random.ts';

const subjects = ['ru', 'ma', 'ok', 'in', 'hi', 'ge', 'bi', 'ph', 'ch', 'so', 'li', 'it'];

/**
 * A workbook as a large school would send it, made by the product's own renderer: nine forms by quarter and subject,
 * live indicators, and the tabs of every template (14 in all). `lines` = elements per form; 17 give some 43,000 cells.
 */
export async function bigWorkbook(lines: number): Promise<Uint8Array> {
  const codes = Array.from({ length: 9 }, (_, form) =>
    Array.from({ length: lines }, (_, line) => ({ code: `f${form}.e${line}`, form: `f${form}` })),
  ).flat();
  const catalog = smallCatalog({
    forms: Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [
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
    indicators: Array.from({ length: 9 }, (_, i) => ({
      code: `share${i}`,
      kind: 'share' as const,
      numerator: `f${i}.e1`,
      denominator: `f${i}.e0`,
    })),
  });
  const school = organisation('school-01');
  const random = seeded(20);
  const plan = templatePlan({
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
  return writeWorkbook(plan);
}
