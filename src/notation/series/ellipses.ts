/** What dots stand for: the general term is inferred from the terms shown, must reproduce all of them and the last one, and becomes a sum or a product over an index. */
import { namesOf } from "../../expression/names";
import { type Expr, node, number, rewrite, same, some, symbol, walk } from "../../expression/tree";
import { guess } from "../functions/numeric-guess";
import { type Fit, fitsOf } from "./sequences-of-numbers";

const INDEX = "\u03ba";
const k = symbol(INDEX);
const MOST_FITS = 60;

const isDots = (e: Expr): boolean => e.op === "ellipsis" || (e.op === "neg" && e.args[0].op === "ellipsis");

/** An expression in which every sum and product with dots that could be understood is written out with an index. */
export function withoutDots(e: Expr): Expr {
  if (!some(e, (n) => n.op === "ellipsis")) return e;
  return rewrite(rewrite(e, inOne), (n) => ((n.op !== "add" && n.op !== "mul") || !n.args.some(isDots) ? n : (decimalWithDots(n) ?? resolved(n) ?? n)));
}

/** A juxtaposed end of a dotted product: 1 \\cdot 2 \\cdot 3 \\cdots n. */
function inOne(e: Expr): Expr {
  const isEnd = (a: Expr): boolean => a.op === "mul" && !a.data?.bracket && !a.data?.braced && a.args.some(isDots);
  return e.op === "mul" && e.args.some(isEnd) ? { ...e, args: e.args.flatMap((a) => (isEnd(a) ? a.args : [a])) } : e;
}

/** `0.333\ldots`: digits cut off, so the value lies between the literal and one unit more. */
function decimalWithDots(e: Expr): Expr | undefined {
  const [digits, dots] = e.args;
  if (e.op !== "mul" || e.args.length !== 2 || dots.op !== "ellipsis" || digits.op !== "number" || !digits.name?.includes(".")) return undefined;
  const places = digits.name.length - digits.name.indexOf(".") - 1;
  return { ...number(`${digits.name}5`, e.span), data: { half: 0.5 * 10 ** -places } };
}

interface Term {
  readonly e: Expr;
  readonly sign: 1 | -1;
}

const signed = (e: Expr): Term => (e.op === "neg" ? { e: e.args[0], sign: -1 } : { e, sign: 1 });
const whole = (t: Term): Expr => (t.sign === 1 ? t.e : node("neg", [t.e], t.e.span));

function resolved(e: Expr): Expr | undefined {
  const places = e.args.flatMap((a, i) => (isDots(a) ? [i] : []));
  if (places.length > 1) return inRuns(e, places);
  const [at] = places;
  const before = e.args.slice(0, at).map(signed);
  const after = e.args.slice(at + 1).map(signed);
  return run(e, before, after);
}

/** Several dots: a lone term between two of them is one of the run, of several the first end a run and the others begin the next. */
function inRuns(e: Expr, places: readonly number[]): Expr | undefined {
  const [first] = places;
  const last = places[places.length - 1];
  const between = places.slice(1).map((p, i) => e.args.slice(places[i] + 1, p).map(signed));
  const before = e.args.slice(0, first).map(signed);
  const after = e.args.slice(last + 1).map(signed);
  if (between.every((m) => m.length === 1)) {
    const general = generalTerm(before, after);
    const isOne = (m: Term): boolean => general !== undefined && lastIndex(general.term, before.length, [m]) !== undefined;
    return general && between.every(([m]) => isOne(m)) ? run(e, before, after) : undefined;
  }
  if (places.length > 2) return undefined;
  const [middle] = between;
  for (let cut = 1; cut < middle.length; cut++) {
    const runs = [run(e, before, middle.slice(0, cut)), run(e, middle.slice(cut), after)];
    if (runs.every((r) => r !== undefined)) return node(e.op, runs as Expr[], e.span, undefined, e.data);
  }
  return undefined;
}

/** The terms before and behind dots as a sum or a product over an index. */
function run(e: Expr, before: readonly Term[], after: readonly Term[]): Expr | undefined {
  if (before.length === 0 || before.length > 12 || after.length > 4 || (e.op === "mul" && after.length === 0)) return undefined;
  // 1/n + 1/n + … + 1/n: how many there are is not told
  const [first, ...others] = [...before, ...after];
  if (others.length > 1 && others.every((t) => t.sign === first.sign && same(t.e, first.e))) return undefined;
  const general = generalTerm(before, after);
  if (!general) return undefined;
  return node(e.op === "add" ? "sum" : "prod", [general.term, number(0), general.last], e.span, INDEX, { bound: INDEX });
}

interface General {
  readonly term: Expr;
  readonly last: Expr;
}

