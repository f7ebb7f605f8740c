import type { FormField } from './fields.ts';

/** What is asked on one screen. */
export interface FormStep {
  /** What the fields have in common: members, or an element; empty where they are rows of the form. */
  readonly title: string;
  /** Of the element, where it is the title. */
  readonly help: string;
  readonly groups: readonly StepGroup[];
}

/** Fields under one heading; the heading is empty where the step's title says it. */
export interface StepGroup {
  readonly title: string;
  readonly fields: readonly StepField[];
}

export interface StepField {
  readonly field: FormField;
  readonly label: string;
  /** Whom to count; empty where the step says it. */
  readonly help: string;
}

/** More fields on a screen of 300 × 600 pixels lose the thread. */
const most = 6;
/** Lines of a narrow screen that a step may take; a field takes three beside its words. */
const tallest = 34;
const lineLength = 36;

/**
 * Cuts the fields of one period into short steps. Rows without dimensions come in groups of up to six. In a table, all
 * questions about one subject or class come together, so that parts and wholes are seen side by side; a table of one
 * question is cut along its members.
 */
export function stepsOf(fields: readonly FormField[]): FormStep[] {
  return grouped(fields, (field) => field.element.dims.join(' ')).flatMap((table) => {
    if (table[0]!.element.dims.length === 0)
      return rowsOf(table).map((part) => step('', [{ title: '', fields: part.map(byElement) }]));
    return new Set(table.map((field) => field.element.code)).size > 1 ? byMembers(table) : byElementOf(table);
  });
}

function grouped(fields: readonly FormField[], keyOf: (field: FormField) => string): FormField[][] {
  const groups = new Map<string, FormField[]>();
  for (const field of fields) {
    const key = keyOf(field);
    const group = groups.get(key);
    if (group) group.push(field);
    else groups.set(key, [field]);
  }
  return [...groups.values()];
}

/** Parts of nearly equal size: seven are four and three, not six and one. */
function parts<T>(list: readonly T[], size: number): T[][] {
  const count = Math.ceil(list.length / size);
  const at = (part: number): number => Math.ceil((part * list.length) / count);
  return Array.from({ length: count }, (_, i) => list.slice(at(i), at(i + 1)));
}

/** Lines that fields take. */
const heightOf = (fields: readonly FormField[]): number =>
  fields.reduce(
    (sum, { element: { name, help } }) =>
      sum + 3 + Math.ceil(name.length / lineLength) + Math.ceil(help.length / lineLength),
    0,
  );

/** Rows in order, as many as fit: explained questions take more room than short ones. */
function rowsOf(table: readonly FormField[]): FormField[][] {
  const steps = Math.max(1, Math.ceil(heightOf(table) / tallest), Math.ceil(table.length / most));
  return parts(table, Math.ceil(table.length / steps));
}

const step = (title: string, groups: readonly StepGroup[], help = ''): FormStep => ({ title, help, groups });

const byElement = (field: FormField): StepField => ({
  field,
  label: field.element.name,
  help: field.element.help,
});

const titleOf = (field: FormField): string => field.memberTitles.join(', ');

/** Several questions: a step per member, or a few members where there are few questions. */
function byMembers(table: readonly FormField[]): FormStep[] {
  const groups = grouped(table, (field) => field.members.join('.'));
  const widest = Math.max(...groups.map((group) => group.length));
  const highest = Math.max(...groups.map(heightOf));
  const together = Math.min(Math.floor(most / widest), Math.floor(tallest / highest));
  if (together < 2)
    return groups.flatMap((group) =>
      parts(group, most).map((part) => step(titleOf(part[0]!), [{ title: '', fields: part.map(byElement) }])),
    );
  return parts(groups, together).map((part) =>
    step(
      part.length === 1 ? titleOf(part[0]![0]!) : '',
      part.map((group) => ({
        title: part.length === 1 ? '' : titleOf(group[0]!),
        fields: group.map(byElement),
      })),
    ),
  );
}

/** One question: cut so that the last dimension runs within a step. */
function byElementOf(table: readonly FormField[]): FormStep[] {
  const { dims, name, help } = table[0]!.element;
  const lead = (field: FormField): string => field.members.slice(0, -1).join('.');
  const groups = dims.length > 1 && table.length > most ? grouped(table, lead) : [[...table]];
  return groups.flatMap((group) =>
    parts(group, most).map((part) =>
      step(
        name,
        [{ title: '', fields: part.map((field) => ({ field, label: titleOf(field), help: '' })) }],
        help,
      ),
    ),
  );
}

/** The fields of a step in the order of the screen. */
export const fieldsOfStep = ({ groups }: FormStep): FormField[] =>
  groups.flatMap(({ fields }) => fields.map(({ field }) => field));
