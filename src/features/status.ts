/** What the status item says of a document. */
import type { FileReport } from "../verify/report";
import { counted } from "./numbers";
import { inWords } from "./summary";

export interface Status {
  readonly uri: string;
  readonly state: "checking" | "checked" | "off" | "broken";
  readonly text: string;
  readonly detail: string;
  readonly severity: "information" | "warning" | "error";
}

export function checkedStatus(uri: string, report: FileReport): Status {
  const { fails } = report.summary;
  const doubtful = report.summary["holds-if"];
  const text = fails > 0 ? counted(fails, "step fails", "steps fail") : doubtful > 0 ? `${doubtful} under a condition` : "no step fails";
  return { uri, state: "checked", text, detail: inWords(report.summary), severity: fails > 0 ? "error" : doubtful > 0 ? "warning" : "information" };
}

export const checkingStatus = (uri: string, done: number, total: number): Status => ({
  uri,
  state: "checking",
  text: "checking",
  detail: total > 0 ? `${done} of ${total} steps` : "",
  severity: "information",
});

export const offStatus = (uri: string, reason: string): Status => ({ uri, state: "off", text: "not checked", detail: reason, severity: "information" });

export const brokenStatus = (uri: string, reason: string): Status => ({ uri, state: "broken", text: "checker stopped", detail: reason, severity: "error" });
