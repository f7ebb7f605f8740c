import { type Node, names, parse } from './syntax.ts';
import type { Row, Workspace } from './workspace.ts';

export const words = (text: string | undefined): string[] => (text ?? '').split(' ').filter((w) => w !== '');

/** What a code of an expression stands for: a base code, or a base code followed by one member of every dim. */
export interface Meaning {
  readonly is: 'element' | 'indicator';
  readonly code: string;
  readonly dims: readonly string[];
  /** Member by dimension, where the code is concrete. */
  readonly fixed: Readonly<Record<string, string>>;
}

/** Where an indicator's figures arise: `mixed` = one side from organisations, one from the district. */
export type Place = 'organisation' | 'district' | 'mixed';

/** Look-ups over the catalogue rows, by reading them again each time. */
export class Catalogue {
  private readonly w: Workspace;
  private readonly meanings = new Map<string, Meaning>();

  constructor(w: Workspace) {
    this.w = w;
  }

  element(code: string): Row {
    return this.w.elements.find((e) => e.code === code)!;
  }

  form(element: Row): Row {
    return this.w.forms.find((f) => f.code === element.form)!;
  }

  members(dimension: string): string[] {
    return this.w.dimensions.filter((d) => d.dimension === dimension).map((d) => d.member!);
  }

  versions(code: string): Row[] {
    return this.w.indicators.filter((i) => i.code === code);
  }

  meaning(name: string): Meaning {
    const meaning = this.meanings.get(name) ?? this.find(name);
    this.meanings.set(name, meaning);
    return meaning;
  }

  private find(name: string): Meaning {
    for (const is of ['element', 'indicator'] as const) {
      for (const row of is === 'element' ? this.w.elements : this.w.indicators) {
        const dims = words(row.dims);
        if (row.code === name) return { is, code: row.code, dims, fixed: {} };
        if (!name.startsWith(`${row.code}.`)) continue;
        const tail = name.slice(row.code!.length + 1).split('.');
        if (tail.length === dims.length && tail.every((m, i) => this.members(dims[i]!).includes(m))) {
          return { is, code: row.code!, dims, fixed: Object.fromEntries(dims.map((d, i) => [d, tail[i]!])) };
        }
      }
    }
    throw new RangeError(`unknown code: ${name}`);
  }

  side(definition: Row, side: 'numerator' | 'denominator'): Node | undefined {
    return definition[side] ? parse(definition[side]) : undefined;
  }

  /** Level of what one side is collected from; undefined for a side without inputs. */
  sideLevel(definition: Row, side: 'numerator' | 'denominator'): 'organisation' | 'district' | undefined {
    const node = this.side(definition, side);
    const [name] = node ? names(node) : [];
    if (name === undefined) return undefined;
    const meaning = this.meaning(name);
    if (meaning.is === 'element')
      return this.element(meaning.code).level === 'district' ? 'district' : 'organisation';
    // An indicator with a district input has no organisation rows, so it is an input of the district.
    return this.place(this.versions(meaning.code)[0]!) === 'organisation' ? 'organisation' : 'district';
  }

  place(definition: Row): Place {
    const levels = [this.sideLevel(definition, 'numerator'), this.sideLevel(definition, 'denominator')];
    if (!levels.includes('district')) return 'organisation';
    return levels.includes('organisation') ? 'mixed' : 'district';
  }

  frequency(definition: Row): string {
    const sides = [this.side(definition, 'numerator'), this.side(definition, 'denominator')];
    const name = sides.flatMap((node) => (node ? names(node) : []))[0]!;
    const meaning = this.meaning(name);
    return meaning.is === 'element'
      ? this.form(this.element(meaning.code)).frequency!
      : this.frequency(this.versions(meaning.code)[0]!);
  }

  /** Every choice of one member per dimension, as member by dimension. */
  choices(dims: readonly string[]): Record<string, string>[] {
    let all: Record<string, string>[] = [{}];
    for (const d of dims) all = all.flatMap((c) => this.members(d).map((m) => ({ ...c, [d]: m })));
    return all;
  }
}
