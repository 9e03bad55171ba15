/** Numbers of selections: `{}_nC_k`, `^nP_k`, and multinomial coefficients `\binom{n}{k_1, \ldots, k_m}`. */
import type { Parser, Prefix } from "../../expression/parser";
import { type Expr, node, number } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import type { Construct } from "../construct";

/** `_nC_k`, `^{n}P_{k}`: a script that nothing stands before, then C or P with its own. */
const leading: Prefix = (p, token) => {
  const start = p.cursor.position - 1;
  // {}_n C_k
  if (token.kind === "open" && !(p.cursor.take("close") && (p.cursor.take("sub") || p.cursor.take("sup")))) return undefined;
  const n = p.inner(p.cursor.argument(), token);
  const letter = p.cursor.peek();
  if (letter?.kind !== "letter" || !/^[CP]$/.test(letter.text)) return undefined;
  p.cursor.next();
  if (!p.cursor.take("sub")) return undefined;
  const k = p.inner(p.cursor.argument(), letter);
  const binomial = node("call", [n, k], p.cursor.since(start), "binomial");
  return letter.text === "C" ? binomial : node("mul", [binomial, node("call", [k], k.span, "factorial")], p.cursor.since(start), undefined, { bracket: "(" });
};

const factorial = (e: Expr): Expr => node("call", [e], e.span, "factorial");

/** The lower entries of a multinomial coefficient, where they are listed by commas. */
function lower(p: Parser, tokens: readonly Token[] = p.cursor.argument()): Expr[] | undefined {
  const inside = tokens[0]?.kind === "open" && tokens[tokens.length - 1]?.kind === "close" ? tokens.slice(1, -1) : tokens;
  if (!inside.some((t) => t.kind === "symbol" && t.text === ",")) return undefined;
  const parts: (typeof tokens)[number][][] = [[]];
  for (const t of inside) {
    if (t.kind === "symbol" && t.text === ",") parts.push([]);
    else parts[parts.length - 1].push(t);
  }
  return parts.map((part) => p.inner(part, tokens[0]));
}

/** n! over the product of the factorials of the entries; `k_1, \ldots, k_m` is a product over an index. */
function multinomial(n: Expr, entries: readonly Expr[], span: Expr["span"]): Expr | undefined {
  const dots = entries.findIndex((e) => e.op === "ellipsis");
  if (dots < 0) return node("div", [factorial(n), node("mul", entries.map(factorial), span)], span, undefined, { style: "frac" });
  const [first, last] = [entries[0], entries[entries.length - 1]];
  if (
    dots !== entries.length - 2 ||
    first.op !== "indexed" ||
    last.op !== "indexed" ||
    first.name !== last.name ||
    first.args.length !== 1 ||
    last.args.length !== 1 ||
    first.args[0].name !== "1"
  )
    return undefined;
  const index = node("symbol", [], span, "\u03ba");
  const body = factorial(node("indexed", [index], span, first.name));
  return node("div", [factorial(n), node("prod", [body, number(1), last.args[0]], span, "\u03ba", { bound: "\u03ba" })], span, undefined, { style: "frac" });
}

/** `\binom{n}{k_1, k_2}`; undefined where one number stands below. */
const binom: Prefix = (p) => {
  const start = p.cursor.position - 1;
  const n = p.argument();
  const entries = lower(p);
  return entries && multinomial(n, entries, p.cursor.since(start));
};

/** `{n \choose {k_1, \ldots, k_m}}`. */
function choose(p: Parser, left: Expr): Expr | undefined {
  p.cursor.next();
  const rest = p.cursor.tokens.slice(p.cursor.position);
  const entries = lower(p, rest);
  if (entries) p.cursor.seek(p.cursor.tokens.length);
  return entries ? multinomial(left, entries, { from: left.span.from, to: p.cursor.since(0).to }) : undefined;
}

export const selections: Construct = {
  name: "selections",
  prefix: { sub: leading, sup: leading, open: leading, ...Object.fromEntries(["binom", "dbinom", "tbinom"].map((name) => [`\\${name}`, binom])) },
  infix: { "\\choose": { power: 0.5, parse: choose } },
  examples: [
    { latex: "{}_5C_2 = 10", verdict: "holds" },
    { latex: "^{10}P_3 = 720", verdict: "holds" },
    { latex: "_{10}P_3 = 120", verdict: "fails" },
    { latex: "\\binom{6}{1, 2, 3} = 60", verdict: "holds" },
    { latex: "{6 \\choose 2, 2, 2} = 60", verdict: "fails" },
  ],
};
