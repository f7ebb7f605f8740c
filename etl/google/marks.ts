/** Keys of Drive `appProperties`; keys and values together at most 124 bytes each, which Drive counts in UTF-8. */
export const fileMarks = {
  kind: 'msokoKind',
  /** `<region>/<district>`. */
  workspace: 'msokoWorkspace',
  /** Code of the organisation or district. */
  unit: 'msokoUnit',
  /** `2025-26` */
  year: 'msokoYear',
  /** Tells further workbooks of the same unit and year apart: `all` where a district enters for its organisations. */
  part: 'msokoPart',
} as const;

/** `workbook`: people fill it in, and a district's carries our summary; `ministry`: what was shared, never a source. */
export type FileKind = 'workbook' | 'ministry';

/** `2025/26` → `2025-26`, as appProperties and folders write it. */
export const yearMark = (schoolYear: string): string => schoolYear.replace('/', '-');
