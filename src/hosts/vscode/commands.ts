/** What the commands of the palette do. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type CheckAnswer, messages } from "../../features/hostMessages";
import { checkWorkspace } from "./checkWorkspace";
import type { CommandName } from "./entry";
import { goToProblem } from "./problems";
import { isRead } from "./selectors";

type Run = (...args: unknown[]) => Promise<unknown>;

export function commands(client: BaseLanguageClient, output: vscode.OutputChannel): Record<CommandName, Run> {
  return {
    checkDocument: () => withDocument(async ({ document }) => tell("Document", await check(client, document))),
    checkDerivation: () =>
      withDocument(async ({ document, selection }) => {
        const request = { uri: document.uri.toString(), position: client.code2ProtocolConverter.asPosition(selection.active) };
        return tell("Derivation", await client.sendRequest<CheckAnswer | null>(messages.checkAt, request));
      }),
    checkWorkspace: () => checkWorkspace(client),
    clear: () => client.sendRequest(messages.clear, {}),
    nextProblem: (...args) => goToProblem(1, ...args),
    previousProblem: (...args) => goToProblem(-1, ...args),
    showOutput: async () => output.show(true),
    restartChecker: async () => {
      if (!client.isRunning()) await client.start();
      await client.sendRequest(messages.restart);
      vscode.window.setStatusBarMessage("Spotcheck: the checker was restarted", 4000);
    },
  };
}

const check = (client: BaseLanguageClient, document: vscode.TextDocument): Promise<CheckAnswer | null> =>
  client.sendRequest<CheckAnswer | null>(messages.checkDocument, { uri: document.uri.toString() });

async function withDocument<T>(run: (editor: vscode.TextEditor) => Promise<T>): Promise<T | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor && (isRead(editor.document) || editor.document.uri.scheme === "vscode-notebook-cell")) return run(editor);
  void vscode.window.showInformationMessage("Spotcheck reads LaTeX, Markdown, Quarto and notebooks: open one of these first.");
  return undefined;
}

function tell(what: string, answer: CheckAnswer | null): CheckAnswer | null {
  const text = answer ? `${what}: ${answer.detail}` : `${what}: nothing to check here`;
  vscode.window.setStatusBarMessage(`Spotcheck: ${text}`, 6000);
  return answer;
}
