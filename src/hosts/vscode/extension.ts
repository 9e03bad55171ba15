/** The desktop entry: registers the commands at once and loads everything else afterwards, so that activation costs next to nothing. */
import type * as vscode from "vscode";
import { type Api, entry } from "./entry";

export function activate(context: vscode.ExtensionContext): Api {
  return entry(context, async () => (await import("./client")).nodeClient(context));
}
