/** Layout that means nothing: boxes, colours, cancellations, braces under terms, phantoms, text. */
import { namesOf, symbolName } from "../expression/names";
import { hasSymbol } from "../expression/occurrences";
import { type Parser, POWER, type Prefix } from "../expression/parser";
import { type Expr, failure, node, some, symbol } from "../expression/tree";
import { NotUnderstood } from "../expression/value";
import type { Token } from "../latex/tokens";
import { atVariable, evaluationBinding } from "./calculus/evaluation-variable";
import type { Construct } from "./construct";
import { listBelow } from "./series/sum-index";

/** The argument of a transparent command is the expression. */
const transparent: Prefix = (p) => {
  const start = p.cursor.position - 1;
  const e = p.argument(true);
  return { ...e, span: p.cursor.since(start), data: { ...e.data, braced: true } };
};

/** `\underbrace{…}_{note}`: the note is not part of the expression. */
const braced: Prefix = (p) => {
  const start = p.cursor.position - 1;
  const e = p.argument(true);
  while (p.cursor.is("sub") || p.cursor.is("sup")) {
    p.cursor.next();
    p.cursor.argument();
  }
  return { ...e, span: p.cursor.since(start), data: { ...e.data, braced: true } };
};

/** `\overset{note}{X}`, `\stackrel`: the second argument. */
const stacked: Prefix = (p) => {
  p.cursor.argument();
  return transparent(p, p.cursor.tokens[p.cursor.position - 1]);
};

