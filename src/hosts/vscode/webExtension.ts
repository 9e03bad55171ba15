/** The browser entry: starts the language server and the checker as two workers and joins them. */
import * as vscode from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { messages } from "../../features/hostMessages";
import { type Api, entry, type Session } from "./entry";
import { clientOptions, startSession } from "./session";

export function activate(context: vscode.ExtensionContext): Api {
  return entry(context, () => webClient(context));
}

async function webClient(context: vscode.ExtensionContext): Promise<Session> {
  const output = vscode.window.createOutputChannel("Spotcheck", { log: true });
  const start = (name: string): Worker => new Worker(vscode.Uri.joinPath(context.extensionUri, "dist", "web", `${name}.js`).toString(true));
  const server = start("server");
  let checker: Worker | undefined;
  const lines = new MessageChannel();
  server.postMessage({ server: lines.port2 }, [lines.port2]);
  const transports = { reader: new BrowserMessageReader(lines.port1), writer: new BrowserMessageWriter(lines.port1) };
  const client = new LanguageClient("spotcheck", "Spotcheck", async () => transports, clientOptions(output));
  client.onRequest(messages.newChecker, () => {
    checker?.terminate();
    checker = start("checker");
    const channel = new MessageChannel();
    checker.postMessage({ checker: channel.port1 }, [channel.port1]);
    server.postMessage({ checker: channel.port2 }, [channel.port2]);
    return null;
  });
  context.subscriptions.push(output, { dispose: () => [server, checker].map((worker) => worker?.terminate()) });
  return startSession(context, client, output);
}
