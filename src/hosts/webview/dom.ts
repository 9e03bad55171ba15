/** Makes elements: attributes by name, text as text and never as markup. */

type Child = Node | string;

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Sets the text only if it changes, so that a live region does not speak twice. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

/** Four significant digits, with a true minus sign. */
export function format(x: number, digits = 4): string {
  if (!Number.isFinite(x)) return "not a number";
  return String(Number(x.toPrecision(digits))).replace("-", "−");
}

/** 12,300,000 as "12.3 million". */
export function large(x: number): string {
  if (x >= 1e9) return `${format(x / 1e9, 3)} billion`;
  if (x >= 1e6) return `${format(x / 1e6, 3)} million`;
  return Math.round(x).toLocaleString("en");
}
