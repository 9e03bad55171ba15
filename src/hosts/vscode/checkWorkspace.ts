/** The command that checks every document of the workspace, with progress and a way to stop. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type CheckWorkspaceAnswer, messages } from "../../features/hostMessages";
import { workspaceFiles } from "./selectors";

let tokens = 0;

export async function checkWorkspace(client: BaseLanguageClient): Promise<CheckWorkspaceAnswer | undefined> {
  const uris = (await vscode.workspace.findFiles(workspaceFiles, "**/node_modules/**")).map(String).sort();
  if (uris.length === 0) {
    void vscode.window.showInformationMessage("Spotcheck found no LaTeX, Markdown, Quarto or notebook file in this workspace.");
    return undefined;
  }
  const options = { location: vscode.ProgressLocation.Notification, title: "Spotcheck", cancellable: true };
  const answer = await vscode.window.withProgress(options, (progress, token) => run(client, uris, progress, token));
  void vscode.window.showInformationMessage(inWords(answer, uris.length));
  return answer;
}

type Progress = vscode.Progress<{ message?: string; increment?: number }>;

async function run(client: BaseLanguageClient, uris: readonly string[], progress: Progress, token: vscode.CancellationToken): Promise<CheckWorkspaceAnswer> {
  const progressToken = `spotcheck-${++tokens}`;
  let shown = 0;
  const listener = client.onNotification("$/progress", (news: { token: unknown; value: { message?: string; percentage?: number } }) => {
    if (news.token !== progressToken) return;
    const percentage = news.value.percentage ?? shown;
    progress.report({ message: news.value.message, increment: percentage - shown });
    shown = percentage;
  });
  try {
    return await client.sendRequest<CheckWorkspaceAnswer>(messages.checkWorkspace, { uris, progressToken }, token);
  } finally {
    listener.dispose();
  }
}

function inWords({ checked, failing, unread, isCancelled }: CheckWorkspaceAnswer, files: number): string {
  const stopped = isCancelled ? "Stopped. " : "";
  const missing = unread.length > 0 ? ` ${unread.length} could not be read.` : "";
  return `${stopped}Spotcheck checked ${checked} of ${files} files; ${failing === 0 ? "no step fails" : `${failing} with failing steps`}.${missing}`;
}
