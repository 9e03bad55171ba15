/** What a law says of things that nothing else is said of: the same of two states, p_1 V_1 = p_2 V_2, or of arguments in another order, K(x, y) = conj K(y, x). */
import type { Definition } from "../../derivation/facts/facts";
import { symbolName } from "../../expression/names";
import { type Expr, same, some } from "../../expression/tree";

/** Whether the sides are one formula with another number, or another letter, as the index of all its terms, of which none has a formula. */
export function areStates(left: Expr, right: Expr, definitions: ReadonlyMap<string, Definition>): boolean {
  const [from, to] = [indexOf(left, definitions), indexOf(right, definitions)];
  return from !== undefined && to !== undefined && !same(from, to) && alike(left, right);
}

/** The index that all terms have; undefined where they have several, or one has a formula. */
function indexOf(e: Expr, definitions: ReadonlyMap<string, Definition>): Expr | undefined {
  let found: Expr | undefined;
  let isOne = true;
  some(e, (n) => {
    if (n.op !== "indexed") return false;
    const [index] = n.args;
    isOne &&=
      n.args.length === 1 &&
      /^(number|symbol)$/.test(index.op) &&
      (found === undefined || same(found, index)) &&
      !definitions.has(symbolName(n)) &&
      !definitions.has(n.name ?? "");
    found ??= index;
    return false;
  });
  return isOne && count(e) > 1 ? found : undefined;
}

const count = (e: Expr): number => (e.op === "indexed" ? 1 : e.args.reduce((n, a) => n + count(a), 0));

const alike = (a: Expr, b: Expr): boolean =>
  a.op === b.op && a.name === b.name && (a.op === "indexed" || (a.args.length === b.args.length && a.args.every((x, i) => alike(x, b.args[i]))));

/** A function of which no formula is known, at the same arguments in another order: up to a sign, a conjugate or a transpose. */
export function isRuleOfSymmetry(left: Expr, right: Expr, definitions: ReadonlyMap<string, Definition>): boolean {
  if (/^(neg|adjoint|transpose)$/.test(right.op) || (right.op === "call" && right.name === "conj")) return isRuleOfSymmetry(left, right.args[0], definitions);
  if (left.op !== "apply" || right.op !== "apply" || left.name !== right.name || definitions.has(left.name ?? "")) return false;
  const written = (e: Expr): string[] => e.args.map(symbolName);
  return left.args.length > 1 && left.args.every((a) => /^(symbol|indexed)$/.test(a.op)) && written(left).sort().join() === written(right).sort().join();
}
