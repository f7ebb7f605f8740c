import type { Register } from '../../shared/register/register.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { writeWorkbook } from '../xlsx/write.ts';
import type { EnteredBefore } from './entered-before.ts';
import type { LastYear } from './last-year.ts';
import type { Output } from './publish.ts';
import { type TemplateBook, templateBooks } from './template-books.ts';

export { catalogVersion, workspaceId } from './template-books.ts';

/** Where the workbooks of a school year lie, below the workspace. */
export const templateFolder = (schoolYear: string): string => `templates/${schoolYear.replace('/', '-')}`;

/** A workbook to hand out as a file. */
export const bookOutput = (path: string, { inputs, plan }: TemplateBook): Output => ({
  path,
  handedOut: true,
  inputs,
  bytes: () => writeWorkbook(plan()),
});

/**
 * The workbooks to hand out for a school year: one per organisation open in it and one per district. Values of the
 * year before are shown beside the entry cells; rows of registers stand in their tabs.
 */
export const templateOutputs = (
  workspace: Workspace,
  register: Register,
  schoolYear: string,
  lastYear: LastYear,
  entered: EnteredBefore,
): Output[] =>
  templateBooks(workspace, register, schoolYear, lastYear, entered).map((book) =>
    bookOutput(`${templateFolder(schoolYear)}/${book.code}.xlsx`, book),
  );
