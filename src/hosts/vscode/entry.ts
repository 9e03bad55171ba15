/** What both entries do: commands that wait for the client, and the client's start after activation has ended. */
import * as vscode from "vscode";
import { registerDemo } from "../webview/panel";
import { openDemo } from "./demo";

/** The ids of the palette's commands, less the prefix "spotcheck.". */
export const commandNames = [
  "checkDocument",
  "checkDerivation",
  "checkWorkspace",
  "clear",
  "nextProblem",
  "previousProblem",
  "showOutput",
  "restartChecker",
] as const;

export type CommandName = (typeof commandNames)[number];

/** A started client. */
export interface Session {
  readonly run: (command: CommandName, ...args: unknown[]) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** What the extension gives to other extensions and to its tests. */
export interface Api {
  /** Fulfilled when the language server runs. */
  readonly ready: Promise<Session>;
}

export function entry(context: vscode.ExtensionContext, start: () => Promise<Session>): Api {
  const ready = new Promise<void>((resolve) => setTimeout(resolve, 0)).then(start);
  const failed = (error: unknown): void => void vscode.window.showErrorMessage(`Spotcheck could not start: ${error instanceof Error ? error.message : error}`);
  ready.catch(failed);
  for (const name of commandNames) {
    context.subscriptions.push(vscode.commands.registerCommand(`spotcheck.${name}`, async (...args: unknown[]) => (await ready).run(name, ...args)));
  }
  context.subscriptions.push(
    vscode.commands.registerCommand("spotcheck.openDemo", (...args: unknown[]) => openDemo(context, ...args)),
    registerDemo(context),
  );
  context.subscriptions.push({ dispose: () => void ready.then((session) => session.stop()).catch(() => {}) });
  return { ready };
}
