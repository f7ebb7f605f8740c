type Attributes = Readonly<Record<string, string | number | boolean | ((event: Event) => void) | undefined>>;

/**
 * Makes an element. Attributes beginning with `on` are listeners; `true` sets an attribute without a value, `false` and
 * undefined leave it out. Texts are text nodes, so nothing that a person typed can become markup.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string | undefined)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== undefined) made.append(child);
  return made;
}
