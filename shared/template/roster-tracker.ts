import type { TrackerRow } from '../activity/tracker-rows.ts';
import type { Catalog } from '../catalog/types.ts';
import { trackerTexts } from '../texts/tracker.ts';
import type { GivenRow } from './record-sheet.ts';

/**
 * Rows of the tracker by which a district speaks for its organisations: each activity on each date is a heading, with a
 * row per organisation below. `rows`: of all of them, in printed order.
 */
export function rosterTracker(
  rows: readonly TrackerRow[],
  { organisations }: { readonly organisations: readonly { readonly code: string; readonly name: string }[] },
  { records }: Pick<Catalog, 'records'>,
  record: string,
): GivenRow[] {
  const names = new Map(organisations.map(({ code, name }) => [code, name]));
  const printed = new Set(records.get(record)?.fields.flatMap((f) => (f.isPrinted ? [f.code] : [])));
  return rows.map(({ key, unit, headings, values, answers }): GivenRow => {
    const { no = '', title = '', deadline = '', target = '', due } = values;
    const entered = Object.entries(values).filter(([field]) => !printed.has(field));
    return {
      key,
      headings: [
        ...headings,
        trackerTexts.activity(
          `${no}`,
          `${title}`,
          `${deadline}`,
          `${target}`,
          due === undefined ? '' : `${due}`,
        ),
      ],
      values: { ...Object.fromEntries(entered), no, ...(due !== undefined && { due }) },
      ...(answers && { answers }),
      organisation: { code: unit, name: names.get(unit) ?? unit },
    };
  });
}
