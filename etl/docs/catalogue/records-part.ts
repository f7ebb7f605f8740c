import { choicesOf } from '../../../shared/catalog/choices.ts';
import type { Catalog, RecordField } from '../../../shared/catalog/types.ts';
import { cataloguePageTexts } from '../../../shared/texts/catalogue-page.ts';
import { head, row } from './names.ts';

const texts = cataloguePageTexts.records;

/** Registers of objects with their columns, in printing order. */
export function recordsPart(catalog: Catalog): string[] {
  const lines = ['<a id="records"></a>\n', `## ${texts.title}\n`, `${texts.intro}\n`];
  for (const kind of catalog.records.values()) {
    const who = kind.levels.map((level) => texts.levels[level]).join(', ');
    const period = kind.isStanding ? texts.standing : texts.yearly;
    lines.push(`### ${kind.title}\n`, `\`${kind.code}\`. ${texts.kept(who, period)} ${kind.help}\n`);
    if (kind.source !== '') lines.push(`${texts.source(kind.source)}\n`);
    lines.push(head(texts.columns));
    for (const field of kind.fields) {
      const name = field.unit === '' ? field.name : `${field.name}, ${field.unit}`;
      lines.push(row([`\`${field.code}\``, name, wanted(catalog, field), field.help]));
    }
    lines.push('');
  }
  return lines;
}

function wanted(catalog: Catalog, field: RecordField): string {
  const choices = choicesOf(catalog, field).map(({ title }) => title);
  const type = field.type === 'list' ? texts.list(choices.join('; ')) : texts.types[field.type];
  return field.required ? `${type}; ${texts.required}` : type;
}
