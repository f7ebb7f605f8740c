import { resolveConcrete } from '../../../shared/catalog/concrete.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import { describeExpression } from '../../../shared/expression/describe.ts';
import { ExplainError, type Explanation, explain } from '../../../shared/indicator/explain.ts';
import type { EnteredPlace, ExplainedExpression } from '../../../shared/indicator/explain-expression.ts';
import { formatPlace, type Place } from '../../../shared/issue/issue.ts';
import { namedPlace } from '../../../shared/issue/place.ts';
import { formatNumber } from '../../../shared/number/decimal.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { cliTexts } from '../../../shared/texts/cli.ts';
import { nearest } from '../../../shared/texts/nearest.ts';
import { type Assessment, assess } from '../../run/assess.ts';
import { withStore } from '../../store/with-store.ts';
import { openWorkspace } from '../../workspace/open-workspace.ts';
import { CommandError, exitCodes } from '../command-error.ts';
import type { Command } from '../context.ts';
import { today } from '../today.ts';

const texts = cliTexts.explain;

export const explainCommand: Command = {
  name: 'explain',
  summary: texts.summary,
  usage: ['msoko explain ПОКАЗАТЕЛЬ --unit КОД --period ПЕРИОД'],
  examples: [
    'msoko explain oge.passed_share.all --unit school-05 --period 2024/25',
    'msoko explain control.noo.basic_share.math --unit predgorny --period 2024/25:end --json',
  ],
  options: { unit: { type: 'string', help: texts.unit }, period: { type: 'string', help: texts.period } },
  arity: [1, 1],
  async run({ streams, workspace: dir, date, json, positionals, options }) {
    const indicator = positionals[0]!;
    const { unit, period } = options;
    if (typeof unit !== 'string' || typeof period !== 'string') {
      throw new CommandError('explain.arguments', texts.need, cliTexts.seeHelpOf('explain'));
    }
    const workspace = await openWorkspace(dir);
    const day = date ?? today(workspace.config.timeZone);
    const assessment = await withStore(workspace, (store) => assess(workspace, store, day));
    const { catalog } = workspace;
    const places = new Map(
      assessment.observations.map((o) => [
        `${o.unit}\n${o.element}\n${o.period}`,
        enteredPlace(o, assessment),
      ]),
    );
    let explanation: Explanation;
    try {
      explanation = explain(
        { catalog, observations: assessment.columns, date: day },
        { indicator, unit, period },
        (u, element, p) => places.get(`${u}\n${element}\n${p}`),
      );
    } catch (error) {
      throw error instanceof ExplainError
        ? misunderstood(error, { indicator, unit, period }, assessment)
        : error;
    }
    if (json) await streams.out(`${JSON.stringify(explanation)}\n`);
    else await streams.out(`${tree(explanation, namesOf(catalog, assessment)).join('\n')}\n`);
    return exitCodes.fine;
  },
};

/** A value that the district entered for an organisation says so. */
function enteredPlace({ unit, place }: Observation, { enteredBy }: Assessment): EnteredPlace {
  const by = enteredBy.get(place.file);
  return by === undefined || by.district === unit ? place : { ...place, enteredBy: by };
}

function misunderstood(
  error: ExplainError,
  asked: { indicator: string; unit: string; period: string },
  { indicators }: Assessment,
): CommandError {
  const codes = [...new Set([...indicators.rows()].map((row) => row.indicator))];
  const message = {
    indicator: texts.unknownIndicator(asked.indicator, nearest(asked.indicator, codes)),
    unit: texts.unknownUnit(asked.unit),
    period: texts.unknownPeriod(asked.period),
  }[error.what];
  return new CommandError(`explain.${error.what}`, message, texts.listHint);
}

interface Names {
  readonly unit: (code: string) => string;
  readonly code: (code: string) => string | undefined;
}

function namesOf(catalog: Catalog, { register }: Assessment): Names {
  const units = new Map([...register.districts, ...register.organisations].map((u) => [u.code, u.name]));
  for (const d of register.districts) if (!units.has(d.region)) units.set(d.region, d.regionName);
  return {
    unit: (code) => units.get(code) ?? code,
    code: (code) =>
      resolveConcrete(catalog, code)?.element.name ?? catalog.indicators.find((i) => i.code === code)?.name,
  };
}

const number = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 3);

const reasonOf = (reason: string): string => texts.reasons[reason] ?? reason;

/** The lines of one unit and of everything below it. */
function tree(e: Explanation, names: Names, indent = ''): string[] {
  const { result, definition } = e;
  const head = `${indent}${names.unit(e.unit)} (${e.unit}), ${e.period}: `;
  const lines: string[] = [];
  if (indent === '') lines.push(definition.name || definition.title, ...formula(e, names), '');
  if (!result) lines.push(`${head}${texts.absent(texts.absences[e.absence ?? 'not_owed'] ?? '')}`);
  else {
    const shown =
      result.value === undefined ? reasonOf(result.reason) : `${number(result.value)} ${definition.unit}`;
    const parts =
      result.numerator === undefined || result.denominator === undefined
        ? ''
        : ` = ${texts.ratio(number(definition.factor), number(result.numerator), number(result.denominator))}`;
    const coverage = e.level === 'organisation' ? '' : ` ${texts.coverage(result.reported, result.expected)}`;
    lines.push(`${head}${shown}${result.value === undefined ? '' : parts}${coverage}`);
  }
  if (!result) return lines;
  for (const { side, of } of e.sides)
    lines.push(`${indent}  ${texts.sides[side]}:`, ...steps(of, names, `${indent}    `));
  for (const unit of e.units.filter((u) => u.result)) lines.push(...tree(unit, names, `${indent}  `));
  for (const [why, codes] of absentees(e))
    lines.push(`${indent}  ${texts.absentees(why, codes.map(names.unit))}`);
  return lines;
}

/** Units that are in no figure, by the reason why. */
function absentees({ units }: Explanation): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { result, absence = 'not_owed', unit } of units) {
    if (result) continue;
    const why = texts.absences[absence] ?? '';
    groups.set(why, [...(groups.get(why) ?? []), unit]);
  }
  return groups;
}

const formula = ({ definition }: Explanation, names: Names): string[] => [
  ...(definition.numerator
    ? [`  ${texts.sides.numerator}: ${describeExpression(definition.numerator, names.code)}`]
    : []),
  ...(definition.denominator
    ? [`  ${texts.sides.denominator}: ${describeExpression(definition.denominator, names.code)}`]
    : []),
];

const shownPlace = (place: Place): string =>
  place.title === undefined ? formatPlace(place) : `${namedPlace(place)} (${formatPlace(place)})`;

/** The lines of one expression, cells last. */
function steps(e: ExplainedExpression, names: Names, indent: string): string[] {
  const shown = e.value === undefined ? reasonOf(e.reason) : number(e.value);
  const enterer = e.cell?.place?.enteredBy;
  const by = enterer === undefined ? '' : ` ${texts.enteredByDistrict(enterer.post)}`;
  const place = e.cell?.place ? ` — ${shownPlace(e.cell.place)}${by}` : '';
  const what = e.cell ? (names.code(e.cell.element) ?? e.cell.element) : e.text;
  const code = e.cell ? ` [${e.cell.element}, ${e.cell.period}]` : '';
  const stray = e.cell && !e.cell.counts ? ` ${texts.stray}` : '';
  return [
    `${indent}${what}${code}: ${shown}${place}${stray}`,
    ...e.parts.flatMap((part) => steps(part, names, `${indent}  `)),
  ];
}
