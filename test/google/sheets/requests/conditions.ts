import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { badRequest } from '../../errors.ts';
import { areaOf } from '../cells.ts';
import { type Batch, type Handler, tabOf } from './batch.ts';
import { requireCondition } from './cells.ts';

export const addConditionalFormatRule: Handler<sheets_v4.Schema$AddConditionalFormatRuleRequest> = (
  batch,
  request,
) => {
  const rule = structuredClone(request.rule ?? {});
  const tab = tabOf(batch, requireRule(batch, rule));
  const index = request.index ?? 0;
  if (index > tab.conditionalFormats.length)
    throw badRequest(`No conditional format on sheet: index ${index}`);
  tab.conditionalFormats.splice(index, 0, rule);
  return undefined;
};

export const updateConditionalFormatRule: Handler<sheets_v4.Schema$UpdateConditionalFormatRuleRequest> = (
  batch,
  request,
) => {
  const index = request.index ?? 0;
  const tab = tabOf(batch, request.sheetId ?? request.rule?.ranges?.[0]?.sheetId);
  const oldRule = tab.conditionalFormats[index];
  if (!oldRule)
    throw badRequest(`No conditional format on sheet: ${tab.properties.sheetId} at index: ${index}`);
  if (request.rule) {
    requireRule(batch, request.rule);
    tab.conditionalFormats[index] = structuredClone(request.rule);
    return { newRule: request.rule, newIndex: index, oldRule };
  }
  const newIndex = request.newIndex ?? 0;
  tab.conditionalFormats.splice(index, 1);
  tab.conditionalFormats.splice(newIndex, 0, oldRule);
  return { newRule: oldRule, newIndex, oldIndex: index };
};

export const deleteConditionalFormatRule: Handler<sheets_v4.Schema$DeleteConditionalFormatRuleRequest> = (
  batch,
  request,
) => {
  const tab = tabOf(batch, request.sheetId);
  const index = request.index ?? 0;
  const rule = tab.conditionalFormats[index];
  if (!rule) throw badRequest(`No conditional format on sheet: ${request.sheetId ?? 0} at index: ${index}`);
  tab.conditionalFormats.splice(index, 1);
  return { rule };
};

function requireRule(batch: Batch, rule: sheets_v4.Schema$ConditionalFormatRule): number {
  const sheets = new Set((rule.ranges ?? []).map((range) => range.sheetId ?? 0));
  if (sheets.size !== 1) throw badRequest('All ranges of a conditional format must be on the same sheet.');
  const [sheetId] = sheets;
  const tab = tabOf(batch, sheetId);
  for (const range of rule.ranges ?? []) areaOf(tab, range);
  requireCondition(rule.booleanRule?.condition);
  return sheetId!;
}
