/** "Let f …" in another part than the one that defined f: what was said of it there is over. */
import { type Expr, symbol } from "../../expression/tree";
import type { Line } from "../reading/chains";
import { forget } from "../roles/remember";
import type { State } from "../roles/state";

/** "Let $f$", "Suppose we have two functions, $f$". */
const INTRODUCES =
  /\b(let|suppose|consider|assume)(\s+(now|that|also))*\s*$|\b(let|suppose|consider|assume|given)\b[^.;:]{0,40}\bfunctions?,?\s*$|(设|令|若|假设|考虑)(有|一个)?(实|连续|可导)?(函数)?\s*$/i;

/** The h of `h : [0, a] \\to \\mathbb{R}`. */
export const mappedName = ({ links: [first], block }: Line): Expr | undefined => {
  const [name, colon] = first?.sign.relation === "→" ? first.left.tokens : [];
  return name?.kind === "letter" && /^(:|colon)$/.test(colon?.text ?? "") ? symbol(name.text, block.span) : undefined;
};

const AND = /^[\s,]*(and\b)?\s*$/i;

/** The function or name that "Let $f$ …" introduces in another part than the one that defined it: what was said of it there is over. */
export function saidAnew(alone: Expr, prose: string, state: State, goesOn: boolean): string | undefined {
  const name = (alone.op === "symbol" || alone.op === "apply") && (INTRODUCES.test(prose) || (goesOn && AND.test(prose))) ? (alone.name ?? "") : undefined;
  if (name === undefined || (state.scopes.get(name)?.scope ?? state.scope) >= state.scope || state.distributions.has(name)) return undefined;
  forget(name, state);
  return name;
}

/** K of "F(K, L) = …" in another part than that of a function K(q) or of K = q²: it is a variable there. Points (x, y) stay what they are. */
export const takenForVariables = (left: Expr, { functions, scopes, scope }: State): string[] => {
  const isOver = (name: string): boolean => (functions.get(name) ?? scope) < scope || (/^[A-Z]$/.test(name) && (scopes.get(name)?.scope ?? scope) < scope);
  return left.op === "apply" && left.args.length > 1 && left.args.every((a) => a.op === "symbol") ? left.args.map((a) => a.name ?? "").filter(isOver) : [];
};
