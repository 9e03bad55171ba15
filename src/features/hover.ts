/** What a hover says of the steps under the cursor, as Markdown. */
import { plainText, plainWords } from "../latex/plain-text";
import { RELATION_LATEX } from "../notation/sets/conditions";
import type { FileReport, Step, Verdict } from "../verify/report";
import { saysWitness } from "./counterexample";
import { type PlainPosition, type PlainRange, plainRange } from "./diagnostics";
import { formulaImage } from "./formulaImage";
import { plain, typeset } from "./numbers";
import { stepsAt } from "./places";

export interface Hover {
  readonly contents: string;
  readonly range: PlainRange;
}

const heads: Record<Verdict, string> = {
  holds: "This step holds",
  fails: "This step fails",
  "holds-if": "This step holds under a condition",
  defines: "A definition",
  given: "Given",
  unchecked: "Not checked",
};

/** How a client shows hovers. */
export interface HoverStyle {
  /** The colour of formulas, for clients that show images; else formulas are shown as their source. */
  readonly ink?: string;
  /** Verdicts of which a diagnostic at the same place already carries the message. */
  readonly told?: ReadonlySet<Verdict>;
}

/** Of the innermost step there; nothing where no step stands. Document text is shown as code or as an image, never as Markdown. */
export function hover(report: FileReport, position: PlainPosition, style: HoverStyle = {}): Hover | undefined {
  const [step] = stepsAt(report, position);
  return step && { contents: hoverText(step, style), range: plainRange(step.range) };
}

export function hoverText(step: Step, { ink, told }: HoverStyle = {}): string {
  const noted = (step.notes ?? []).some((note) => step.message.startsWith(note.message));
  const isTold = told !== undefined && (told.has(step.verdict) || noted);
  const message = isTold ? "" : escapeMarkdown(typeset(step.message));
  const head = `**${heads[step.verdict]}**${message.startsWith("Holds") ? "" : basis(step)}`;
  const witness = isTold && saysWitness(step) ? "" : counterexample(step);
  return [head, message, (ink && sidesSet(step, ink)) || sides(step), witness, ...lists(step)].filter((part) => part !== "").join("\n\n");
}

const basis = (step: Step): string => (step.verdict !== "holds" || !step.basis ? "" : step.basis === "exact" ? " (exact)" : ` (${sampled(step)})`);

const sampled = (step: Step): string =>
  step.evidence ? `agreed at ${step.evidence.informative} of ${step.evidence.samples} samples` : "agreed at every informative sample";

const COMMANDS: Readonly<Record<string, string>> = { ...RELATION_LATEX, "⇒": "\\Rightarrow", "⇔": "\\Leftrightarrow" };

/** Both sides as an image; nothing where they cannot be set. */
function sidesSet(step: Step, ink: string): string {
  if (step.relation === "code" || (step.left === "" && step.right === "")) return "";
  const image = formulaImage([step.left, `\\quad ${COMMANDS[step.relation] ?? step.relation} ${step.right}`], ink);
  return image ? `![${altText(step)}](${image.address}|width=${image.width},height=${image.height})` : "";
}

const altText = (step: Step): string => escapeMarkdown(`${short(step.left)} ${step.relation} ${short(step.right)}`.replace(/\s+/g, " "));

function sides(step: Step): string {
  if (step.left === "" && step.right === "") return "";
  return fence(`${short(step.left)}\n  ${step.relation === "code" ? "answers" : step.relation}\n${short(step.right)}`);
}

function counterexample({ witness }: Step): string {
  if (!witness) return "";
  const values = Object.entries(witness.values).map(([name, value]) => [escapeMarkdown(plainText(name)), plain(value)]);
  const sides = [
    ["left side", `**${plain(witness.left)}**`],
    ["right side", `**${plain(witness.right)}**`],
  ];
  return `Counterexample:\n\n${values.length <= mostColumns ? across([...values, ...sides]) : downwards([...values, ...sides])}`;
}

const mostColumns = 6;

const across = (pairs: readonly string[][]): string =>
  [pairs.map(([name]) => name), pairs.map(() => "---"), pairs.map(([, value]) => value)].map((row) => `| ${row.join(" | ")} |`).join("\n");

const downwards = (pairs: readonly string[][]): string => ["| | |", "|---|---|", ...pairs.map((pair) => `| ${pair.join(" | ")} |`)].join("\n");

function lists(step: Step): string[] {
  const uses = (step.uses ?? []).map((use) => `- line ${use.range.start.line + 1}: ${code(use.text)}`);
  const fixes = (step.fixes ?? []).slice(0, 3).map((fix) => `- ${escapeMarkdown(plainWords(fix.title))}`);
  const notes = (step.notes ?? []).filter((note) => !step.message.includes(note.message)).map((note) => `- ${escapeMarkdown(typeset(note.message))}`);
  return [
    step.holdsIf ? `Condition: ${code(step.holdsIf)}` : "",
    list("Uses", uses),
    step.reading?.length ? `Read as: ${escapeMarkdown(step.reading.join("; "))}` : "",
    list("To mend it", fixes),
    list("Notes", notes),
  ];
}

const list = (title: string, items: readonly string[]): string => (items.length > 0 ? `${title}:\n${items.join("\n")}` : "");

const short = (latex: string): string => (latex.length > 400 ? `${latex.slice(0, 400)}…` : latex);

function fence(text: string): string {
  const ticks = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${ticks}latex\n${text}\n${ticks}`;
}

/** A code span that its own text cannot end. */
function code(text: string): string {
  const ticks = "`".repeat(longestRun(text) + 1);
  const flat = short(text).replace(/\s+/g, " ").replaceAll("|", "\\|");
  const pad = flat.startsWith("`") || flat.endsWith("`") ? " " : "";
  return `${ticks}${pad}${flat}${pad}${ticks}`;
}

const longestRun = (text: string): number => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));

/** The text of a message as Markdown that shows it as it is. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()#+!|<>~&]/g, "\\$&");
