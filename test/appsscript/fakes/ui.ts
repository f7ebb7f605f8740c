import { strict } from './strict.ts';

/** What the script showed to the person. */
export class FakeUi {
  readonly toasts: string[] = [];
  readonly alerts: string[] = [];
  readonly menus: {
    readonly title: string;
    readonly items: { readonly title: string; readonly name: string }[];
  }[] = [];
  /** HTML of the page shown last. */
  page: { readonly kind: 'sidebar' | 'dialog'; readonly html: string; readonly title: string } | undefined;
  /** Answers given to questions, in order. */
  readonly answers: string[] = [];

  readonly service: object = strict('Ui', {
    ButtonSet: { OK: 'OK', YES_NO: 'YES_NO', OK_CANCEL: 'OK_CANCEL' },
    Button: { OK: 'OK', YES: 'YES', NO: 'NO', CANCEL: 'CANCEL', CLOSE: 'CLOSE' },
    createMenu: (title: string) => this.menu(title),
    createAddonMenu: () => this.menu(''),
    alert: (...args: string[]) => {
      this.alerts.push(args.slice(0, -1).join(': ') || args.join(': '));
      return this.answers.shift() ?? 'OK';
    },
    showSidebar: (output: { html: string; title: string }) => {
      this.page = { kind: 'sidebar', html: output.html, title: output.title };
    },
    showModalDialog: (output: { html: string }, title: string) => {
      this.page = { kind: 'dialog', html: output.html, title };
    },
  });

  private menu(title: string): object {
    const items: { title: string; name: string }[] = [];
    const menu: object = strict('Menu', {
      addItem: (label: string, name: string) => {
        items.push({ title: label, name });
        return menu;
      },
      addSeparator: () => menu,
      addToUi: () => {
        this.menus.push({ title, items });
      },
    });
    return menu;
  }
}
