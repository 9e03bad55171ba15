/** Goes from one of Spotcheck's problems to the next, around the end of the document. */
import * as vscode from "vscode";

/** `direction` 1 or -1. Arguments of a lens (URI, range) say where to begin. */
export async function goToProblem(direction: 1 | -1, ...args: unknown[]): Promise<boolean> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return false;
  const places = problemsOf(editor.document.uri);
  const from = startOf(args) ?? editor.selection.active;
  const place =
    direction > 0 ? (places.find((each) => each.isAfter(from)) ?? places[0]) : (places.filter((each) => each.isBefore(from)).at(-1) ?? places.at(-1));
  if (!place) {
    vscode.window.setStatusBarMessage("Spotcheck: no problems in this document", 4000);
    return false;
  }
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.commands.executeCommand("editor.action.showHover", { focus: "noAutoFocus" });
  return true;
}

/** Where errors, warnings and remarks of Spotcheck begin, in order; hints are no problems. */
function problemsOf(uri: vscode.Uri): vscode.Position[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((diagnostic) => diagnostic.source === "spotcheck" && diagnostic.severity !== vscode.DiagnosticSeverity.Hint)
    .map((diagnostic) => diagnostic.range.start)
    .sort((a, b) => a.compareTo(b));
}

function startOf(args: readonly unknown[]): vscode.Position | undefined {
  const start = (args[1] as { start?: { line?: unknown; character?: unknown } } | undefined)?.start;
  if (typeof start?.line !== "number" || typeof start.character !== "number") return undefined;
  return new vscode.Position(start.line, Math.max(0, start.character - 1));
}
