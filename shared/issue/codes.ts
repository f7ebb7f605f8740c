import type { Severity } from './issue.ts';

/** Every issue code of contracts §7 with its severity; the Russian texts stand in shared/texts/issues.ts. */
export const issueSeverities = {
  'file.not_zip': 'error',
  'file.truncated': 'error',
  'file.too_large': 'error',
  'file.bomb': 'error',
  'file.encrypted': 'error',
  'file.xls': 'error',
  'file.broken_xml': 'error',
  /** Extension: a .csv whose header is of no known kind, or another file type. */
  'file.unknown_kind': 'error',
  /** Extension: a file that lies in the inbox and could not be opened, or a link. */
  'file.unavailable': 'error',
  /** Extension: a CSV file whose quotes or columns do not add up, so that no value can be placed for sure. */
  'file.broken_csv': 'error',
  'workbook.no_meta': 'error',
  'workbook.foreign': 'error',
  'workbook.duplicate': 'warning',
  'workbook.older': 'warning',
  'workbook.newer': 'warning',
  'workbook.draft': 'info',
  /** Extensions: the answers to «Сдаю», and the district's decisions on reports. */
  'submission.answer': 'warning',
  'submission.date': 'warning',
  'submission.post': 'info',
  'submission.decision': 'warning',
  'key.missing': 'warning',
  'key.duplicate': 'error',
  'key.unknown': 'warning',
  'cell.not_number': 'error',
  'cell.not_integer': 'error',
  'cell.range': 'error',
  'cell.ambiguous': 'warning',
  'cell.formula_error': 'error',
  'cell.no_cached_value': 'error',
  'cell.merged': 'error',
  'cell.date': 'error',
  'cell.list': 'error',
  /** Extension: not an address that begins with http:// or https://. */
  'cell.link': 'error',
  'cell.personal_data': 'error',
  /** Extension: an element marked `required` in the catalogue has no value. */
  'cell.required': 'warning',
  'check.part_over_whole': 'error',
  'check.sum': 'error',
  'check.denominator': 'error',
  'check.decreased': 'warning',
  'check.jump': 'warning',
  'check.peer': 'warning',
  'value.conflict': 'error',
  'value.changed': 'info',
  'value.differs_from_official': 'warning',
  /** Extension: the unit does not owe this element (type, programme, condition); the value is kept and enters no figure. */
  'value.not_owed': 'warning',
  'source.gone': 'info',
  'register.incomplete': 'warning',
  /** Extension: a row of the register that cannot be used. */
  'register.invalid': 'error',
  'organisation.unknown': 'error',
  'organisation.closed': 'error',
  'element.unknown': 'error',
  /** Extension: values of elements that the workspace has switched off; they are not read. */
  'element.switched_off': 'info',
  'period.unknown': 'error',
  /** Extension: the school year is closed for entry. */
  'period.closed': 'error',
  'results.sum': 'error',
  'results.duplicate': 'warning',
  'results.unknown_subject': 'warning',
  /** Extension: a cell of a results file that must be a whole number is none. */
  'results.not_number': 'error',
  /** Extension: the column `roadmap` of districts.csv names a plan of which the catalogue holds nothing. */
  'roadmap.unknown': 'warning',
  'activity.unknown': 'error',
  'activity.deadline_before_approval': 'warning',
  /** Extensions: what Google refused or did not answer. */
  'google.unavailable': 'error',
  'google.quota': 'error',
  'google.storage_quota': 'error',
  'google.forbidden': 'error',
  'google.not_found': 'error',
  'google.unauthorised': 'error',
  'google.api_disabled': 'error',
  'google.credentials': 'error',
  'google.root': 'error',
  'google.bad_request': 'error',
  'google.not_spreadsheet': 'warning',
  'google.trashed': 'warning',
  /** Extension: a printed deadline of which some word stays unread. */
  'activity.deadline_not_understood': 'info',
} as const satisfies Record<string, Severity>;

export type IssueCode = keyof typeof issueSeverities;

const codes: ReadonlySet<string> = new Set(Object.keys(issueSeverities));

export const isIssueCode = (text: string): text is IssueCode => codes.has(text);
