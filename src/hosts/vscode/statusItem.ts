/** The language status item: what was found in the document at hand, or why nothing was. */
import * as vscode from "vscode";
import type { Status } from "../../features/status";
import { documentSelector } from "./selectors";

export interface StatusItem extends vscode.Disposable {
  show(status: Status): void;
}

const severities = {
  information: vscode.LanguageStatusSeverity.Information,
  warning: vscode.LanguageStatusSeverity.Warning,
  error: vscode.LanguageStatusSeverity.Error,
};

export function statusItem(): StatusItem {
  const item = vscode.languages.createLanguageStatusItem("spotcheck.status", documentSelector);
  const known = new Map<string, Status>();
  const refresh = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    paint(item, uri === undefined ? undefined : known.get(uri));
  };
  const listeners = [
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.workspace.onDidCloseTextDocument((document) => void known.delete(document.uri.toString())),
  ];
  item.name = "Spotcheck";
  refresh();
  return {
    show(status) {
      known.set(status.uri, status);
      refresh();
    },
    dispose() {
      for (const each of [...listeners, item]) each.dispose();
    },
  };
}

function paint(item: vscode.LanguageStatusItem, status: Status | undefined): void {
  item.text = `$(law) Spotcheck: ${status?.text ?? "not checked yet"}`;
  item.detail = status?.detail;
  item.severity = severities[status?.severity ?? "information"];
  item.busy = status?.state === "checking";
  item.command =
    status?.state === "broken" ? { title: "Restart Checker", command: "spotcheck.restartChecker" } : { title: "Check", command: "spotcheck.checkDocument" };
}
