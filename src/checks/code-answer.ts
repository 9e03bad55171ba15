/** Judges a code answer: are the samples of a reparameterisation distributed as N(mu, exp(logvar))? */
import type { Span } from "../base/span";
import type { Expr } from "../expression/tree";
import type { CodeAnswer, CodeProblem, TextEdit } from "../python/answer";
import { readCode } from "../python/read";
import { applyEdits } from "../python/repair";
import { drawsOf, evaluate, inputsOf, resultOf } from "../python/result";
import { variants } from "../python/variants";
import { type Moments, momentsOf } from "./code-moments";
import { type Roles, rolesOf } from "./code-roles";

/** An edit after which the code does what it claims. */
export interface CodeFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** What was found of a code answer. */
export interface CodeVerdict {
  readonly verdict: "holds" | "fails" | "unchecked";
  readonly code: "code/holds" | "code/fails" | "code/does-not-parse" | "code/not-understood";
  readonly message: string;
  /** The last statement, in offsets of the source. */
  readonly span: Span;
  readonly fixes: readonly CodeFix[];
  readonly witness?: { readonly values: Readonly<Record<string, number>>; readonly left: number; readonly right: number };
  readonly evidence: { readonly samples: number; readonly informative: number; readonly maxRelativeError: number };
}

/** Nothing but what the code says of one Gaussian draw, and how far it is from what it should be. */
interface Judgement {
  readonly kind: "holds" | "fails" | "unchecked";
  readonly message: string;
  readonly witness?: CodeVerdict["witness"];
  readonly roles?: Roles;
  readonly informative: number;
  readonly error: number;
}

const FIXES = 3;
/** Longer sources are judged but not mended: each try reads the whole again. */
const LONGEST_MENDED = 3_000;
/** Differences below this are rounding; above the second they are mistakes. Between the two nothing is said. */
const EQUAL = 1e-9;
const DIFFERENT = 1e-6;

/** Judges the joined text of the fences of one code answer; `asked` where the words before it ask for a reparameterisation. Never throws; code that is none is `unchecked`. */
export function checkReparameterize(source: string, asked = false): CodeVerdict {
  const answer = readCode(source);
  const span = lastSpan(answer);
  if (answer.problems.some(isBroken)) return judgeBroken(answer, span);
  const found = judge(answer, true, asked);
  const fixes = found.kind === "fails" ? mendMeaning(answer) : [];
  const hint = fixes.length ? ` It holds with this change: ${lowerFirst(fixes[0].title)}.` : "";
  return { ...verdictOf(found), message: found.message + hint, span, fixes };
}

const isBroken = ({ code }: CodeProblem): boolean => code === "syntax" || code === "slip";

const lowerFirst = (text: string): string => text[0].toLowerCase() + text.slice(1);

function verdictOf(found: Judgement): Pick<CodeVerdict, "verdict" | "code" | "witness" | "evidence"> {
  const code = found.kind === "unchecked" ? "code/not-understood" : found.kind === "holds" ? "code/holds" : "code/fails";
  const evidence = { samples: POINTS.length, informative: found.informative, maxRelativeError: found.error };
  return { verdict: found.kind, code, evidence, ...(found.witness ? { witness: found.witness } : {}) };
}

function lastSpan(answer: CodeAnswer): Span {
  const spans = [...answer.statements.map((s) => s.span), ...answer.problems.filter((p) => p.code !== "empty").map((p) => p.span)];
  return spans.reduce((last, s) => (s.from >= last.from ? s : last), spans[0] ?? { from: 0, to: answer.source.length });
}

