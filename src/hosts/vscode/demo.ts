/** The seam to the demo's panel, which is loaded when it is first opened. */
import * as vscode from "vscode";

/** `args` are those of a lens over a code answer: the document's URI and the range of the code; none from the palette. */
export async function openDemo(_context: vscode.ExtensionContext, ..._args: unknown[]): Promise<void> {
  await vscode.window.showInformationMessage("The reparameterize demo is not part of this build.");
}
