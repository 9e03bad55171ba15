/** Two parts that changed places: a fraction, a condition p(a|b), the arguments of a divergence. */
import type { Token } from "../../latex/tokens";
import { type Container, isSign, type Layout } from "../layout";
import type { PlainFamily } from "../search";
import { candidate, cut, exchange, join, write } from "../site";
import { type Named, namesIn } from "./symbols";

/** Numerator and denominator. */
export const fractions: PlainFamily = function* ({ site }) {
  const { tokens, layout, text } = site;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i].kind !== "command" || !/^[dtc]?frac$/.test(tokens[i].text)) continue;
    const middle = tokens[i + 1]?.kind === "open" ? (layout.close.get(i + 1) ?? i + 1) + 1 : i + 2;
    const end = tokens[middle]?.kind === "open" ? (layout.close.get(middle) ?? middle) + 1 : middle + 1;
    if (end > tokens.length || middle >= end) continue;
    const [over, under] = [cut(tokens, i + 1, middle, text), cut(tokens, middle, end, text)];
    yield candidate(site, i + 1, end, join(under, over), "Swap numerator and denominator", 1.2);
    yield candidate(site, i, end, over, "Leave out the denominator", 2.2);
  }
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i].kind !== "symbol" || tokens[i].text !== "/" || i === 0 || i + 1 >= tokens.length) continue;
    const end = layout.unitEnd(i + 1);
    let start = i - 1;
    for (let k = i - 1; k >= 0 && layout.unitEnd(k) >= i; k--) if (layout.unitEnd(k) === i && layout.place[k] === layout.place[i]) start = k;
    yield candidate(
      site,
      start,
      end,
      join(cut(tokens, i + 1, end, text), write("/"), cut(tokens, start, i, text)),
      "Swap what stands over and under the slash",
      1.3,
    );
  }
};

/** A factor of the numerator and one of the denominator that changed places: a/b² for b²/a, where other factors are right. */
export const factorsAcross: PlainFamily = function* ({ site }) {
  const { tokens, layout } = site;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i].kind !== "command" || !/^[dtc]?frac$/.test(tokens[i].text) || tokens[i + 1]?.kind !== "open") continue;
    const over = layout.close.get(i + 1);
    if (over === undefined || tokens[over + 1]?.kind !== "open") continue;
    const under = layout.close.get(over + 1) ?? over + 1;
    const [p, q] = [numberOf(layout, i + 2, over), numberOf(layout, over + 2, under)];
    // 3gH/4 for 4gH/3
    if (p && q && over > i + 3) yield exchange(site, p, q, "Exchange the two numbers of the fraction", 1.3);
    const [above, below] = [unitsOf(layout, i + 2, over), unitsOf(layout, over + 2, under)];
    if (above.length * below.length < 2 || above.length > 5 || below.length > 5) continue;
    for (const a of above) for (const b of below) yield exchange(site, a, b, "Exchange these two factors of the fraction", 1.3);
  }
};

/** The number that a product begins with. */
function numberOf(layout: Layout, from: number, to: number): { from: number; to: number } | undefined {
  for (let at = from + 1; at < to; at++) if (isSign(layout.tokens[at])) return undefined;
  return layout.tokens[from].kind === "number" ? { from, to: from + 1 } : undefined;
}

/** Sine and cosine that changed places, each of which stands there once. */
export const exchangedFunctions: PlainFamily = function* ({ site }) {
  const found = (name: string): number[] => site.tokens.flatMap((t, at) => (t.kind === "command" && t.text === name ? [at] : []));
  for (const [one, other] of [
    ["sin", "cos"],
    ["sinh", "cosh"],
  ]) {
    const [a, b] = [found(one), found(other)];
    if (a.length !== 1 || b.length !== 1) continue;
    const [first, second] = a[0] < b[0] ? [a[0], b[0]] : [b[0], a[0]];
    yield exchange(site, { from: first, to: first + 1 }, { from: second, to: second + 1 }, `Exchange $\\${one}$ and $\\${other}$`, 1.4);
  }
};

/** The factors of a product of names and powers; none where it is a sum. */
function unitsOf(layout: Layout, from: number, to: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let at = from; at < to; ) {
    if (isSign(layout.tokens[at])) return [];
    const end = Math.min(Math.max(layout.unitEnd(at), at + 1), to);
    if (layout.tokens[at].kind !== "number") found.push({ from: at, to: end });
    at = end;
  }
  return found;
}

