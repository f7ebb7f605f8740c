import { type FormCalendar, formCalendar } from '../form-calendar/form-calendar.ts';
import type { District } from '../register/register.ts';
import { activityViewTexts } from '../texts/activity-views.ts';
import { managementTexts } from '../texts/management.ts';
import { recordViewTexts } from '../texts/record-views.ts';
import { registerViewTexts } from '../texts/register-view.ts';
import { sectionTexts } from '../texts/sections.ts';
import { shareTexts } from '../texts/share.ts';
import { summaryTexts } from '../texts/summary.ts';
import { type ActivityProgress, activityProgress } from './activity-progress.ts';
import { type AssessmentTable, assessmentTable } from './assessments.ts';
import { type CourseRequest, courseRequest } from './course-request.ts';
import { districtUnits } from './district-units.ts';
import { type IndicatorTable, indicatorTable } from './indicator-rows.ts';
import type { JournalEntry, SummaryInput } from './input.ts';
import { type IssueList, issueList } from './issue-list.ts';
import { type Management, management } from './management.ts';
import { type Matrix, matrix } from './matrix.ts';
import { type Priority, priorities } from './priorities.ts';
import { type RecordTable, recordTables } from './records.ts';
import { type RegisterTable, registerTable } from './register-rows.ts';
import { type Rotation, rotation } from './rotation.ts';
import { type Section, sections } from './sections.ts';
import { type Submission, submission } from './submission.ts';
import { type Satisfaction, type SurveyFigures, satisfaction, surveyFigures } from './survey-figures.ts';

/** What the summary says, before any look: sheets and the page render the same model. Figures are unrounded. */
export interface SummaryModel {
  readonly district: District;
  readonly date: string;
  readonly schoolYear: string;
  readonly submission: Submission;
  readonly calendar: FormCalendar;
  readonly indicators: IndicatorTable;
  readonly matrix: Matrix;
  readonly sections: readonly Section[];
  readonly assessments: AssessmentTable;
  readonly records: readonly RecordTable[];
  readonly rotation: Rotation | undefined;
  readonly surveys: readonly SurveyFigures[];
  readonly satisfaction: Satisfaction | undefined;
  readonly courses: CourseRequest | undefined;
  readonly management: Management | undefined;
  readonly activities: ActivityProgress | undefined;
  readonly register: RegisterTable;
  readonly issues: IssueList;
  readonly priorities: readonly Priority[];
  /** Newest first; `no` counts from the oldest. */
  readonly journal: readonly (JournalEntry & { readonly no: number })[];
}

/** Throws UnknownDistrict. */
export function summaryModel(input: SummaryInput): SummaryModel {
  const units = districtUnits(input);
  const sent = submission(input, units);
  const issues = issueList(input, units);
  const indicators = indicatorTable(input, units);
  const cross = matrix(input, units);
  return {
    district: units.district,
    date: input.date,
    schoolYear: input.schoolYear,
    submission: sent,
    calendar: formCalendar(input, units),
    indicators,
    matrix: cross,
    sections: sections(input, units, indicators, cross, [
      ...Object.values(summaryTexts.tabs),
      ...Object.values(recordViewTexts.tabs),
      ...Object.values(activityViewTexts.tabs),
      sectionTexts.like.tab,
      shareTexts.sheet.tab,
      registerViewTexts.tab,
      ...Object.values(managementTexts.tabs),
    ]),
    assessments: assessmentTable(input, units),
    records: recordTables(input, units),
    rotation: rotation(input, units),
    surveys: surveyFigures(input, units),
    satisfaction: satisfaction(input, units),
    courses: courseRequest(input, units),
    management: management(input, units),
    activities: activityProgress(input),
    register: registerTable(input, units),
    issues,
    priorities: priorities(sent, issues),
    journal: input.journal.map((entry, i) => ({ ...entry, no: i + 1 })).reverse(),
  };
}
