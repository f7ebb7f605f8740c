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
  readonly of: 'document' | 'criterion' | 'expected';
  /** Title of the document, text of the criterion or of the expected result. */
  readonly title: string;
  readonly evidence: NamedEvidence;
  readonly place: Place;
}

export interface EvidenceInput {
  readonly catalog: Pick<Catalog, 'criteria' | 'expectedResults' | 'cycle' | 'records'>;
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
 * All evidence of the directions for three school years: the register of documents, what self-assessment and expected
 * results name as proof. By direction as it comes, newest year first.
 */
export function evidenceRows({ catalog, schoolYear, records, units }: EvidenceInput): EvidenceRow[] {
  const years = yearsUpTo(schoolYear);
  const criteria = new Map(criterionItems(catalog.criteria).map((item) => [item.key, item]));
  const expected = new Map(expectedItems(catalog.expectedResults).map((item) => [item.key, item.expected]));
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
    const evidence = named?.of === 'document' ? documentEvidence(row) : evidenceOf(row);
    if (!named || (named.of !== 'document' && !isProof(evidence) && !evidence.badLink)) return [];
    return [{ ...named, schoolYear: row.schoolYear, unit: row.unit, evidence, place: row.place }];
  });
  return years.flatMap((year) => found.filter((row) => row.schoolYear === year));
}

/** A row of the register of documents: its number stands where other rows name their document. */
function documentEvidence(row: RecordRow): NamedEvidence {
  const { number, ...rest } = row.values;
  return evidenceOf({
    values: { ...rest, ...(number !== undefined && { document: `№ ${number}` }) },
    ...(row.answers && { answers: row.answers }),
  });
}