/** A word in a formula is a name if it stands as a factor. */
const text: Prefix = (_p, token) => {
  const words = token.text.trim();
  return /^[A-Za-zÀ-ž#\\(][^=<>]*[A-Za-zÀ-ž]/.test(words) || /^\p{L}+$/u.test(words)
    ? node("symbol", [], token, `\\text{${words}}`)
    : failure(`the text "${words.slice(0, 40)}" inside a formula`, token);
};

const ellipsis: Prefix = (_p, token) => node("ellipsis", [], token);

/** What stands below a bar: one expression, or several equations or names between commas. */
const pointOf = (p: Parser): Expr => listBelow(p, (clauses) => clauses.every((c) => c.some((t) => t.text === "=")) || clauses.every((c) => c.length === 1));

/** The equations of a bar at several places: `x = 1, y = 2`, or a point whose coordinates are those of the expression. */
function placesOf(left: Expr, below: Expr | undefined): readonly Expr[] | undefined {
  if (below?.op === "list") {
    const names = below.args.map((a) => (a.op === "relation" && a.name === "=" ? a.args[0].name : undefined));
    const simple = names.every((n) => n !== undefined) && below.args.every((a) => names.every((n) => !namesOf(a.args[1]).symbols.has(n as string)));
    return simple ? below.args : undefined;
  }
  if (below?.op !== "tuple") return undefined;
  const point = below.args;
  const spoken = namesOf(left).symbols;
  const names = AXES.find((axes) => axes.length === point.length && axes.some((n) => spoken.has(n)));
  const others = AXES.flat().filter((n) => spoken.has(n) && !names?.includes(n));
  return names && others.length === 0 ? names.map((n, i) => node("relation", [symbol(n, below.span), point[i]], below.span, "=")) : undefined;
}

/** Coordinates in their usual order. */
const AXES = [
  ["x", "y"],
  ["x", "y", "z"],
  ["u", "v"],
  ["s", "t"],
  ["r", "\\theta"],
];

/** What `∂f/∂x |_y` and `∂p/∂V |_{S,N}` hold fixed: letters of variables other than the one that is varied. */
function heldBy(left: Expr, below: Expr): string | undefined {
  const names = below.op === "tuple" || below.op === "list" ? below.args : [below];
  const isVariable = (e: Expr): boolean => e.op === "symbol" && /^([r-z]|[A-Z]|\\(theta|phi|varphi|mu|beta))$/.test(e.name ?? "");
  if (left.op !== "derivative" || !left.data?.partial || !names.every(isVariable)) return undefined;
  return names.some((e) => e.name === symbolName(left.args[1])) ? undefined : names.map(symbolName).join();
}

/** `F(x) \Big|_{a}^{b}`: the value at the upper minus that at the lower end; `\Big|_{x=1}` the value there. */
export function evaluated(p: Parser, left: Expr, token: Token): Expr | undefined {
  // inside an absolute value this is the bar that closes it
  if (p.bars > 0 || token.side === "open") return undefined;
  if (!p.cursor.is("sub", undefined, 1) && !p.cursor.is("sup", undefined, 1)) return undefined;
  const start = p.cursor.position;
  p.cursor.next();
  const { below, above } = p.bounds(() => pointOf(p));
  const { to } = p.cursor.since(start);
  const held = below && !above ? heldBy(left, below) : undefined;
  if (held) return { ...left, span: { from: left.span.from, to }, data: { ...left.data, held } };
  const several = above ? undefined : placesOf(left, below);
  if (several)
    return several.reduce(
      (e, place) =>
        node("evaluated", [e, place], { from: left.span.from, to }, undefined, {
          below: true,
          above: false,
          ...evaluationBinding(e, [place], p.cursor.tokens),
        }),
      left,
    );
  const of = (written: Expr): Expr => {
    const e = atVariable(written, p.reading.functions);
    return node("evaluated", [e, ...(below ? [below] : []), ...(above ? [above] : [])], { from: e.span.from, to }, undefined, {
      below: below !== undefined,
      above: above !== undefined,
      ...evaluationBinding(e, [below, above], p.cursor.tokens),
    });
  };
  // the bar behind a limit belongs to what the limit is of
  if (left.op === "limit" && !left.data?.bracket) return { ...left, args: [of(left.args[0]), ...left.args.slice(1)], span: { from: left.span.from, to } };
  const first = left.op === "add" && !left.data?.bracket && !left.data?.braced ? firstEvaluated(left, [below, above]) : 0;
  if (first === 0) return of(left);
  const last = left.args.slice(first);
  const tail = of(last.length === 1 ? last[0] : node("add", last, { from: last[0].span.from, to: left.span.to }));
  return { ...left, args: [...left.args.slice(0, first), tail], span: { from: left.span.from, to } };
}

/** Of a sum without brackets before a bar, the first of the last terms that hold the variable: the bar is about these. What the bounds speak of is no variable. */
function firstEvaluated(sum: Expr, points: readonly (Expr | undefined)[]): number {
  const letters = (e: Expr): string[] => [...namesOf(e).symbols].filter((n) => !/^(e|i|\\pi|C)$/.test(n));
  const point = points.find((e) => e !== undefined);
  const named = point?.op === "relation" ? point.args[0].name : undefined;
  const all = letters(sum.args[sum.args.length - 1]);
  const apart = all.filter((n) => !points.some((e) => e && hasSymbol(e, n)));
  const own = apart.length > 0 ? apart : all;
  const variable = named ?? (["x", "t", "u", "y", "z", "r", "s", "\\theta", "w", "v"].find((n) => own.includes(n)) || own[0]);
  if (!variable) return 0;
  let first = sum.args.length - 1;
  while (first > 0 && letters(sum.args[first - 1]).includes(variable) && !some(sum.args[first - 1], (n) => n.op === "evaluated")) first--;
  return first;
}

/** `[F(x)]_a^b`, where the bracket was written as square. */
function bracketEvaluated(p: Parser, left: Expr): Expr | undefined {
  if (left.data?.bracket !== "[" || left.op === "evaluated") return undefined;
  const start = p.cursor.position;
  const { below, above } = p.bounds();
  if (!below || (!above && below.op !== "relation")) return undefined;
  const body = atVariable(left, p.reading.functions);
  return node("evaluated", [body, below, ...(above ? [above] : [])], { from: left.span.from, to: p.cursor.since(start).to }, undefined, {
    below: true,
    above: above !== undefined,
    ...evaluationBinding(body, [below, above], p.cursor.tokens),
  });
}

/** `{\bf u}_1`: a name in a group takes its subscript all the same. */
const isBracedName = (e: Expr): boolean => e.op === "symbol" && e.data?.braced === true && !e.data?.bracket;

/** An entry of a matrix written `[A]_{ij}` or `(AB)_{ij}`. */
function entry(p: Parser, left: Expr): Expr | undefined {
  if (left.op === "number" && /^[01]$/.test(left.name ?? "")) return sized(p, left);
  if (!left.data?.bracket && !isBracedName(left)) return undefined;
  const start = p.cursor.position;
  p.cursor.next();
  const place = p.cursor.here();
  const tokens = p.cursor.argument();
  const digits = tokens.length === 1 && /^[1-9]{2}$/.test(tokens[0].text) && !/^\\(mathbf|vec)\{[a-z]/.test(left.name ?? "");
  const parts = digits
    ? [...tokens[0].text].map((d) => node("number", [], tokens[0], d))
    : tokens.length === 2 &&
        tokens.every((t) => t.kind === "letter" || t.kind === "number" || (t.kind === "command" && /^(ell|alpha|beta|mu|nu)$/.test(t.text)))
      ? tokens.map((t) => p.inner([t], place))
      : tokens.some((t) => t.text === ",")
        ? [
            tokens.slice(
              0,
              tokens.findIndex((t) => t.text === ","),
            ),
            tokens.slice(tokens.findIndex((t) => t.text === ",") + 1),
          ].map((part) => p.inner(part, place))
        : pairOfNames(p.inner(tokens, place));
  const span = { from: left.span.from, to: p.cursor.since(start).to };
  if (isBracedName(left)) return node("indexed", parts, span, left.name);
  // (∂p/∂V)_T: what is held fixed
  if (left.op === "derivative" && left.data?.partial && parts.every((e) => e.op === "symbol" || e.op === "indexed"))
    return node("derivative", left.args, span, undefined, { ...left.data, held: parts.map(symbolName).join() });
  return node("entry", [left, ...parts], span);
}

/** `i d_\\ell`: two indices, of which one has an index itself. */
const pairOfNames = (index: Expr): Expr[] =>
  index.op === "mul" &&
  index.args.length === 2 &&
  index.args.every((a) => a.op === "symbol" || a.op === "indexed") &&
  index.args.some((a) => a.op === "indexed")
    ? [...index.args]
    : [index];

/** `1_n` and `0_{p}`: a vector of ones, a zero of a size. */
function sized(p: Parser, left: Expr): Expr | undefined {
  const start = p.cursor.position;
  p.cursor.next();
  const place = p.cursor.here();
  const tokens = p.cursor.argument();
  const comma = tokens.findIndex((t) => t.text === "," || t.text === "times");
  const parts = (comma < 0 ? [tokens] : [tokens.slice(0, comma), tokens.slice(comma + 1)]).map((part) => p.inner(part, place));
  if (parts.some((e) => !/^(symbol|number|indexed|add)$/.test(e.op))) return undefined;
  return node("indexed", parts, { from: left.span.from, to: p.cursor.since(start).to }, `\\mathbf{${left.name}}`);
}

function subscript(p: Parser, left: Expr): Expr | undefined {
  const start = p.cursor.position;
  const evaluated = bracketEvaluated(p, left);
  if (evaluated) return evaluated;
  p.cursor.seek(start);
  return entry(p, left);
}

/** `{\bf x}'`: a mark behind a name in a group. */
function primed(p: Parser, left: Expr): Expr | undefined {
  if (!isBracedName(left)) return undefined;
  const { to } = p.cursor.next();
  return { ...left, name: `${left.name}'`, span: { from: left.span.from, to } };
}

export const annotations: Construct = {
  name: "annotations",
  prefix: {
    ...Object.fromEntries(
      "boxed fbox cancel bcancel xcancel mathstrut ensuremath mathop mathrel mathbin mathord smash uline underline hl strut pmb mbox emph textnormal normalsize small bigg mathchoice Bigg"
        .split(" ")
        .map((n) => [`\\${n}`, transparent]),
    ),
    "\\underbrace": braced,
    "\\overbrace": braced,
    "\\cancelto": (p) => {
      p.cursor.argument();
      return transparent(p, p.cursor.tokens[p.cursor.position - 1]);
    },
    "\\overset": stacked,
    "\\underset": stacked,
    "\\stackrel": stacked,
    text,
    ...Object.fromEntries("cdots ldots dots dotsb dotsc dotsm vdots ddots hdots".split(" ").map((n) => [`\\${n}`, ellipsis])),
    "…": ellipsis,
  },
  infix: {
    "|": { power: POWER.add - 1, parse: evaluated },
    "\\mid": { power: POWER.add - 1, parse: evaluated },
    "\\vert": { power: POWER.add - 1, parse: evaluated },
    "\\rvert": { power: POWER.add - 1, parse: evaluated },
    "'": { power: POWER.power + 3, parse: primed },
    sub: { power: POWER.power + 2, parse: subscript },
    sup: { power: POWER.power + 2, parse: bracketEvaluated },
  },
  meanings: {
    ellipsis: (e) => {
      throw new NotUnderstood("ellipsis", "what the dots stand for is not known", e.span);
    },
    error: (e) => {
      throw new NotUnderstood("expression/not-read", `not understood: ${e.name}`, e.span);
    },
  },
  print: { ellipsis: { power: 99, latex: () => "\\cdots" }, error: { power: 0, latex: (e) => `\\text{${e.name}}` } },
  examples: [
    { latex: "\\underbrace{a + b}_{\\text{both}} = b + a", verdict: "holds" },
    { latex: "\\boxed{2 + 2} = 4", verdict: "holds" },
    { latex: "\\Big[ x^2 \\Big]_1^3 = 8", verdict: "holds" },
    { latex: "\\left. x^2 \\right|_{x=3} = 9", verdict: "holds" },
  ],
};
