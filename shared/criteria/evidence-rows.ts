import { splitActivityKey } from '../activity/activity-key.ts';
import { trackerRegisters } from '../activity/known-registers.ts';
import type { Catalog } from '../catalog/types.ts';
import { linksOf, linksOfCriterion } from '../cycle/criterion-links.ts';
import type { Place } from '../issue/issue.ts';
import { previousSchoolYear } from '../period/period.ts';
import type { RecordRow } from '../record/record.ts';
import { criterionItems } from './criterion-item.ts';
import { judgedText } from './criterion-title.ts';
import { evidenceOf, isProof, type NamedEvidence } from './evidence.ts';
import { expectedItems } from './expected-items.ts';
import { criteriaRecords } from './known-records.ts';

/** One document or publication that proves something in a direction. */
export interface EvidenceRow {
  readonly direction: string;
  /** Links of the management cycle it stands for; none where no rule says so. */
  readonly links: readonly string[];
  readonly schoolYear: string;
  readonly unit: string;
  /** What it was named for. */
  readonly of: 'document' | 'criterion' | 'activity' | 'expected';
  /** Title of the document or activity, text of the criterion or of the expected result. */
  readonly title: string;
  readonly evidence: NamedEvidence;
  readonly place: Place;
}

export interface EvidenceInput {
  readonly catalog: Pick<Catalog, 'activities' | 'criteria' | 'expectedResults' | 'cycle'>;
  readonly schoolYear: string;
  readonly records: readonly RecordRow[];
  readonly units: ReadonlySet<string>;
}

/** Years shown: this one and the two before. */
const shownYears = 3;

function yearsUpTo(schoolYear: string): string[] {
  const years = [schoolYear];
  while (years.length < shownYears) years.push(previousSchoolYear(years[years.length - 1]!));
  return years;
}

/**
 * All evidence of the directions for three school years: the register of documents, what self-assessment, the tracker
 * and expected results name as proof. By direction as it comes, newest year first.
 */
export function evidenceRows({ catalog, schoolYear, records, units }: EvidenceInput): EvidenceRow[] {
  const years = yearsUpTo(schoolYear);
  const criteria = new Map(criterionItems(catalog.criteria).map((item) => [item.key, item]));
  const expected = new Map(expectedItems(catalog.expectedResults).map((item) => [item.key, item.expected]));
  const activities = new Map(catalog.activities.map((one) => [`${one.roadmap}/${one.id}`, one]));
  const ofRow = (row: RecordRow): Pick<EvidenceRow, 'direction' | 'links' | 'of' | 'title'> | undefined => {
    if (row.record === 'evidence') {
      const { direction, kind, title } = row.values;
      const links = catalog.cycle.filter((r) => r.source === 'document' && r.words.includes(String(kind)));
      return direction === undefined
        ? undefined
        : {
            direction: String(direction),
            links: links.map(({ link }) => link),
            of: 'document',
            title: String(title ?? ''),
          };
    }
    if (row.record === criteriaRecords.self) {
      const item = criteria.get(row.key ?? '');
      return (
        item && {
          direction: item.criterion.direction,
          links: linksOfCriterion(catalog.cycle, item.criterion),
          of: 'criterion',
          title: [item.criterion.no, judgedText(item)].join(' ').trim(),
        }
      );
    }
    if (row.record === trackerRegisters.activity) {
      const { roadmap = '', id = '' } = splitActivityKey(row.key ?? '') ?? {};
      const activity = activities.get(`${roadmap}/${id}`);
      return (
        activity && {
          direction: activity.direction,
          links: linksOf(catalog.cycle, 'activity', activity.title),
          of: 'activity',
          title: [activity.no, activity.title].join(' ').trim(),
        }
      );
    }
    const result = row.record === criteriaRecords.expected ? expected.get(row.key ?? '') : undefined;
    return (
      result && {
        direction: result.direction,
        links: linksOf(catalog.cycle, 'activity', result.result),
        of: 'expected',
        title: result.result,
      }
    );
  };
  const found = records.flatMap((row): EvidenceRow[] => {
    if (!units.has(row.unit) || !years.includes(row.schoolYear)) return [];
    const named = ofRow(row);
    const evidence = proofOf(row, named?.of);
    if (!named || (named.of !== 'document' && !isProof(evidence) && !evidence.badLink)) return [];
    return [{ ...named, schoolYear: row.schoolYear, unit: row.unit, evidence, place: row.place }];
  });
  return years.flatMap((year) => found.filter((row) => row.schoolYear === year));
}

/** The fields of each register that name a document, its date and its address. */
function proofOf(row: RecordRow, of: EvidenceRow['of'] | undefined): NamedEvidence {
  const { number, evidence, done_on: doneOn, ...rest } = row.values;
  const given = row.answers ? { answers: row.answers } : {};
  if (of === 'document')
    return evidenceOf({
      values: { ...rest, ...(number !== undefined && { document: `№ ${number}` }) },
      ...given,
    });
  if (of === 'activity')
    return evidenceOf({
      values: {
        ...rest,
        ...(evidence !== undefined && { document: evidence }),
        ...(doneOn !== undefined && { date: doneOn }),
      },
      ...given,
    });
  return evidenceOf(row);
}
