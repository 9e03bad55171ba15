/** Opens documents of the test workspace and waits for what Spotcheck says of them. */
import assert from "node:assert/strict";
import * as vscode from "vscode";

export interface Api {
  readonly ready: Promise<{ run(command: string, ...args: unknown[]): Promise<unknown> }>;
}

export async function spotcheck(): Promise<vscode.Extension<Api>> {
  const extension = vscode.extensions.getExtension<Api>("spotcheck.spotcheck");
  assert.ok(extension, "the extension is installed");
  await (await extension.activate()).ready;
  return extension;
}

export function file(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, name);
}

export async function open(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(name)));
}

let scratches: vscode.Uri[] = [];
let count = 0;

/** A new file with this text; gone when all editors are closed. */
export async function scratch(content: string): Promise<vscode.TextEditor> {
  const uri = file(`scratch-${++count}.md`);
  scratches.push(uri);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

export const ours = (uri: vscode.Uri): vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri).filter((each) => each.source === "spotcheck");

export const errors = (uri: vscode.Uri): vscode.Diagnostic[] => ours(uri).filter((each) => each.severity === vscode.DiagnosticSeverity.Error);

/** Waits until the errors of a document are at exactly these texts. */
export async function errorsAt(document: vscode.TextDocument, texts: readonly string[]): Promise<vscode.Diagnostic[]> {
  const marked = () => errors(document.uri).map((each) => document.getText(each.range));
  await until(
    () => JSON.stringify(marked()) === JSON.stringify(texts),
    () => `errors at ${JSON.stringify(marked())}, expected ${JSON.stringify(texts)}`,
  );
  return errors(document.uri);
}

export async function until(condition: () => boolean | Promise<boolean>, complaint: () => string, milliseconds = 15_000): Promise<void> {
  for (const end = Date.now() + milliseconds; !(await condition()); ) {
    if (Date.now() > end) assert.fail(complaint());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Replaces the first occurrence of a text. */
export async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const at = editor.document.getText().indexOf(from);
  assert.ok(at >= 0, `the text has no ${from}`);
  const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + from.length));
  assert.ok(await editor.edit((edit) => edit.replace(range, to)));
}

export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) if (document.isDirty) await document.save();
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  for (const uri of scratches) await vscode.workspace.fs.delete(uri);
  scratches = [];
}
