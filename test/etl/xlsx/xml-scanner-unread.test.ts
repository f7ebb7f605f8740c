import { expect, it } from 'vitest';
import { XmlScanner } from '../../../etl/xlsx/reading/xml-scanner.ts';

it('texts are passed over while the handler wants none, and heard again once it does', () => {
  const heard: string[] = [];
  let wantsText = false;
  const scanner = new XmlScanner({
    get wantsText() {
      return wantsText;
    },
    open: (name) => {
      wantsText = name === 'v';
    },
    close: () => {
      wantsText = false;
    },
    text: (text) => heard.push(text),
  });
  scanner.write('<c><f>IF(A1&lt;2,&quot;a&quot;)</f><v>1&amp;2</v>\n<![CDATA[3]]></c>');
  scanner.end();
  expect(heard).toEqual(['1&2']);
});
