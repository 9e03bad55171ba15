/** The client's running session: options, commands, status item and freshness, the same on the desktop and in the browser. */
import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { type ClientOptions, type InkNotice, messages, type ReadFileRequest } from "../../features/hostMessages";
import type { Status } from "../../features/status";
import { commands } from "./commands";
import type { Session } from "./entry";
import { clientSelector, macroFiles } from "./selectors";
import { statusItem } from "./statusItem";

const largest = 64 * 1024 * 1024;

/** The options of the language client. Diagnostics of another version of a document than the open one are dropped. */
export function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: clientSelector,
    outputChannel: output,
    initializationOptions: { canReadFiles: true, ink: ink() } satisfies ClientOptions,
    synchronize: { configurationSection: "spotcheck", fileEvents: vscode.workspace.createFileSystemWatcher(macroFiles) },
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => {
        if (diagnostics.every((diagnostic) => isFresh(uri, diagnostic))) next(uri, diagnostics);
      },
    },
  };
}

/** The colour of formulas in hovers. */
const ink = (): string => (/^(2|3)$/.test(String(vscode.window.activeColorTheme.kind)) ? "#d4d4d4" : "#1f1f1f");

/** The version that was checked travels in the diagnostic's data; a file that is not open has none (-1). */
function isFresh(uri: vscode.Uri, diagnostic: vscode.Diagnostic): boolean {
  const version = (diagnostic as { data?: { version?: number } }).data?.version;
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open ? version === open.version : version === undefined || version < 0;
}

/** Starts the client and everything that goes with it. */
export async function startSession(context: vscode.ExtensionContext, client: BaseLanguageClient, output: vscode.LogOutputChannel): Promise<Session> {
  const status = statusItem();
  client.onNotification(messages.status, (news: Status) => status.show(news));
  client.onRequest(messages.readFile, ({ uri }: ReadFileRequest) => readFile(vscode.Uri.parse(uri)));
  await client.start();
  context.subscriptions.push(vscode.window.onDidChangeActiveColorTheme(() => void client.sendNotification(messages.ink, { ink: ink() } satisfies InkNotice)));
  context.subscriptions.push(status);
  const known = commands(client, output);
  return { run: async (name, ...args) => known[name](...args), stop: () => client.stop() };
}

async function readFile(uri: vscode.Uri): Promise<string | null> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > largest ? null : new TextDecoder("utf-8", { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
