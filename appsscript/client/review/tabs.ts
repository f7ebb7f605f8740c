import { element } from '../kit/element.ts';

export interface Tab {
  readonly id: string;
  readonly title: string;
  readonly panel: HTMLElement;
}

/** A list of tabs as the ARIA practices have it: arrows go between them, one is in the order of Tab. */
export function tabs(given: readonly Tab[], first: string) {
  const list = element('div', { role: 'tablist', class: 'tabs' });
  const buttons = given.map(({ id, title, panel }) => {
    panel.id = `panel-${id}`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', `tab-${id}`);
    return element(
      'button',
      { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': panel.id, onclick: () => choose(id) },
      title,
    );
  });
  const choose = (id: string): void => {
    given.forEach((tab, i) => {
      const isChosen = tab.id === id;
      tab.panel.hidden = !isChosen;
      buttons[i]!.setAttribute('aria-selected', String(isChosen));
      buttons[i]!.tabIndex = isChosen ? 0 : -1;
    });
  };
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (step === 0 || at < 0) return;
    event.preventDefault();
    const next = (at + step + given.length) % given.length;
    choose(given[next]!.id);
    buttons[next]!.focus();
  });
  list.append(...buttons);
  choose(first);
  return {
    list,
    retitle: (id: string, title: string): void => {
      buttons[given.findIndex((tab) => tab.id === id)]!.textContent = title;
    },
  };
}
