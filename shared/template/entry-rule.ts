import type { DataElement } from '../catalog/types.ts';
import { formatNumber } from '../number/decimal.ts';
import type { EntryRule } from '../plan/plan.ts';
import { templateTexts } from '../texts/template.ts';

/** Limits of the messages beside a cell in Excel. */
const maxTitle = 32;
const maxText = 255;

/** Cut at a word, with an ellipsis, where a spreadsheet would refuse a longer text. */
export function clipped(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–—-]+$/u, '')}…`;
}

/** A number as people write it, with all its decimals. */
export const writtenNumber = (value: number): string => {
  const fraction = String(value).split('.')[1] ?? '';
  return formatNumber(value, Math.min(fraction.length, 9));
};

function limits(element: DataElement): string {
  const { rule } = templateTexts;
  if (element.min !== undefined && element.max !== undefined) {
    return ` ${rule.between(writtenNumber(element.min), writtenNumber(element.max))}`;
  }
  if (element.min !== undefined) return ` ${rule.from(writtenNumber(element.min))}`;
  return element.max === undefined ? '' : ` ${rule.to(writtenNumber(element.max))}`;
}

function expected(element: DataElement): string {
  const { rule } = templateTexts;
  switch (element.type) {
    case 'yes_no':
      return `${rule.yesNo}.`;
    case 'date':
      return `${rule.date}.`;
    case 'text':
      return `${rule.text}.`;
    case 'integer':
      return `${rule.integer}${limits(element)}, ${rule.words}.`;
    default:
      return `${rule.decimal(Number(element.type.slice(7)))}${limits(element)}, ${rule.words}.`;
  }
}

/** The rule of a cell by the element's type and bounds; the prompt is the element's help. */
export function entryRule(element: DataElement): EntryRule {
  const error = expected(element);
  const prompt = clipped(element.help === '' ? error : element.help, maxText);
  const words = { promptTitle: clipped(element.name, maxTitle), prompt, error: clipped(error, maxText) };
  const bounds = {
    ...(element.min === undefined ? {} : { min: element.min }),
    ...(element.max === undefined ? {} : { max: element.max }),
  };
  switch (element.type) {
    case 'integer':
      return { type: 'integer', ...bounds, ...words };
    case 'yes_no':
    case 'date':
    case 'text':
      return { type: element.type, ...words };
    default:
      return { type: 'decimal', digits: Number(element.type.slice(7)), ...bounds, ...words };
  }
}
