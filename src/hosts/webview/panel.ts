/** The extension's side of the demo: one panel, its page, its messages, and its return after a reload. */
import * as vscode from "vscode";
import { html } from "./html";
import { asPageMessage, type CodeMessage } from "./messages";

const VIEW_TYPE = "spotcheck.demo";

let current: vscode.WebviewPanel | undefined;
let log: vscode.LogOutputChannel | undefined;

export interface DemoCode {
  readonly source: string;
  readonly uri?: string;
}

/** Opens the panel, or shows the one that is open; with code, it runs that. */
export function openDemo(context: vscode.ExtensionContext, code?: DemoCode): vscode.WebviewPanel {
  const message = code ? codeMessage(code) : undefined;
  if (current) {
    current.reveal();
    if (message) current.webview.postMessage(message);
    return current;
  }
  const panel = vscode.window.createWebviewPanel(
    VIEW_TYPE,
    "Reparameterize Demo",
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false },
    options(context),
  );
  show(context, panel, message);
  return panel;
}

/** Brings the panel back after the window was reloaded; the page itself remembers code and sliders. */
export function registerDemo(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
    async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
      panel.webview.options = options(context);
      show(context, panel, undefined);
    },
  });
}

/** The code in a stretch of a document: its lines, less those that open and close fences and listings. */
export const codeIn = (text: string): string =>
  text
    .split(/\r?\n/)
    .filter((line) => !/^[ \t>]*(```|~~~)|^\s*\\(begin|end)\{/.test(line))
    .join("\n");

const codeMessage = ({ source, uri }: DemoCode): CodeMessage => ({
  type: "code",
  source,
  ...(uri ? { title: decodeURIComponent(uri.split("/").pop() ?? uri) } : {}),
});

const folder = (context: vscode.ExtensionContext): vscode.Uri => vscode.Uri.joinPath(context.extensionUri, "dist", "webview");

const options = (context: vscode.ExtensionContext): vscode.WebviewOptions => ({
  enableScripts: true,
  enableForms: false,
  localResourceRoots: [folder(context)],
});

function show(context: vscode.ExtensionContext, panel: vscode.WebviewPanel, first: CodeMessage | undefined): void {
  current = panel;
  let waiting = first;
  log ??= vscode.window.createOutputChannel("Spotcheck Demo", { log: true });
  panel.onDidDispose(() => {
    if (current === panel) current = undefined;
  });
  panel.webview.onDidReceiveMessage((received: unknown) => {
    const message = asPageMessage(received);
    if (!message) log?.warn("The demo's page sent a message of a wrong shape; it was ignored.");
    else if (message.type === "ready") {
      if (waiting) panel.webview.postMessage(waiting);
      waiting = undefined;
    } else if (message.type === "ignored") log?.warn(`The demo's page ignored ${message.what}.`);
    else log?.info(`First picture after ${Math.round(message.milliseconds)} ms on ${message.engine}.`);
  });
  const at = (name: string): string => panel.webview.asWebviewUri(vscode.Uri.joinPath(folder(context), name)).toString();
  panel.webview.html = html({ nonce: nonce(), script: at("main.js"), style: at("main.css"), fontSource: panel.webview.cspSource });
}

/** 128 random bits; present in the desktop's and the browser's extension host. */
function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
