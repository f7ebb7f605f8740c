import { strict } from './strict.ts';

/** HtmlService: gives out the files of the project as they were pushed. */
export function htmlService(files: ReadonlyMap<string, string>) {
  const output = (text: string): object => {
    // what Ui.showSidebar looks at
    const state = { html: text, title: '' };
    const self: object = strict('HtmlOutput', {
      get html() {
        return state.html;
      },
      get title() {
        return state.title;
      },
      getContent: () => state.html,
      setContent: (html: string) => {
        state.html = html;
        return self;
      },
      setTitle: (title: string) => {
        state.title = title;
        return self;
      },
      setWidth: () => self,
      setHeight: () => self,
    });
    return self;
  };
  return strict('HtmlService', {
    createHtmlOutput: (html: string) => output(html),
    createHtmlOutputFromFile: (name: string) => {
      const html = files.get(`${name}.html`);
      if (html === undefined) throw new Error(`No HTML file named ${name} was found.`);
      return output(html);
    },
  });
}