function generalTerm(before: readonly Term[], after: readonly Term[]): General | undefined {
  let unlikely: General | undefined;
  for (const term of candidates(before, after)) {
    if (!before.every((t, i) => guess.same(at(term, number(i)), whole(t)))) continue;
    if (after.length === 0) {
      if (before.length >= 3) return { term, last: symbol("\\infty") };
      continue;
    }
    const last = lastIndex(term, before.length, after);
    // 2 + 4 + … + 2^n: nobody counts up to 2^n
    if (last && some(last, isPower)) unlikely ??= { term, last };
    else if (last) return { term, last };
  }
  return unlikely ?? (after.length === 1 ? fromLast(before, after[0]) : undefined);
}

const isPower = (e: Expr): boolean => e.op === "pow" && some(e.args[1], (n) => n.op === "symbol");

/** The last term with its index counted from where the first one is: 1/2(a + 1) + 1/2(a + 2) + … + 1/2b, ln 2 + ln(3/2) + … + ln((n + 1)/n). */
function fromLast(before: readonly Term[], last: Term): General | undefined {
  // a lone first term tells the index only where that is a subscript
  if (before.some((t) => t.sign !== last.sign) || (before.length === 1 && !some(before[0].e, (n) => n.op === "indexed"))) return undefined;
  const indices: { readonly index: Expr; readonly first?: Expr }[] = [];
  const visit = (e: Expr, beside: Expr | undefined): void => {
    const isIndex = (e.op === "symbol" && guess.isIndex(e, 2)) || (e.op === "indexed" && e.args.every((a) => a.op === "number"));
    if (isIndex && !indices.some(({ index }) => same(index, e))) indices.push({ index: e, ...(beside ? { first: beside } : {}) });
    if (!isIndex) for (const [i, a] of e.args.entries()) visit(a, beside?.op === e.op && beside.args.length === e.args.length ? beside.args[i] : undefined);
  };
  visit(last.e, before[0].e);
  // one term at the front says where the index begins, if it has the index
  for (const { index, first } of indices)
    for (const start of [...(first && !same(first, index) ? [first] : []), ...(before.length > 1 ? [0, 1, 2].map((c) => number(c)) : [])]) {
      const counted = { ...node("add", [k, start], index.span), data: { braced: true } };
      const term = whole({ e: rewrite(last.e, (n) => (same(n, index) ? counted : n)), sign: last.sign });
      if (before.every((t, i) => guess.same(at(term, number(i)), whole(t))))
        return { term, last: node("add", [index, node("neg", [start], index.span)], index.span) };
    }
  return undefined;
}

const at = (term: Expr, index: Expr): Expr =>
  rewrite(term, (n) => (n.op === "symbol" && n.name === INDEX ? { ...index, data: { ...index.data, braced: true } } : n));

/** The index of the last term that is written: a difference of it and the parts of the last term that makes the general term equal to it. */
function lastIndex(term: Expr, shown: number, after: readonly Term[]): Expr | undefined {
  const final = whole(after[after.length - 1]);
  const parts: Expr[] = [];
  // what stands in a subscript is a whole number, whatever its letter
  const below: Expr[] = [];
  walk(final, (n) => {
    if (n.op !== "error" && parts.length < 40 && !parts.some((p) => same(p, n))) parts.push(n);
    if (n.op === "indexed") below.push(...n.args);
  });
  const offsets = [0, -1, 1, -2, 2, -3, 3];
  for (const part of parts)
    for (const offset of offsets)
      for (const step of part.op === "number" ? [1] : [1, 2, 3, -1]) {
        const shifted =
          offset === 0
            ? part
            : node(
                "add",
                [part, number(Math.abs(offset))].map((a, i) => (i === 1 && offset < 0 ? node("neg", [a], part.span) : a)),
                part.span,
              );
        const index =
          step === 1
            ? shifted
            : step === -1
              ? node("add", [node("neg", [part], part.span), number(offset)], part.span)
              : node("div", [shifted, number(step)], part.span);
        if (endsAt(term, index, shown, after, step === 1 && below.includes(part))) return index;
      }
  // the n of b_{m+1} ⋯ b_n is no number
  const known = namesOf(term).symbols;
  if ([...namesOf(final).symbols].some((name) => !known.has(name))) return descending(term, shown, after);
  const fixed = Array.from({ length: 64 }, (_, i) => number(i + shown)).find((i) => endsAt(term, i, shown, after));
  return fixed ?? descending(term, shown, after);
}

/** n(n-1)…1 and n + (n-1) + … + 1: as many terms as the first one says. */
function descending(term: Expr, shown: number, after: readonly Term[]): Expr | undefined {
  const first = at(term, number(0));
  for (const offset of [0, 1, -1, 2]) {
    const index = node("add", [first, node("neg", [number(offset)], first.span)], first.span);
    if (endsAt(term, index, shown, after)) return index;
  }
  return undefined;
}

