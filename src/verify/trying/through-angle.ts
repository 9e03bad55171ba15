/** The angle beside the lengths of two vectors, |v| |w| cos θ: where nothing else says what it is, it is the angle between these. */
import { type Definition, plainDefinition } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import { namesOf } from "../../expression/names";
import { type Expr, node, symbol, walk } from "../../expression/tree";
import type { JudgeInput, Tried } from "./trial";
import { tryPlan } from "./try-plan";

const ANGLE = /^\\(theta|phi|varphi|alpha|beta|gamma|vartheta)$/;

/** Agreement of the step with its angle between the two vectors that it takes the lengths of; undefined where there is none. */
export function throughAngle(last: Tried, item: Item, input: JudgeInput): Tried | undefined {
  const sides = [item.left, item.right];
  const angle = onlyAngle(sides);
  if (item.relation !== "=" || angle === undefined || last.plan.definitions.has(angle)) return undefined;
  const vectors = lengths(sides);
  if (vectors.length !== 2) return undefined;
  const { span } = item.left;
  const [v, w] = vectors.map((name) => symbol(name, span));
  const product = (args: readonly Expr[], style: string): Expr => node("mul", args, span, undefined, { style });
  const norm = (e: Expr): Expr => node("norm", [e], span);
  const cosine = node("div", [product([v, w], "cdot"), product([norm(v), norm(w)], "juxtaposed")], span);
  const body = node("call", [cosine], span, "acos", { based: false });
  const definition: Definition = plainDefinition(angle, body, span);
  const plan = { ...last.plan, unused: [], definitions: new Map([...last.plan.definitions, [angle, definition]]) };
  const tried = tryPlan(item, plan, input);
  const says = `$${angle}$ is the angle between $${vectors[0]}$ and $${vectors[1]}$`;
  return tried.outcome.kind === "agrees" ? { ...tried, item, reading: says } : undefined;
}

/** The letter of which sines and cosines are taken, where it is the only one and stands nowhere else. */
function onlyAngle(sides: readonly Expr[]): string | undefined {
  const found = new Set<string>();
  for (const e of sides)
    walk(e, (n) => void (n.op === "call" && /^(sin|cos)$/.test(n.name ?? "") && found.add(n.args[0].op === "symbol" ? (n.args[0].name ?? "") : "")));
  const [name] = found;
  return found.size === 1 && ANGLE.test(name) ? name : undefined;
}

/** Names of which lengths are taken. */
function lengths(sides: readonly Expr[]): string[] {
  const found = new Set<string>();
  for (const e of sides)
    walk(e, (n) => {
      if ((n.op === "norm" || n.op === "absolute") && n.args[0].op === "symbol") found.add(n.args[0].name ?? "");
    });
  const own = namesOf(...sides).symbols;
  return [...found].filter((name) => own.has(name) && /^\\(vec|mathbf|overrightarrow)\{|^[a-z]$/.test(name)).sort();
}