/** Code that does not parse fails only if it would be a reparameterisation once mended: other languages and sketches are not judged. */
function judgeBroken(answer: CodeAnswer, span: Span): CodeVerdict {
  const broken = answer.problems.filter(isBroken);
  const slip = broken.every((p) => p.code === "slip");
  const fault = slip ? "cannot run as it stands" : `${broken.length > 1 ? "do" : "does"} not parse as Python`;
  const lines = broken
    .map((p) => `\`${answer.source.slice(p.span.from, p.span.to)}\``)
    .slice(0, 3)
    .join(" and ");
  const judged = answer.repairs.map((repair) => ({ repair, found: judge(readCode(repair.source)) }));
  const right = judged.find(({ found }) => found.kind === "holds");
  const evidence = { samples: 0, informative: 0, maxRelativeError: 0 };
  if (!right?.found.roles)
    return {
      verdict: "unchecked",
      code: "code/not-understood",
      message: `${lines} ${fault}, and no small correction makes it a reparameterisation.`,
      span,
      fixes: [],
      evidence,
    };
  const message = `${lines} ${fault}. With ${correctedLines(answer, right.repair.edits)} the samples are ${right.found.roles.claim}.`;
  return {
    verdict: "fails",
    code: slip ? "code/fails" : "code/does-not-parse",
    message,
    span,
    fixes: brokenFixes(answer, right.repair.edits),
    evidence: { ...evidence, samples: POINTS.length, informative: right.found.informative },
  };
}

/** The lines of the mended source that were changed, as code. */
function correctedLines(answer: CodeAnswer, edits: readonly TextEdit[]): string {
  const broken = answer.problems.filter(isBroken);
  return broken.map(({ span }) => `\`${mendedText(answer.source, span, edits)}\``).join(" and ");
}

function mendedText(source: string, span: Span, edits: readonly TextEdit[]): string {
  const own = edits.filter((e) => e.from >= span.from && e.to <= span.to).map((e) => ({ ...e, from: e.from - span.from, to: e.to - span.from }));
  return applyEdits(source.slice(span.from, span.to), own);
}

/** First all corrections together, then one a line. */
function brokenFixes(answer: CodeAnswer, edits: readonly TextEdit[]): CodeFix[] {
  const all: CodeFix = { title: `Write ${correctedLines(answer, edits)}`, edits };
  if (edits.length < 2) return [all];
  const single = answer.problems
    .filter(isBroken)
    .map(({ span }) => ({ title: `Write \`${mendedText(answer.source, span, edits)}\``, edits: edits.filter((e) => e.from >= span.from && e.to <= span.to) }));
  return [all, ...single.filter((fix) => fix.edits.length)];
}

function mendMeaning(answer: CodeAnswer): CodeFix[] {
  const fixes: CodeFix[] = [];
  if (answer.source.length > LONGEST_MENDED) return fixes;
  for (const variant of variants(answer)) {
    if (fixes.length >= FIXES) break;
    const changed = readCode(applyEdits(answer.source, variant.edits));
    if (!changed.problems.length && judge(changed, false).kind === "holds") fixes.push(variant);
  }
  return fixes;
}

const unchecked = (why: string, informative = 0): Judgement => ({
  kind: "unchecked",
  message: `The code was not checked as a reparameterisation: ${why}`,
  informative,
  error: 0,
});

function judge(answer: CodeAnswer, toTheEnd = true, asked = false): Judgement {
  if (answer.problems.length) return unchecked(answer.problems[0].message);
  const names = [...new Set([...(answer.function?.parameters ?? []), ...freeNames(answer)])];
  const roles = rolesOf(names);
  if (typeof roles === "string") return unchecked(roles);
  const result = resultOf(answer);
  const anyDraw = answer.statements.some((s) => s.kind !== "input" && drawsOf(s.value).length > 0);
  if (!result) return unchecked(anyDraw ? "nothing is returned that depends on the draw." : "nothing is drawn.");
  const stranger = inputsOf(result).find((name) => name !== roles.location && name !== roles.scale);
  if (stranger && answer.function && !answer.function.parameters.includes(stranger) && /^(eps|epsilon|noise)$/i.test(stranger))
    return { ...unchecked(""), kind: "fails", roles, message: `\`${stranger}\` is drawn nowhere and is no parameter: the code stops there.` };
  if (stranger) return unchecked(`what \`${stranger}\` holds is not known.`);
  const draws = drawsOf(result);
  if (!draws.length)
    return anyDraw || asked || /reparam|sampl/i.test(answer.function?.name ?? "")
      ? { ...unchecked(""), kind: "fails", roles, message: "What is returned does not depend on a random draw: every call gives the same value." }
      : unchecked("nothing is drawn.");
  const strict = compare(result, roles, toTheEnd);
  const lenient = strict.kind === "fails" ? roles.others.find((other) => compare(result, other, false).kind === "holds") : undefined;
  return lenient ? unchecked(`it would hold if \`${roles.scale}\` held ${lenient.holds}, but its name says ${roles.holds}.`) : strict;
}

