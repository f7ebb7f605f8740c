import { webLink } from '../issue/place.ts';
import type { RecordRow } from '../record/record.ts';
import { correctionCode } from '../submission/correction.ts';
import type { Report } from '../submission/report.ts';
import type { LiveCorrection, LiveStateRow } from './live-state.ts';

export interface CorrectionsInput {
  /** Rows of all registers. */
  readonly records: readonly RecordRow[];
  /** By unit. */
  readonly reports?: Readonly<Record<string, Report>>;
  readonly schoolYear: string;
}

/** Requests that nobody has granted or overtaken: the report is still in, and not handed in anew since. */
export function openCorrections({ records, reports, schoolYear }: CorrectionsInput): LiveStateRow[] {
  return records.flatMap((row, i): LiveStateRow[] => {
    if (row.record !== correctionCode || row.schoolYear !== schoolYear) return [];
    const { state, submittedOn } = reports?.[row.unit] ?? {};
    const day = typeof row.values.day === 'string' ? row.values.day : '';
    if (state === 'returned' || state === 'draft') return [];
    if (submittedOn !== undefined && day !== '' && submittedOn > day) return [];
    const text = (field: string): string => String(row.values[field] ?? '');
    const url = webLink(row.place);
    const content: LiveCorrection = {
      organisation: row.unit,
      day,
      place: [text('tab'), text('cell'), text('row'), text('period')].filter((t) => t !== '').join(', '),
      present: text('present'),
      wanted: text('wanted'),
      reason: text('reason'),
      ...(url !== undefined && { url }),
    };
    return [['correction', String(i + 1), content]];
  });
}
