import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { Unreadable } from '../../../etl/xlsx/reading/unreadable.ts';
import { XmlScanner } from '../../../etl/xlsx/reading/xml-scanner.ts';

/** Events as short texts; neighbouring texts joined; undefined where the XML is refused. */
type Events = readonly string[] | undefined;

function joined(events: readonly string[]): string[] {
  const all: string[] = [];
  for (const event of events) {
    const last = all[all.length - 1];
    if (event === '~') continue;
    if (event.startsWith('~') && last?.startsWith('~')) all[all.length - 1] = last + event.slice(1);
    else all.push(event);
  }
  return all;
}

function ours(xml: string, chunk = xml.length || 1): Events {
  const events: string[] = [];
  const scanner = new XmlScanner({
    open: (name, attributes) => events.push(`<${name} a=${attributes.get('a')}`),
    close: (name) => events.push(`>${name}`),
    text: (text) => events.push(`~${text}`),
  });
  try {
    for (let at = 0; at < xml.length; at += chunk) scanner.write(xml.slice(at, at + chunk));
    scanner.end();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
  return joined(events);
}

function saxes(xml: string): Events {
  const events: string[] = [];
  const parser = new SaxesParser();
  let failed = false;
  let depth = 0;
  parser.on('error', () => {
    failed = true;
  });
  parser.on('doctype', () => {
    failed = true;
  });
  parser.on('opentag', (tag) => {
    depth++;
    events.push(`<${tag.name} a=${tag.attributes.a}`);
  });
  parser.on('closetag', (tag) => {
    depth--;
    events.push(`>${tag.name}`);
  });
  // blanks around the root are no content
  parser.on('text', (text) => depth > 0 && events.push(`~${text}`));
  parser.on('cdata', (text) => events.push(`~${text}`));
  parser.write(xml).close();
  return failed ? undefined : joined(events);
}

const text = fc.constantFrom(
  '',
  'т',
  ' ',
  '&amp;',
  '&lt;',
  '&#65;',
  '&#x416;',
  '\n',
  '\r\n',
  'a>b',
  '<!-- - -->',
  '<![CDATA[<&]]>',
  '<?p x?>',
);
const attribute = fc.constantFrom('', ' a="1"', " a='x\"y'", ' b = "2" a="&quot;"', ' x:a="3"', '\n a="я"');
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    text,
    fc
      .tuple(fc.constantFrom('c', 'v', 'x:row'), attribute, fc.array(tie('tree'), { maxLength: 4 }))
      .map(([name, attributes, children]) => `<${name}${attributes}>${children.join('')}</${name}>`),
    fc.tuple(fc.constantFrom('c', 'f'), attribute).map(([name, attributes]) => `<${name}${attributes}/>`),
  ),
}));
const document = fc
  .tuple(fc.constantFrom('', '<?xml version="1.0"?>\n', '<!-- c -->'), fc.array(tree, { maxLength: 5 }))
  .map(([head, children]) => `${head}<root>${children.join('')}</root>\n`);

describe('the scanner against saxes', () => {
  it('meets the same tags, attributes and texts in sound XML', () => {
    fc.assert(
      fc.property(document, (xml) => {
        const expected = saxes(xml);
        expect(expected).toBeDefined();
        expect(ours(xml)).toEqual(expected);
      }),
    );
  });

  it('does not care where the pieces are cut', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 1, max: 40 }), (xml, chunk) => {
        expect(ours(xml, chunk)).toEqual(ours(xml));
      }),
    );
  });

  it('refuses whatever is cut off before the end', () => {
    fc.assert(
      fc.property(document, fc.double({ min: 0, max: 0.99, noNaN: true }), (xml, part) => {
        const whole = xml.trimEnd();
        expect(ours(whole.slice(0, Math.floor(whole.length * part)))).toBeUndefined();
      }),
    );
  });
});

describe('broken XML', () => {
  it.each([
    ['nothing', ''],
    ['no root', 'text'],
    ['a text after the root', '<a/>text'],
    ['two roots', '<a/><b/>'],
    ['crossed tags', '<a><b></a></b>'],
    ['a wrong end', '<a></b>'],
    ['an end without a start', '<a/></a>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['an attribute without a value', '<a b/>'],
    ['attributes that touch', '<a b="1"c="2"/>'],
    ['a bracket in an attribute', '<a b="<"/>'],
    ['a bare ampersand', '<a>&</a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['an inherited name as an entity', '<a>&constructor;</a>'],
    ['a character beyond Unicode', '<a>&#x110000;</a>'],
    ['a character reference to nothing', '<a>&#0;</a>'],
    ['a document type', '<!DOCTYPE a><a/>'],
    ['an entity declaration', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['an unfinished comment', '<a><!-- </a>'],
    ['a space before the name', '< a/>'],
    ['endless nesting', '<a>'.repeat(10_000) + '</a>'.repeat(10_000)],
  ])('%s', (_, xml) => {
    expect(ours(xml)).toBeUndefined();
  });
});