/** An exponent that stands on the factor beside the one that it belongs to: (a + b)² c for (a + b) c². */
export const exponentsBeside: PlainFamily = function* ({ site }) {
  const { layout, tokens, text } = site;
  for (const { terms, place } of layout.containers) {
    if (place === "sub" || place === "name") continue;
    for (const { from, to } of terms) {
      for (let at = from; at < to; ) {
        const middle = Math.max(layout.unitEnd(at), at + 1);
        const end = middle < to ? Math.max(layout.unitEnd(middle), middle + 1) : to;
        const [first, second] = [raisedAt(tokens, layout, at, middle), raisedAt(tokens, layout, middle, end)];
        const isFactor = (i: number): boolean => tokens[i].kind === "letter" || /^[([]$/.test(tokens[i].text);
        if (middle < to && end <= to && isFactor(at) && isFactor(middle) && (first === undefined) !== (second === undefined)) {
          const [a, b] = [cut(tokens, at, first ?? middle, text), cut(tokens, middle, second ?? end, text)];
          const script = first === undefined ? cut(tokens, second ?? end, end, text) : cut(tokens, first, middle, text);
          const by = first === undefined ? join(a, script, b) : join(a, b, script);
          yield candidate(site, at, end, by, "Put the exponent on the factor beside it", 1.4);
        }
        at = middle;
      }
    }
  }
};

/** Where the exponent of a unit begins; undefined where it has none. */
function raisedAt(tokens: readonly Token[], layout: Layout, from: number, to: number): number | undefined {
  const start = layout.close.get(from) ?? from;
  for (let i = start + 1; i < to; i++) if (tokens[i].kind === "sup") return i;
  return undefined;
}

/** Two names that changed places in the whole operand or in one of its parts: a s² + t² for a t² + s². */
export const exchangedNames: PlainFamily = function* ({ site }) {
  const { layout, text } = site;
  const names = namesIn(layout);
  const isSingle = (n: Named, c: Container): boolean => names.filter((o) => o.key === n.key && o.from >= c.from && o.to <= c.to).length === 1;
  for (const c of layout.containers) {
    if (c.place === "sub" || c.place === "name") continue;
    const inside = names.filter((n) => n.from >= c.from && n.to <= c.to && isSingle(n, c));
    if (inside.length > 6) continue;
    for (const [i, a] of inside.entries())
      for (const b of inside.slice(i + 1)) {
        if (a.from >= b.from || a.to > b.from) continue;
        const [x, y] = [a, b].map(({ from, to }) => cut(site.tokens, from, to, text).text.trim());
        yield exchange(site, a, b, `Exchange $${x}$ and $${y}$`, 1.45);
      }
  }
};

/** A difference the other way round: b - a for a - b. */
export const differences: PlainFamily = function* ({ site }) {
  const { tokens, layout, text } = site;
  for (const { terms, place } of layout.containers) {
    if (place === "sub" || place === "name") continue;
    for (const [at, b] of terms.entries()) {
      const a = terms[at - 1];
      if (a === undefined || b.sign !== a.to || (terms.length > 2 && place !== "base")) continue;
      const [before, between] = [a.sign === undefined ? "+" : tokens[a.sign].text, tokens[b.sign].text];
      if (before === between || (terms.length === 2 && a.sign !== undefined)) continue;
      const [first, second] = [cut(tokens, a.from, a.to, text), cut(tokens, b.from, b.to, text)];
      const turned = join(second, ` ${between} `, first);
      yield candidate(site, a.from, b.to, turned, "Take the difference the other way round", terms.length === 2 ? 1.3 : 1.4);
    }
  }
};

/** Two factors the other way round, where that matters: B^T A^T for A^T B^T, b × a for a × b. */
export const products: PlainFamily = function* ({ site }) {
  const { tokens, layout, text } = site;
  for (const { terms, place } of layout.containers) {
    if (place === "sub" || place === "name") continue;
    for (const { from, to } of terms) {
      const middle = layout.unitEnd(from);
      const second = isCross(tokens[middle]) ? middle + 1 : middle;
      if (second >= to || layout.unitEnd(second) !== to || !(second > middle || isTurned(tokens.slice(from, to)))) continue;
      const by = join(cut(tokens, second, to, text), " ", cut(tokens, middle, second, text), " ", cut(tokens, from, middle, text));
      yield candidate(site, from, to, by, "Swap the factors", 1.3);
    }
  }
};
const isCross = (t: Token | undefined): boolean => t?.kind === "command" && t.text === "times";
/** A transpose, an adjoint or an inverse stands in it. */
const isTurned = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (t, i) =>
      tokens[i - 1]?.kind === "sup" &&
      (/^(T|top|intercal|dagger|ast|H)$/.test(t.text) || (t.kind === "open" && /^(T|top|-|mathsf|mathrm|dagger|intercal|H)$/.test(tokens[i + 1]?.text ?? ""))),
  );

/** What stands before and behind the bar, or two arguments. */
export const conditions: PlainFamily = function* ({ site }) {
  const { tokens, layout, text } = site;
  for (const [open, close] of layout.close) {
    if (tokens[open].kind !== "symbol" && tokens[open].kind !== "command") continue;
    for (let i = open + 1; i < close; i++) {
      const inner = layout.close.get(i);
      if (inner !== undefined && inner < close) {
        i = inner;
        continue;
      }
      const bar =
        (tokens[i].kind === "symbol" && tokens[i].text === "|") || (tokens[i].kind === "command" && /^(mid|vert|\||Vert|parallel)$/.test(tokens[i].text));
      const comma = tokens[i].kind === "symbol" && /^[,;]$/.test(tokens[i].text);
      const doubled = bar && tokens[i + 1]?.text === "|" ? 1 : 0;
      if ((!bar && !comma) || i === open + 1 || i + 1 + doubled >= close) continue;
      const by = join(cut(tokens, i + 1 + doubled, close, text), " ", cut(tokens, i, i + 1 + doubled, text), " ", cut(tokens, open + 1, i, text));
      const title = bar ? "Swap what stands before and behind the bar" : "Swap the arguments";
      yield candidate(site, open + 1, close, by, title, bar ? 1 : 1.3) ??
        exchange(site, { from: open + 1, to: i }, { from: i + 1 + doubled, to: close }, title, bar ? 1 : 1.3);
      i += doubled;
    }
  }
};
