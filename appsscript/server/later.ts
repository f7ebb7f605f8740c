type Handlers = Readonly<Record<string, (...args: unknown[]) => unknown>>;

let loaded: Handlers | undefined;

/**
 * Runs an entry point of `engine.html`, which is read and evaluated once per execution, and only where something but a
 * simple trigger was called: whatever stands in a .gs file is parsed at every edit of a cell (decision record 031). The
 * text is a file of this very project, built and pushed together with this one.
 */
export function later(name: string, args: readonly unknown[]): unknown {
  if (!loaded) {
    const page = HtmlService.createHtmlOutputFromFile('engine').getContent();
    const script = page.slice(page.indexOf('<script>') + '<script>'.length, page.lastIndexOf('</script>'));
    loaded = new Function(`${script}\nreturn msokoEngine.handlers;`)() as Handlers;
  }
  return loaded[name]!(...args);
}