/** Names that are read but never assigned before, over all statements. */
function freeNames(answer: CodeAnswer): string[] {
  const assigned = new Set<string>();
  const free = new Set<string>();
  for (const statement of answer.statements) {
    if (statement.kind === "input") for (const name of statement.names) free.add(name);
    else for (const name of inputsOf(statement.value)) if (!assigned.has(name)) free.add(name);
    if (statement.kind === "assign") assigned.add(statement.name);
  }
  return [...free];
}

/** Where mean and spread are compared: small numbers first, so that a witness can be checked by hand. */
const POINTS: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 1],
  [1, 2],
  [2, 1],
  [0, 0.5],
  [1, 0.25],
  [-1, 2],
  [0.7, 0.45],
  [-2.3, 1.7],
  [3.1, 0.31],
  [-0.4, 2.9],
  [1.9, 1.37],
];

function compare(result: Expr, roles: Roles, toTheEnd: boolean): Judgement {
  let informative = 0;
  let worst = 0;
  let first: Judgement | undefined;
  for (const [mean, coordinate] of POINTS) {
    const values = { [roles.location]: mean, [roles.scale]: roles.coordinate(coordinate) };
    const found = momentsOf(result, values, evaluate);
    if (found === "unknown") continue;
    informative++;
    const wanted = { mean, deviation: roles.deviation(values[roles.scale]) };
    const failing = difference(found, wanted, values, roles);
    worst = Math.max(worst, failing.error);
    if (failing.error > EQUAL && (!first || (failing.error > DIFFERENT && first.error <= DIFFERENT))) first = failing;
    if (first && !toTheEnd) break;
  }
  if (first && first.error > DIFFERENT) return { ...first, informative, error: worst };
  if (first || informative < POINTS.length)
    return unchecked("it is undefined, or not a combination of normal draws that is understood, at some values.", informative);
  return {
    kind: "holds",
    message: `The samples are ${roles.claim}: mean \`${roles.location}\` and the standard deviation that \`${roles.scale}\` says, at ${informative} values of both.`,
    roles,
    informative,
    error: worst,
  };
}

function difference(found: Moments, wanted: { mean: number; deviation: number }, values: Record<string, number>, roles: Roles): Judgement {
  const scale = Math.abs(wanted.mean) + wanted.deviation;
  const mean = Math.abs(found.mean - wanted.mean) / scale;
  const spread = Math.abs(found.deviation - wanted.deviation) / wanted.deviation;
  const at = Object.entries(values)
    .map(([name, value]) => `${name} = ${print(value)}`)
    .join(", ");
  const start = `The samples are not ${roles.claim}: `;
  const base = { kind: "fails", roles, informative: 1 } as const;
  if (mean >= EQUAL && mean > spread)
    return {
      ...base,
      error: mean,
      message: `${start}at ${at} their mean is ${print(found.mean)}, not ${print(wanted.mean)}.`,
      witness: { values, left: found.mean, right: wanted.mean },
    };
  if (spread >= EQUAL)
    return {
      ...base,
      error: spread,
      message: `${start}at ${at} their standard deviation is ${print(found.deviation)}, not ${print(wanted.deviation)}.`,
      witness: { values, left: found.deviation, right: wanted.deviation },
    };
  return { ...base, error: found.normal ? Math.max(mean, spread) : 1, message: `${start}${found.shape}.`, witness: { values, left: found.kurtosis, right: 3 } };
}

const print = (x: number): string => (Number.isInteger(x) ? String(x) : String(Number(x.toPrecision(4))));
