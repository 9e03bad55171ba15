/** The colours of the editor's theme, read from its variables, for what is drawn on canvas. */

export interface Theme {
  readonly foreground: string;
  readonly muted: string;
  readonly grid: string;
  readonly blue: string;
  readonly orange: string;
  readonly green: string;
  readonly red: string;
  readonly font: string;
}

export function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const first = (fallback: string, ...names: string[]): string => names.map((name) => style.getPropertyValue(name).trim()).find(Boolean) ?? fallback;
  const foreground = first("#333333", "--vscode-foreground", "--vscode-editor-foreground");
  return {
    foreground,
    muted: first(foreground, "--vscode-descriptionForeground"),
    grid: first("rgba(128,128,128,0.3)", "--demo-grid"),
    blue: first("#1a73c9", "--vscode-charts-blue"),
    orange: first("#c46a00", "--vscode-charts-orange"),
    green: first("#388a34", "--vscode-charts-green"),
    red: first("#d0342c", "--vscode-charts-red"),
    font: `12px ${first("sans-serif", "--vscode-font-family")}`,
  };
}

/** Calls back when the editor changes its theme: it sets the class of the body and the variables of the root. */
export function onThemeChange(changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ["class"] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["style"] });
}
