import { addonReviewTexts as texts } from '../../../shared/texts/addon-review.ts';
import { element } from '../kit/element.ts';
import { figuresView } from './figures-view.ts';
import { issuesView } from './issues-view.ts';
import { type Loaded, load } from './load.ts';
import { Status } from './status.ts';
import { tabs } from './tabs.ts';

/** «Проверить всё» and «Мои показатели»: one page, since both need the whole workbook read. */
const page = document.getElementById('page')!;
const status = new Status();
const issues = element('div');
const figures = element('div');
const again = element('button', { type: 'button', class: 'main', onclick: () => void show() }, texts.again);
const panels = tabs(
  [
    { id: 'issues', title: texts.tabs.issues, panel: issues },
    { id: 'figures', title: texts.tabs.figures, panel: figures },
  ],
  page.dataset.view === 'figures' ? 'figures' : 'issues',
);

/** Reads the workbook anew; what was shown stays until the new is there. */
async function show(): Promise<void> {
  if (again.getAttribute('aria-disabled') === 'true') return;
  // a disabled button would lose the focus
  again.setAttribute('aria-disabled', 'true');
  status.say(texts.reading);
  try {
    const loaded = await load();
    if (loaded === undefined) status.fail(texts.notOurs);
    else fill(loaded);
  } catch {
    status.fail(texts.failed);
  } finally {
    again.removeAttribute('aria-disabled');
  }
}

function fill(loaded: Loaded): void {
  const found = issuesView(loaded, status);
  const own = figuresView(loaded, status);
  issues.replaceChildren(found.view);
  figures.replaceChildren(own.view);
  panels.retitle('issues', texts.tabTitle(texts.tabs.issues, found.count));
  status.tell(`${found.summary} ${own.summary}`.trim());
}

page.append(
  element('h1', { class: 'unseen' }, texts.heading),
  panels.list,
  element('div', { class: 'again' }, again),
  status.view,
  issues,
  figures,
);
void show();
