/** Which documents Spotcheck reads. Quarto's are told by their name, since their language depends on other extensions. */
import type { DocumentSelector, TextDocument } from "vscode";

export const documentSelector = [
  { language: "latex" },
  { language: "tex" },
  { language: "markdown" },
  { language: "quarto" },
  { pattern: "**/*.{tex,md,qmd}" },
] satisfies DocumentSelector;

/** The same for the language client, with the answers in code that stand in notebooks. */
export const clientSelector = [...documentSelector, { notebook: "jupyter-notebook", language: "python" }];

export const workspaceFiles = "**/*.{tex,md,qmd,ipynb}";

/** Files whose change may change the macros of a document. */
export const macroFiles = "**/*.{sty,cls,tex}";

export function isRead(document: TextDocument): boolean {
  return ["latex", "tex", "markdown", "quarto"].includes(document.languageId) || /\.(tex|md|qmd)$/.test(document.uri.path);
}