const endsAt = (term: Expr, index: Expr, shown: number, after: readonly Term[], isWhole = false): boolean =>
  (isWhole || guess.isIndex(index, shown - 1)) &&
  after.every((t, i) =>
    guess.same(
      at(
        term,
        node(
          "add",
          [index, number(i + 1 - after.length)].map((a, j) => (j === 1 && i + 1 < after.length ? node("neg", [number(after.length - 1 - i)], index.span) : a)),
          index.span,
        ),
      ),
      whole(t),
    ),
  );

/** General terms in the index, most natural first. */
function* candidates(before: readonly Term[], after: readonly Term[]): Generator<Expr> {
  const sign = signOf(before);
  if (sign !== undefined) {
    for (let from = 0; from <= before.length - 2; from++)
      yield* unified(
        before.slice(from).map((t) => t.e),
        from,
        sign,
        before[0],
      );
    if (before.length === 1 && after.length > 0) yield* single(before[0], after[after.length - 1]);
  }
  if (before.length < 2) return;
  const [a, b] = before.map(whole);
  // arithmetic and geometric progressions, with letters
  yield node("add", [a, node("mul", [k, node("add", [b, node("neg", [a], a.span)], a.span, undefined, { bracket: "(" })], a.span)], a.span);
  if (a.op === "number" && a.name === "1") yield node("pow", [{ ...b, data: { ...b.data, bracket: "(" } }, k], a.span);
  yield node("mul", [a, node("pow", [node("div", [b, a], a.span, undefined, { bracket: "(" }), k], a.span)], a.span);
}

/** 1: all plus; -1: alternating; 0: all minus; undefined: neither. */
function signOf(terms: readonly Term[]): "same" | "alternating" | undefined {
  if (terms.every((t) => t.sign === terms[0].sign)) return "same";
  return terms.every((t, i) => t.sign === (i % 2 === 0 ? terms[0].sign : -terms[0].sign)) ? "alternating" : undefined;
}

function withSign(term: Expr, sign: "same" | "alternating", first: Term): Expr {
  const alternating =
    sign === "alternating"
      ? node("mul", [node("pow", [node("neg", [number(1)], term.span, undefined, { bracket: "(" }), k], term.span), term], term.span)
      : term;
  return first.sign === 1 ? alternating : node("neg", [alternating], term.span);
}

/** Terms of one shape whose numbers follow simple sequences. */
function* unified(terms: readonly Expr[], from: number, sign: "same" | "alternating", first: Term): Generator<Expr> {
  const slots: number[][] = [];
  const shape = unify(terms, slots);
  if (!shape || slots.length === 0 || slots.length > 5) return;
  let tried = 0;
  for (const fits of combinations(slots.map((values) => fitsOf(values, from)))) {
    if (++tried > MOST_FITS) return;
    yield withSign(
      rewrite(shape, (n) => (n.op === "slot" ? { ...fits[Number(n.name)](k), data: { braced: true } } : n)),
      sign,
      first,
    );
  }
}

/** `a_1 + … + a_n`: one term at the front; its numbers go up by one. */
function* single(first: Term, last: Term): Generator<Expr> {
  const places: Expr[] = [];
  walk(first.e, (n) => {
    if (n.op === "number" && /^[01]$/.test(n.name ?? "")) places.push(n);
  });
  if (places.length === 0 || places.length > 3 || first.sign !== last.sign) return;
  for (const chosen of [places, ...places.map((p) => [p])])
    yield withSign(
      rewrite(first.e, (n) => (chosen.includes(n) ? { ...node("add", [k, n], n.span), data: { braced: true } } : n)),
      "same",
      first,
    );
}

/** The common shape of terms, with slots for the numbers in which they differ. */
function unify(terms: readonly Expr[], slots: number[][]): Expr | undefined {
  const [a] = terms;
  if (terms.every((t) => same(t, a))) return a;
  if (terms.every((t) => t.op === "number")) {
    slots.push(terms.map((t) => Number(t.name)));
    return node("slot", [], a.span, String(slots.length - 1));
  }
  if (terms.some((t) => t.op !== a.op || t.name !== a.name || t.args.length !== a.args.length) || a.args.length === 0) return undefined;
  const args = a.args.map((_, i) =>
    unify(
      terms.map((t) => t.args[i]),
      slots,
    ),
  );
  return args.every((arg) => arg !== undefined) ? { ...a, args: args as Expr[] } : undefined;
}

function* combinations(lists: readonly (readonly Fit[])[]): Generator<Fit[]> {
  if (lists.length === 0) {
    yield [];
    return;
  }
  for (const head of lists[0]) for (const rest of combinations(lists.slice(1))) yield [head, ...rest];
}
