import type { RecordRow } from '../record/record.ts';

/** What a row names as its proof. */
export interface NamedEvidence {
  readonly document?: string;
  /** `YYYY-MM-DD` */
  readonly date?: string;
  readonly link?: string;
  readonly comment?: string;
  /** An address was typed that cannot be opened. */
  readonly badLink?: boolean;
}

const textOf = (value: number | string | undefined): string | undefined =>
  value === undefined ? undefined : String(value);

/** Document, date and address of a row; whatever is missing is left out. */
export function evidenceOf({ values, answers }: Pick<RecordRow, 'values' | 'answers'>): NamedEvidence {
  const document = textOf(values.document);
  const date = textOf(values.date);
  const link = textOf(values.link);
  const comment = textOf(values.comment);
  return {
    ...(document !== undefined && { document }),
    ...(date !== undefined && { date }),
    ...(link !== undefined && { link }),
    ...(comment !== undefined && { comment }),
    ...(answers?.link === 'rejected' && { badLink: true }),
  };
}

/** A document or an address is proof; a date or a remark alone is none. */
export const isProof = ({ document, link }: NamedEvidence): boolean =>
  document !== undefined || link !== undefined;
