/** Two entries in parentheses that are a number where the document says so: (a, b) = 1 as a greatest common divisor, (x, Ax) as an inner product. */
import type { Item } from "../../derivation/facts/items";
import { type Expr, same, some } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

const isPair = (e: Expr): boolean => e.op === "tuple" && e.args.length === 2;
const isNumeral = (e: Expr): boolean => e.op === "number" || (e.op === "neg" && isNumeral(e.args[0]));

/** (a, b) = 1. */
const equalsNumber = ({ relation, left, right }: Item): boolean =>
  relation === "=" && ((isPair(left) && isNumeral(right)) || (isPair(right) && isNumeral(left)));

/** Ax, A(x + h), A^T x: a capital letter before what it is applied to. */
const isImage = (e: Expr): boolean =>
  (e.op === "apply" && /^[A-Z]$/.test(e.name ?? "")) ||
  (e.op === "mul" && e.args.length > 1 && some(e.args[0], (n) => n.op === "symbol" && /^(\\math(bf|sf|rm|cal)\{)?[A-Z]\}?$/.test(n.name ?? "")));
/** (x, Ax). */
const isForm = (e: Expr): boolean => isPair(e) && e.args.some(isImage) && !e.args.every(isImage);

/** (u, Au): no pair of numbers is made so. */
const isQuadratic = (e: Expr): boolean => isPair(e) && isImage(e.args[1]) && same(e.args[1].args[e.args[1].args.length - 1], e.args[0]);

/** [X, Y] + [X, Z]: terms that share an entry, as of a product. */
const isExpanded = (e: Expr): boolean => {
  const terms =
    e.op === "add" ? e.args.map((a) => (a.op === "neg" ? a.args[0] : a)).filter((a) => isPair(a) && a.data?.open === "[" && !a.args.some(isNumeral)) : [];
  return terms.some((a, i) => terms.slice(0, i).some((b) => a.args.some((entry, k) => same(entry, b.args[k]))));
};

const INNER =
  /\b(inner|scalar|dot) products?\b|\bprodott[oi] scalar[ei]\b|\bproduits? scalaires?\b|\bproductos? (escalar|interno)|skalarprodukt|\bquadratic form|内积/i;

export const pairsAsNumbers: Excuse = ({ left, right }, { groups, text }) => {
  const pairs: Expr[] = [];
  for (const side of [left, right]) some(side, (n) => isPair(n) && pairs.push(n) === 0);
  if (pairs.length === 0) return undefined;
  if ([left, right].some((e) => some(e, isExpanded)))
    return unjudged("context/notation", "Not judged: a bracket of two that is expanded is a product of its own.");
  if (pairs.some(isQuadratic) || (pairs.some(isForm) && INNER.test(text)))
    return unjudged("context/notation", "Not judged: two vectors in parentheses may be an inner product here.");
  return groups.some((g) => g.items.some(equalsNumber))
    ? unjudged("context/notation", "Not judged: two entries in parentheses are a number in this document, and no pair.")
    : undefined;
};
