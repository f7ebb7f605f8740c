import type { Formula, PlanCell, PlanSheet } from '../plan/plan.ts';
import { call, cell, literal } from './formula.ts';
import { submission } from './submission-cells.ts';
import { statusFormula } from './submission-formula.ts';
import type { UnitProfile } from './unit.ts';

/** Version of the entry tabs' layout, the number in `msoko:keys:1`. */
export const schemaVersion = '1';

/** What `_meta` says of the workbook beside its unit. */
export interface MetaInput {
  readonly unit: UnitProfile;
  readonly schoolYear: string;
  readonly workspace: string;
  readonly catalogVersion: string;
  /** Whether the title page asks to submit; a workbook without entry cells does not. */
  readonly hasSubmission: boolean;
  /** Tells a second workbook of the same unit and year from the first. */
  readonly part?: string;
}

/** Name of the hidden tab. */
export const metaTab = '_meta';

const orEmpty = (id: string): Formula => call('IF', call('ISBLANK', cell(id)), literal(''), cell(id));

/** The hidden `_meta` of contracts §5: A key, B value; status and submission follow the title page live. */
export function metaSheet(input: MetaInput): PlanSheet {
  const { unit, schoolYear, workspace, catalogVersion } = input;
  const live = (formula: Formula): Omit<PlanCell, 'column'> => (input.hasSubmission ? { formula } : {});
  const rows: readonly (readonly [string, Omit<PlanCell, 'column'>])[] = [
    ['schema', { value: schemaVersion, format: 'text' }],
    ['catalog', { value: catalogVersion, format: 'text' }],
    ['workspace', { value: workspace, format: 'text' }],
    [
      'workbook',
      { value: [unit.code, schoolYear, ...(input.part ? [input.part] : [])].join(':'), format: 'text' },
    ],
    ['unit', { value: unit.code, format: 'text' }],
    ['unit_type', { value: unit.level, format: 'text' }],
    ['roadmap', { value: unit.roadmaps.join(' '), format: 'text' }],
    ['school_year', { value: schoolYear, format: 'text' }],
    ['status', live(statusFormula)],
    ['submitted_on', { ...live(orEmpty(submission.on)), format: 'date' }],
    ['submitted_by_post', live(orEmpty(submission.post))],
  ];
  return {
    name: metaTab,
    hidden: true,
    protect: true,
    columns: [{ width: 20 }, { width: 40 }],
    rows: rows.map(([key, content]) => ({
      cells: [
        { column: 1, value: key },
        { column: 2, ...content },
      ],
    })),
    print: { orientation: 'portrait' },
  };
}
