import type { Engine } from '../../engine/main.ts';

let loaded: Engine | undefined;

/**
 * The engine, evaluated once per execution and only where a formula needs it: whatever stands in a .gs file is parsed
 * at every edit of a cell (decision record 031). It is our own file of the same project, built together with this one.
 */
export function loadEngine(): Engine {
  if (!loaded) {
    const page = HtmlService.createHtmlOutputFromFile('engine').getContent();
    const script = page.slice(page.indexOf('<script>') + '<script>'.length, page.lastIndexOf('</script>'));
    loaded = new Function(`${script}\nreturn msokoEngine.engine;`)() as Engine;
  }
  return loaded;
}
