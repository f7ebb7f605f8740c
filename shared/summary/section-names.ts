import type { Direction } from '../catalog/types.ts';

/** Longest name of a tab. */
const longest = 31;

/** As much of a title as fits, cut between words. */
function cut(title: string, room: number): string {
  if (title.length <= room) return title;
  const part = title.slice(0, room - 1);
  const end = part.lastIndexOf(' ');
  return `${part.slice(0, end > room / 2 ? end : room - 1).replace(/[,;: ]+$/, '')}…`;
}

/**
 * Names of the tabs of sections, «2.1 Низкие результаты»: number of the plan and short name of the direction, without
 * what a tab's name may not hold, none alike to another or to `taken`.
 */
export function sectionNames(
  sections: readonly { readonly number: string; readonly direction: Pick<Direction, 'title' | 'short'> }[],
  taken: readonly string[],
): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return sections.map(({ number, direction }) => {
    const name = `${number} ${direction.short || direction.title}`
      .replace(/[\\/?*[\]:]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '');
    let unique = cut(name, longest);
    for (let n = 2; used.has(unique.toLowerCase()); n++)
      unique = `${cut(name, longest - ` (${n})`.length)} (${n})`;
    used.add(unique.toLowerCase());
    return unique;
  });
}
