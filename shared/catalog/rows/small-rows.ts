import * as z from 'zod/mini';
import type { CalendarDay } from '../../period/working-calendar.ts';
import * as f from '../field.ts';
import type { Direction, Origin, Roadmap, Synonym } from '../types.ts';

export const directionRow = z.object({ id: f.idCode, title: f.text, mechanism: f.text, short: f.text });

export const toDirection = (row: z.infer<typeof directionRow>, origin: Origin): Direction => ({
  id: row.id,
  title: row.title || row.id,
  mechanism: row.mechanism,
  short: row.short,
  origin,
});

export const roadmapRow = z.object({
  id: f.idCode,
  district: f.text,
  region: f.text,
  title: f.text,
  approved_by: f.text,
  approved_on: f.day,
  period_from: f.day,
  period_to: f.day,
  source: f.text,
  note: f.text,
});

export const toRoadmap = (row: z.infer<typeof roadmapRow>, origin: Origin): Roadmap => ({
  id: row.id,
  district: row.district,
  region: row.region,
  title: row.title || row.id,
  approvedBy: row.approved_by,
  approvedOn: row.approved_on,
  periodFrom: row.period_from,
  periodTo: row.period_to,
  source: row.source,
  note: row.note,
  origin,
});

export const dimensionRow = z.object({
  dimension: f.dimensionCode,
  member: f.memberCode,
  title: f.text,
  order: f.whole,
});

export const synonymRow = z.object({ dimension: f.dimensionCode, member: f.memberCode, word: f.someText });

export const toSynonym = (row: z.infer<typeof synonymRow>): Synonym => row;

/** A row of calendar/*.csv. */
export const calendarRow = z.object({
  region: f.text,
  day: f.someDay,
  work: f.flag,
  title: f.text,
  source: f.text,
  provisional: f.flag,
});

export const toCalendarDay = ({ work, ...row }: z.infer<typeof calendarRow>): CalendarDay => ({
  ...row,
  works: work,
});
