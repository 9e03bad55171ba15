/** The demo's command: finds the code that a lens stands over, and opens the panel. */
import * as vscode from "vscode";
import { codeIn, type DemoCode, openDemo as openPanel } from "../webview/panel";

/** `args` are those of a lens over a code answer: the document's URI and the range of the code; none from the palette. */
export async function openDemo(context: vscode.ExtensionContext, ...args: unknown[]): Promise<void> {
  openPanel(context, await codeAt(args[0], args[1]));
}

async function codeAt(uri: unknown, range: unknown): Promise<DemoCode | undefined> {
  if (typeof uri !== "string" || !isRange(range)) return undefined;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const end = document.lineAt(Math.min(range.end.line, document.lineCount - 1)).range.end;
  return { source: codeIn(document.getText(new vscode.Range(new vscode.Position(range.start.line, 0), end))), uri };
}

interface Lines {
  readonly start: { readonly line: number };
  readonly end: { readonly line: number };
}

function isRange(x: unknown): x is Lines {
  const { start, end } = (x ?? {}) as Partial<Lines>;
  return [start?.line, end?.line].every((line) => typeof line === "number" && Number.isInteger(line) && line >= 0);
}
