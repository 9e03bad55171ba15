/** A file's report as diagnostics in the shape of the language server protocol. */
import type { FileReport, Position, Range, Step, Verdict } from "../verify/report";
import { typeset } from "./numbers";
import type { Settings, SeverityName } from "./settings";

export interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

export interface PlainRange {
  readonly start: PlainPosition;
  readonly end: PlainPosition;
}

export interface Diagnostic {
  readonly range: PlainRange;
  /** 1 error, 2 warning, 3 information, 4 hint. */
  readonly severity: 1 | 2 | 3 | 4;
  readonly code: string;
  readonly source: "spotcheck";
  readonly message: string;
  readonly relatedInformation?: readonly { readonly location: { readonly uri: string; readonly range: PlainRange }; readonly message: string }[];
  /** The version of the document that was checked: a client drops what is of another version. */
  readonly data: { readonly version: number };
}

const levels: Record<Exclude<SeverityName, "off">, 1 | 2 | 3 | 4> = { error: 1, warning: 2, information: 3, hint: 4 };

export interface Place {
  readonly uri: string;
  readonly version: number;
}

/** In the order of the report. Each failing step is marked at its right-hand side; the facts it used are related information. */
export function diagnostics(report: FileReport, place: Place, settings: Settings): Diagnostic[] {
  const steps = report.derivations.flatMap((derivation) => derivation.steps);
  return [
    ...steps.flatMap((step) => [...ofStep(step, place, settings), ...ofNotes(step, place, settings)]),
    ...report.problems.flatMap(({ range, code, message }) => one(range, settings["severity.problem"], code, message, place)),
  ];
}

function ofStep(step: Step, place: Place, settings: Settings): Diagnostic[] {
  const severity = severityOf(step, settings);
  const [found] = one(step.range, severity, step.code, step.message, place);
  if (!found) return [];
  const used = (step.uses ?? []).map((use) => ({ location: { uri: use.uri ?? place.uri, range: plainRange(use.range) }, message: `used: ${use.text}` }));
  const noted = farNotes(step).map((note) => ({ location: { uri: place.uri, range: plainRange(note.range) }, message: typeset(note.message) }));
  const related = [...noted, ...used];
  return [related.length > 0 ? { ...found, relatedInformation: related } : found];
}

function severityOf(step: Pick<Step, "verdict">, settings: Settings): SeverityName {
  if (step.verdict === "fails") return settings["severity.fails"];
  if (step.verdict === "holds-if") return settings["severity.holdsIf"];
  return step.verdict === "unchecked" ? settings["severity.unchecked"] : "off";
}

/** Verdicts that these settings show as diagnostics. */
export const toldBy = (settings: Settings): ReadonlySet<Verdict> =>
  new Set((["fails", "holds-if", "unchecked"] as const).filter((verdict) => severityOf({ verdict }, settings) !== "off"));

/** Remarks about another place than the step's. */
const farNotes = ({ notes = [], range }: Step) => notes.filter((note) => note.range.start.offset !== range.start.offset);

/** What belongs to the diagnostic of the step stands in it, not as one of its own. */
const ofNotes = (step: Step, place: Place, settings: Settings): Diagnostic[] =>
  (step.notes ?? [])
    .filter((note) => severityOf(step, settings) === "off" || !farNotes(step).includes(note))
    .flatMap((note) => one(note.range, settings["severity.note"], note.code, note.message, place));

function one(range: Range, severity: SeverityName, code: string, message: string, { version }: Place): Diagnostic[] {
  if (severity === "off") return [];
  return [{ range: plainRange(range), severity: levels[severity], code, source: "spotcheck", message: typeset(message), data: { version } }];
}

export const plainPosition = ({ line, character }: Position): PlainPosition => ({ line, character });
export const plainRange = ({ start, end }: Range): PlainRange => ({ start: plainPosition(start), end: plainPosition(end) });
