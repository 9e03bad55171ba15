/** The desktop client: the language server as a process of its own. */
import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { Session } from "./entry";
import { clientOptions, startSession } from "./session";

export async function nodeClient(context: vscode.ExtensionContext): Promise<Session> {
  const output = vscode.window.createOutputChannel("Spotcheck", { log: true });
  context.subscriptions.push(output);
  const run = { module: context.asAbsolutePath("dist/server.js"), transport: TransportKind.ipc };
  const client = new LanguageClient("spotcheck", "Spotcheck", { run, debug: run }, clientOptions(output));
  return startSession(context, client, output);
}
