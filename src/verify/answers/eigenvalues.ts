/** Values that words call eigenvalues of a matrix of numbers, "the eigenvalues of A are λ_1 = 3 and λ_2 = 1": the determinant of A - λI must vanish there. */
import type { Definition } from "../../derivation/facts/facts";
import { definitionsFor } from "../../derivation/facts/facts-in-force";
import type { Item } from "../../derivation/facts/items";
import { isClosed } from "../../derivation/reading/targets";
import { type Expr, node, number, rewrite } from "../../expression/tree";
import { figure } from "../figure";
import { printed } from "../guarded";
import type { Step } from "../report";
import type { JudgeInput } from "../trying/trial";

/** "the eigenvalues of $A$ are", "$A$ has the eigenvalues": what stands in between names the values before. */
const SAID = /\beigen-?values?\b((?:[^.;:!?$]|\$[^$]*\$){0,160})\$?$/i;
/** "of $A$", "of the matrix $A = …$" */
const OF = /^\s*(?:of|for)\s+(?:(?:the|this|our|a)\s+)?(?:[\w-]+\s+){0,2}\$([^$]*)\$/i;
/** "$A$ has the eigenvalues" */
const HAS = /\$([^$]*)\$\s*(?:then\s+)?(?:has|have)\s+(?:(?:the|two|three|only|real|distinct|as)\s+){0,3}$/i;
const DENIED =
  /\b(?:not|no|never|cannot|suppose|assume|whether|if|would|find|approximat\w*|another|other|largest|smallest|dominant|generali[sz]ed|inverse|transpose|power|square|shifted|estimate\w*|covariance|pencil)\b/i;
/** Characters before a formula in which they are looked for. */
const BEFORE = 200;
/** Whole numbers among which a missing eigenvalue is looked for. */
const TRIED = Array.from({ length: 41 }, (_, i) => i - 20);

/** What a step comes to that gives such a value; undefined where it does not, or where the matrix is not known. */
export function ofEigenvalues(item: Item, step: Step, input: JudgeInput, judge: (changed: Item) => Step): Step | undefined {
  if (!/^(defines|given|unchecked)$/.test(step.verdict) || item.relation !== "=" || item.premise || item.link.continued || !isEigenName(item.left))
    return undefined;
  const values = item.right.op === "list" ? item.right.args : [item.right];
  const matrix = values.every((v) => isNumber(v)) ? matrixBefore(item, input) : undefined;
  if (!matrix) return undefined;
  const vanishes = (value: Expr): Step =>
    judge({
      ...item,
      left: node("determinant", shifted(matrix.rows, value), item.left.span, "vmatrix", matrix.size),
      right: number(0),
      role: "claim",
      made: true,
      fact: undefined,
    });
  const steps = values.map(vanishes);
  const shown = `$\\det(${matrix.name} - \\lambda I) = 0$`;
  if (steps.every((s) => s.verdict === "holds"))
    return { ...step, verdict: "holds", code: "eigenvalue/root", basis: "exact", message: `Holds: ${shown} for this value.` };
  const wrong = values.findIndex((_, i) => steps[i].verdict === "fails");
  if (wrong < 0) return undefined;
  const at = steps[wrong].witness?.left;
  const is = typeof at === "number" ? at : undefined;
  const said = saidIn(item, input);
  const right = values.length === 1 ? TRIED.filter((n) => !said.includes(String(n)) && vanishes(number(n)).verdict === "holds") : [];
  const what = is === undefined ? "is not zero" : `is ${figure(is)}, not 0`;
  const message = `Does not hold: $${printed(values[wrong])}$ is no eigenvalue of ${matrix.name}, for $\\det(${matrix.name} - \\lambda I)$ ${what} there.`;
  const fixes = right.map((n) => ({ title: `Write $${n}$`, edits: [{ range: input.range(item.link.right), newText: String(n) }] }));
  return { ...step, verdict: "fails", code: "eigenvalue/no-root", message, ...(fixes.length ? { fixes } : {}) };
}

/** It speaks of no letters but the imaginary unit. */
const isNumber = (e: Expr): boolean => isClosed(rewrite(e, (n) => (n.op === "symbol" && n.name === "i" ? number(1, n.span) : n)));

const isEigenName = (e: Expr): boolean => (e.op === "symbol" || e.op === "indexed") && /^\\(lambda|mu)\b/.test(e.name ?? "");

/** The values that the sentence gives to eigenvalues. */
function saidIn({ link }: Item, { text }: JudgeInput): string[] {
  const [behind] = text.slice(link.right.to, link.right.to + BEFORE).split(/[.;!?](?=\s|$)|\n\s*\n/);
  return [...`${text.slice(Math.max(0, link.left.from - BEFORE), link.right.to)}${behind}`.matchAll(/=\s*(-?\d+)(?![\d.])/g)].map((m) => m[1]);
}

interface Known {
  readonly name: string;
  readonly rows: readonly (readonly Expr[])[];
  readonly size: { readonly rows: number; readonly cols: number };
}

/** The matrix of numbers whose eigenvalues the sentence speaks of: by its name there, else the only one in force. */
function matrixBefore(item: Item, input: JudgeInput): Known | undefined {
  const before =
    input.text
      .slice(Math.max(0, item.link.left.from - BEFORE), item.link.left.from)
      .split(/\n\s*\n|[.!?]\s+(?=[A-Z])/)
      .pop() ?? "";
  const said = SAID.exec(before);
  if (!said || DENIED.test(before.replace(/\$[^$]*\$/g, " "))) return undefined;
  const of = (OF.exec(said[1]) ?? HAS.exec(before.slice(0, said.index)))?.[1].trim();
  const facts = input.environment.facts(item).filter((f) => f.order < item.order);
  const names = facts.flatMap((f) => (f.fact?.kind === "definition" && squareOf(f.fact) ? [f.fact.name] : []));
  const definitions = definitionsFor(item, new Set(names), facts);
  const known = [...new Set(names)].flatMap((name): Known[] => {
    const d = definitions.get(name);
    const square = d && squareOf(d);
    return square ? [{ name, ...square }] : [];
  });
  if (of === undefined) return known.length === 1 ? known[0] : undefined;
  const isNamed = ({ name }: Known): boolean => of === name || (of.startsWith(name) && /^\s*=/.test(of.slice(name.length)));
  return known.find(isNamed);
}

function squareOf({ body, params, derived }: Definition): Omit<Known, "name"> | undefined {
  const [rows, cols] = [Number(body.data?.rows), Number(body.data?.cols)];
  if (body.op !== "matrix" || params.length > 0 || derived || rows !== cols || rows < 2 || rows > 6 || !body.args.every(isNumber)) return undefined;
  return { rows: Array.from({ length: rows }, (_, i) => body.args.slice(i * cols, (i + 1) * cols)), size: { rows, cols } };
}

/** The entries of A - λI. */
const shifted = (rows: readonly (readonly Expr[])[], value: Expr): Expr[] =>
  rows.flatMap((row, i) => row.map((e, j) => (i === j ? node("add", [e, node("neg", [value], value.span)], e.span) : e)));
