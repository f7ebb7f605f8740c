import type * as z from 'zod/mini';
import { compareText } from '../number/compare-text.ts';
import type { Draft } from './draft.ts';
import type { FaultList } from './fault.ts';
import { cell, type EffectiveRow, type EffectiveTables } from './merge-tables.ts';
import { References } from './references.ts';
import { clusterRow, referenceRow, toCluster, toReference } from './rows/comparison-rows.ts';
import { cycleRow, toCycleRule } from './rows/cycle-row.ts';
import { disclosureRow, toDisclosure } from './rows/disclosure-row.ts';
import { elementRow, toElement } from './rows/element-row.ts';
import { formRow, toForm } from './rows/form-row.ts';
import { indicatorRow, toIndicator } from './rows/indicator-row.ts';
import { originOf, readRow } from './rows/read-row.ts';
import { fieldRow, recordRow, toField, toRecord } from './rows/record-rows.ts';
import {
  activityRow,
  criterionRow,
  expectedRow,
  toActivity,
  toCriterion,
  toExpected,
} from './rows/roadmap-rows.ts';
import { checkRow, officialRow, peerRow, toCheck, toOfficial, toPeerRule } from './rows/rule-rows.ts';
import {
  calendarRow,
  dimensionRow,
  directionRow,
  roadmapRow,
  synonymRow,
  toCalendarDay,
  toDirection,
  toRoadmap,
  toSynonym,
} from './rows/small-rows.ts';
import { type TableKind, tableKindNames, tableKinds } from './table-kinds.ts';
import type { DataElement, Dimension, DimensionMember, Form, RecordField, RecordKind } from './types.ts';

/** Reads every row; rows with faults are left out, their codes remembered. */
export function readTables(tables: EffectiveTables, faults: FaultList): Draft {
  const broken = {} as Record<TableKind, Set<string>>;
  for (const kind of tableKindNames) broken[kind] = new Set();

  const read = <Row, Item>(
    kind: TableKind,
    schema: z.ZodMiniType<Row>,
    convert: (row: Row, entry: EffectiveRow) => Item,
  ): Item[] => {
    const items: Item[] = [];
    for (const entry of tables[kind].rows) {
      const row = readRow(entry, tableKinds[kind].columns, schema, faults);
      if (row === undefined) broken[kind].add(cell(entry.row, tableKinds[kind].key[0]!));
      else items.push(convert(row, entry));
    }
    return items;
  };

  const forms = byCode(read('forms', formRow, (row, entry) => toForm(row, originOf(entry))));
  const elements = byCode(
    read('elements', elementRow, (row, entry) => toElement(row, elementPlace(entry, forms.get(row.form)))),
  );
  const indicators = read('indicators', indicatorRow, toIndicator);
  const dimensions = toDimensions(read('dimensions', dimensionRow, (row) => row));
  const references = new References(
    elements.values(),
    indicators,
    dimensions,
    new Set([...broken.elements, ...broken.indicators]),
  );
  return {
    catalog: {
      roadmaps: byId(read('roadmaps', roadmapRow, (row, entry) => toRoadmap(row, originOf(entry)))),
      directions: byId(read('directions', directionRow, (row, entry) => toDirection(row, originOf(entry)))),
      forms,
      dimensions,
      elements,
      indicators,
      checks: read('checks', checkRow, (row, entry) => toCheck(row, originOf(entry))),
      peers: read('peers', peerRow, (row, entry) => toPeerRule(row, originOf(entry))),
      official: read('official', officialRow, (row, entry) => toOfficial(row, originOf(entry))),
      clusters: byOrder(read('clusters', clusterRow, toCluster)),
      reference: read('reference', referenceRow, toReference),
      synonyms: read('synonyms', synonymRow, toSynonym),
      activities: read('activities', activityRow, toActivity),
      expectedResults: read('expected', expectedRow, toExpected),
      criteria: read('criteria', criterionRow, toCriterion),
      cycle: read('cycle', cycleRow, toCycleRule),
      disclosures: read('disclosures', disclosureRow, toDisclosure),
      calendar: read('calendar', calendarRow, toCalendarDay).sort(
        (a, b) => compareText(a.day, b.day) || compareText(a.region, b.region),
      ),
      records: toRecords(
        read('records', recordRow, (row, entry) => toRecord(row, originOf(entry))),
        read('fields', fieldRow, (row, entry) => toField(row, originOf(entry))),
      ),
    },
    references,
    tables,
    broken,
    faults,
  };
}

/** The file of a built-in element names its direction; elsewhere it is the form's. */
function elementPlace(entry: EffectiveRow, form: Form | undefined) {
  const file = /(?:^|\/)data-elements\/([^/]+)\.csv$/.exec(entry.table.file)?.[1];
  const direction = (entry.table.origin === 'builtin' ? file : undefined) ?? form?.direction ?? '';
  const level: DataElement['level'] = form?.level ?? 'organisation';
  return { direction, level, origin: originOf(entry) };
}

const byCode = <T extends { readonly code: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.code, item]));

/** By `order`; rows of the same order stay as they stand. */
const byOrder = <T extends { readonly order: number }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => a.order - b.order);

const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** Members by `order`; a member without one takes the number of its row in the dimension. */
function toDimensions(rows: readonly z.infer<typeof dimensionRow>[]): Map<string, Dimension> {
  const members = new Map<string, DimensionMember[]>();
  for (const row of rows) {
    const list = members.get(row.dimension) ?? [];
    const order = row.order ?? list.length + 1;
    list.push({ member: row.member, title: row.title || row.member, order });
    members.set(row.dimension, list);
  }
  const dimensions = new Map<string, Dimension>();
  for (const [code, list] of members) {
    dimensions.set(code, { code, members: [...list].sort((a, b) => a.order - b.order) });
  }
  return dimensions;
}

/** Registers and their fields by `order`, then as written; what is printed stands before what is typed. */
function toRecords(
  kinds: readonly Omit<RecordKind, 'fields'>[],
  fields: readonly RecordField[],
): Map<string, RecordKind> {
  const byOrder = <T extends { readonly order: number }>(items: readonly T[]): T[] =>
    items
      .map((item, at) => ({ item, at }))
      .sort((a, b) => a.item.order - b.item.order || a.at - b.at)
      .map(({ item }) => item);
  const records = new Map<string, RecordKind>();
  for (const kind of byOrder(kinds)) {
    const own = byOrder(fields.filter((field) => field.record === kind.code));
    const ordered = [...own.filter((field) => field.isPrinted), ...own.filter((field) => !field.isPrinted)];
    records.set(kind.code, { ...kind, fields: ordered });
  }
  return records;
}
