/** Dots behind the first terms of a power series, 1 + 2x + 5x^2 + ⋯: whatever they stand for, it grows as the next power at most. */
import { isConstantName, isNumberName } from "../../expression/constants";
import { namesOf } from "../../expression/names";
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, node, number, same, some, walk } from "../../expression/tree";

const isDots = (e: Expr): boolean => e.op === "ellipsis" || (e.op === "neg" && e.args[0].op === "ellipsis");

/**
 * A formula with a term of known growth in place of dots at its end, where what it is a formula for, `of`, speaks of all its names: coefficients that are
 * looked for are no claim. Undefined where no ascending powers stand before the dots.
 */
export function withTail(e: Expr, of: Expr): Expr | undefined {
  const terms = termsOf(e);
  const known = namesOf(of);
  const { symbols, indexed } = namesOf(...terms);
  if (indexed.size > 0 || [...symbols].some((n) => !known.symbols.has(n) && !isNumberName(n))) return undefined;
  const last = terms.pop();
  if (!last || !isDots(last) || terms.length < 2 || terms.some((t) => some(t, (n) => n.op === "ellipsis"))) return undefined;
  const found = basesIn(terms).flatMap((base) => {
    const powers = terms.map((t) => powerOf(t, base));
    return powers.every((p, i) => p !== undefined && (i === 0 || p > (powers[i - 1] ?? p))) ? [{ base, power: powers[powers.length - 1] as number }] : [];
  });
  if (found.length !== 1 || found[0].power < 1) return undefined;
  const [{ base, power }] = found;
  const tail = node("landau", [node("pow", [base, number(power + 1, last.span)], last.span)], last.span, "O");
  return node("add", [...terms, tail], e.span);
}

const termsOf = (e: Expr): Expr[] => (e.op === "add" && !e.data?.bracket ? e.args.flatMap(termsOf) : [e]);

/** Names, and sums that are raised to a power. */
function basesIn(terms: readonly Expr[]): Expr[] {
  const found: Expr[] = [];
  for (const term of terms)
    walk(term, (n) => {
      const base = n.op === "pow" && n.args[0].op === "add" ? n.args[0] : n;
      if ((base.op === "symbol" || base.op === "add") && !isConstantName(base.name) && !found.some((f) => same(f, base))) found.push(base);
      return base === n;
    });
  return found;
}

/** The exponent of a base in a term that is a number times a power of it; undefined where it stands in the term otherwise. */
function powerOf(term: Expr, base: Expr): number | undefined {
  if (same(term, base)) return 1;
  const [first, second] = term.args;
  if (term.op === "pow" && same(first, base)) return second.op === "number" && /^\d+$/.test(second.name ?? "") ? Number(second.name) : undefined;
  if (term.op === "neg") return powerOf(first, base);
  if (term.op === "div") return sharesSymbol(second, base) ? undefined : powerOf(first, base);
  if (term.op === "mul") {
    const powers = term.args.map((a) => powerOf(a, base));
    return powers.some((p) => p === undefined) ? undefined : powers.reduce<number>((sum, p) => sum + (p ?? 0), 0);
  }
  return sharesSymbol(term, base) ? undefined : 0;
}

/** Whether names of a base stand in an expression. */
const sharesSymbol = (e: Expr, base: Expr): boolean => some(e, (n) => n.op === "symbol" && hasSymbol(base, n.name));
