import type { Issue } from '../issue/issue.ts';
import { type IssueText, issueText } from './issues.ts';

/** How many cells are named; the rest is a number. */
const named = 12;

/** Words of one remark; obligatory cells of one tab that are empty share theirs. */
export function remarkText(issues: readonly [Issue, ...Issue[]]): IssueText {
  if (issues.length === 1) return issueText(issues[0]);
  const cells = issues.flatMap(({ place }) => place.cell ?? []);
  const left = cells.length - named;
  const list = `${cells.slice(0, named).join(', ')}${left > 0 ? ` и ещё ${left}` : ''}`;
  return {
    text: `Не заполнены обязательные показатели, ячеек: ${issues.length}.`,
    todo: `Заполните ячейки ${list}. Если показатель к организации не относится, введите «x».`,
  };
}
