/** "The tangent line to $y = x^2$ at $x = 1$ is $y = 2x - 1$": the line has the value and the slope of the curve there. */
import type { Item } from "../../derivation/facts/items";
import { isClosed } from "../../derivation/reading/targets";
import { namesOf } from "../../expression/names";
import { type Expr, node, rewrite, symbol } from "../../expression/tree";
import { scalar } from "../../expression/value";
import { double } from "../../numeric/lanes";
import { figure } from "../figure";
import type { Step } from "../report";
import { settingFor } from "../trying/setting";
import type { JudgeInput } from "../trying/trial";
import { withReason } from "./arrows";

/** The words before the equation of the line, formulas as they are. */
const SAID = /\btangent(?: line)?s?\b(?:[^.;:!?$]|\$[^$]*\$){0,160}\$?$/i;
const OTHERWISE = /\b(?:not|no|parallel|perpendicular|normal|horizontal|vertical|find|which|if|suppose|where|plane|vector)\b/i;
/** Characters before the equation in which they are looked for. */
const BEFORE = 260;

/** What a step comes to that gives the equation of such a line; undefined where it does not, or where the curve or the point is not known. */
export function ofTangentLine(item: Item, step: Step, input: JudgeInput): Step | undefined {
  if (!/^(given|defines|unchecked)$/.test(step.verdict) || item.relation !== "=" || item.premise || item.link.continued) return undefined;
  if (item.left.op !== "symbol" || item.left.name !== "y") return undefined;
  const words =
    input.text
      .slice(Math.max(0, item.link.left.from - BEFORE), item.link.left.from)
      .split(/\n\s*\n|[.!?]\s+(?=[A-Z])/)
      .pop() ?? "";
  if (!SAID.test(words) || OTHERWISE.test(words.replace(/\$[^$]*\$/g, " "))) return undefined;
  const before = input.groups.flatMap((g) => g.items).filter((i) => i.order < item.order && i.scope === item.scope && i.relation === "=");
  const sentence = item.link.left.from - words.length;
  const place = before.filter((i) => i.link.left.from >= sentence && i.left.op === "symbol" && /^[xt]$/.test(i.left.name ?? "") && isClosed(i.right)).at(-1);
  const x = place?.left.name ?? "";
  const curve = place && before.filter((i) => i !== place && formulaIn(i, x)).at(-1);
  if (!place || !curve || !speaksOnly(item.right, x) || item.link.statement.links.length > 1) return undefined;
  const at = lineAt(place.right, x, input);
  const found = withReason(() => [at(item.right), at(curve.right)]);
  const [is, has] = Array.isArray(found) ? found : [];
  if (!is || !has) return undefined;
  const there = `$${x}$ = ${figure(has.x)}`;
  if (isSame(is.value, has.value) && isSame(is.slope, has.slope))
    return { ...step, verdict: "holds", code: "tangent/touches", basis: "sampled", message: `Holds: at ${there} it has the value and the slope of the curve.` };
  const what = isSame(is.slope, has.slope)
    ? `at ${there} the curve is at ${figure(has.value)}, the line at ${figure(is.value)}`
    : `at ${there} the slope of the curve is ${figure(has.slope)}, that of the line ${figure(is.slope)}`;
  const newText = lineText(has.slope, has.value - has.slope * has.x, x);
  const fixes = newText === undefined ? [] : [{ title: `Write $${newText}$`, edits: [{ range: input.range(item.link.right), newText }] }];
  return { ...step, verdict: "fails", code: "tangent/misses", message: `Does not hold: ${what}.`, ...(fixes.length ? { fixes } : {}) };
}

/** y = …, f(x) = … in x alone, as formulas of a curve. */
const formulaIn = ({ left, right }: Item, x: string): boolean =>
  (left.op === "symbol" ? left.name === "y" : left.op === "apply" && !left.data?.order && left.args.length === 1 && left.args[0].name === x) &&
  speaksOnly(right, x);

const speaksOnly = (e: Expr, x: string): boolean => {
  const { symbols, indexed, applied } = namesOf(e);
  return (
    symbols.has(x) &&
    indexed.size + applied.size === 0 &&
    isClosed(rewrite(e, (n) => (n.op === "symbol" && n.name === x ? { ...n, op: "number", name: "1" } : n)))
  );
};

const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * (1 + Math.abs(a) + Math.abs(b));

/** Value and slope of formulas in x at a point. */
function lineAt(point: Expr, x: string, input: JudgeInput): (e: Expr) => { x: number; value: number; slope: number } | undefined {
  return (e) => {
    const slope = node("derivative", [e, symbol(x)], e.span, undefined, { partial: false });
    const { bench } = settingFor(e, slope, { definitions: new Map(), conditions: [], unused: [] }, input.seed);
    const ev = bench.evaluator(double, Int32Array.of(0));
    const a = double.toNumbers(ev.scalar(point));
    const there = ev.with(x, scalar(double.numbers(a)));
    const [value, steep] = [e, slope].map((f) => double.toNumbers(there.scalar(f))[0]);
    return [a[0], value, steep].every(Number.isFinite) ? { x: a[0], value, slope: steep } : undefined;
  };
}

/** 2x - 1, where both numbers are whole. */
function lineText(slope: number, at: number, x: string): string | undefined {
  const [m, b] = [Math.round(slope), Math.round(at)];
  if (!isSame(m, slope) || !isSame(b, at)) return undefined;
  const steep = m === 0 ? "" : m === 1 ? x : m === -1 ? `-${x}` : `${m}${x}`;
  if (b === 0) return steep || "0";
  return steep === "" ? String(b) : `${steep} ${b < 0 ? "-" : "+"} ${Math.abs(b)}`;
}
