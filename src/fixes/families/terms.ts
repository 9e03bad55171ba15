/** A term with a wrong coefficient, one too many, or one that is missing: the coefficient or the addend is solved for. */
import type { Container, Term } from "../layout";
import { matchProduct } from "../materials";
import { bracketed, type Family, needed, type PlainFamily, run, type Search } from "../search";
import { candidate, cut, type Fragment, join, type Site, write } from "../site";

type Plain = Parameters<PlainFamily>[0];

const counts = (c: Container): boolean => c.place === "base" || c.place === "sup";

/** A term or a factor too many. */
export const droppedTerms: PlainFamily = function* (search) {
  for (const c of search.site.layout.containers) {
    if (c.place === "sub" || c.place === "name") continue;
    if (c.terms.length > 1) for (const term of c.terms) yield dropped(search, c, term);
    if (counts(c)) for (const term of c.terms) yield* withoutUnits(search, term);
  }
};

/** Terms whose coefficient should be another: 0 drops it, -1 flips its sign. */
export const coefficients: Family = function* (search) {
  const { site } = search;
  for (const c of site.layout.containers) {
    if (!counts(c)) continue;
    for (const term of c.terms) yield* scaled(search, term);
    if (c.terms.length > 1 && (c.open < 0 || !/^(open|begin)$/.test(site.tokens[c.open].kind))) yield* scaledWhole(search, c);
  }
};

function* scaled(search: Search, term: Term) {
  const { site } = search;
  const body = run(search, term.from, term.to);
  const found = needed(search, term.from, term.to, (n) => join(String(n), "\\cdot", body));
  const x = found?.rational ?? found?.exponential;
  if (!x || x.value === 1) return;
  const { value } = x;
  const text = body.text.trim();
  if (value === 0) return;
  if (value === -1) {
    if (term.sign !== undefined)
      yield candidate(
        site,
        term.sign,
        term.sign + 1,
        write(site.tokens[term.sign].text === "+" ? "-" : term.leading ? "" : "+"),
        `Change the sign of $${text}$`,
        1,
      );
    else yield candidate(site, term.from, term.from, write("-"), `Change the sign of $${text}$`, 1.05);
    return;
  }
  const size = Math.abs(value) === 1 ? "" : x.latex.replace(/^-/, "");
  if (value > 0)
    yield candidate(
      site,
      term.from,
      term.from,
      factorBefore(size, body),
      `Multiply $${text}$ by $${x.latex}$`,
      1.6 + 0.05 * (x.value === 0.5 ? 1 : size.length),
    );
  else if (term.sign !== undefined)
    yield candidate(
      site,
      term.sign,
      term.from,
      join(site.tokens[term.sign].text === "-" ? "+" : "-", factorBefore(size, body)),
      `Multiply $${text}$ by $${x.latex}$`,
      2.2,
    );
  else yield candidate(site, term.from, term.from, join("-", factorBefore(size, body)), `Multiply $${text}$ by $${x.latex}$`, 2.2);
}
const factorBefore = (factor: string, body: Fragment): Fragment => (body.tokens[0]?.kind === "number" ? join(factor, "\\cdot ") : write(factor));

/** What is left out, where it is short enough for a title. */
function leaveOut(site: Site, from: number, to: number, what: string): string {
  const text = cut(site.tokens, from, to, site.text).text.trim();
  return `Leave out ${text.length <= 40 ? `$${text}$` : `this ${what}`}`;
}

function dropped({ site }: Plain, c: Container, term: Term) {
  // the bar goes with the only condition
  const start = term.sign ?? (isBar(site, term.from - 1) && c.to === term.to ? term.from - 1 : term.from);
  const next = c.terms[c.terms.indexOf(term) + 1];
  // the sign of the next term becomes the leading one: a plus goes with the term
  const end = start === c.from && next?.sign === term.to && site.tokens[term.to].text === "+" ? term.to + 1 : term.to;
  return candidate(site, start, end, write(""), leaveOut(site, start, end, "term"), 1.8);
}

function* scaledWhole(search: Search, c: Container) {
  const { site } = search;
  const body = run(search, c.from, c.to);
  const x = needed(search, c.from, c.to, (n) => join(String(n), "\\cdot", bracketed(body)))?.rational;
  if (!x || x.value === 1 || x.value === 0) return;
  if (c.open >= 0) yield candidate(site, c.open, c.open, write(x.latex === "-1" ? "-" : x.latex), `Multiply the bracket by $${x.latex}$`, 1.9);
  else
    yield candidate(
      site,
      c.from,
      c.to,
      join(x.latex === "-1" ? "-" : x.latex, bracketed(body)),
      `Multiply the right side by $${x.latex}$`,
      x.value > 0 ? LOST_FACTOR : 2.4,
    );
}

/** A number before a bracket is often lost: (1/n - 1/(n + 2)) for half of it. */
const LOST_FACTOR = 1.58;

/** A term that is missing from a sum, looked for among the terms of both sides and products of their symbols. */
export const missingTerms: Family = function* (search) {
  const { site } = search;
  // nothing is missing from what should vanish
  if (search.wanted.every((c) => c.every((x) => Math.abs(x) < 1e-12))) return;
  for (const c of site.layout.containers) {
    if (!counts(c) || c.to <= c.from || (c.open >= 0 && c.terms.length === 0)) continue;
    const body = run(search, c.from, c.to);
    const found = needed(search, c.from, c.to, (n) => join(body, "+", String(n)));
    if (!found) continue;
    const constant = found.rational ?? found.exponential;
    if (constant) {
      if (constant.value !== 0) yield added(search, c, constant.latex, search.closed ? 3.2 : 2.2);
      continue;
    }
    for (const m of matchProduct(search, found.values)) yield added(search, c, m.latex, (search.closed ? 2.9 : 1.9) + m.cost);
    if (c.place === "sup") for (const m of matchProduct(search, found.raised)) yield added(search, c, m.latex, 1.5 + m.cost);
  }
  yield* exponents(search);
};

/** An exponent of one token that lacks a number: x^n for x^{n-1}. */
function* exponents(search: Search) {
  const { site } = search;
  for (let i = 1; i < site.tokens.length; i++) {
    if (site.tokens[i - 1].kind !== "sup" || site.layout.place[i] !== "sup" || (site.tokens[i].kind !== "letter" && site.tokens[i].kind !== "command"))
      continue;
    const body = run(search, i, i + 1);
    const found = needed(search, i, i + 1, (n) => join("{", body, "+", String(n), "}"))?.exponential;
    if (found && found.value !== 0)
      yield candidate(
        site,
        i,
        i + 1,
        join("{", body, found.latex.startsWith("-") ? found.latex : `+${found.latex}`, "}"),
        `Add $${found.latex}$ to the exponent`,
        1.9,
      );
  }
}

function added({ site }: Search, c: Container, latex: string, cost: number) {
  const text = latex.startsWith("-") ? latex : `+ ${latex}`;
  const spaced = write(` ${text}`);
  const alone = c.open >= 0 && site.tokens[c.open].kind === "symbol" && c.terms.length === 1 ? 0.6 : 0;
  const where = c.open < 0 ? "" : c.place === "sup" ? " to the exponent" : " inside the bracket";
  return candidate(site, c.to, c.to, spaced, `Add the missing term $${text}$${where}`, cost + alone + (c.open < 0 ? 0 : 0.3));
}

/** A factor that a term lost or has too many, looked for in the same way. */
export const missingFactors: Family = function* (search) {
  const { site } = search;
  for (const c of site.layout.containers) {
    if (!counts(c)) continue;
    for (const term of c.terms) {
      const body = run(search, term.from, term.to);
      const found = needed(search, term.from, term.to, (n) => join(String(n), "\\cdot", body));
      if (!found || found.rational) continue;
      for (const m of matchProduct(search, found.values)) {
        if (m.latex === `\\frac{1}{${body.text.trim()}}`)
          yield candidate(site, term.from, term.to, write("1"), `Replace $${body.text.trim()}$ by $1$`, cancels(site, term) ? 1.6 : 2);
        if (body.text.trim() === "1" && !m.latex.startsWith("-"))
          yield candidate(site, term.from, term.to, write(m.latex), `Replace 1 by $${m.latex}$`, 2.05 + m.cost);
        yield candidate(
          site,
          term.from,
          term.from,
          m.latex.startsWith("-") ? write(`(${m.latex})`) : factorBefore(`${m.latex} `, body),
          `Multiply $${body.text.trim()}$ by $${m.latex}$`,
          2.2 + m.cost + (isFraction(search, term) ? BEFORE_FRACTION : 0),
        );
      }
    }
  }
};

/** p of \\frac{p}{p(1-p)}: nobody means to write a fraction that cancels so. */
function cancels({ tokens, layout }: Site, { from, to }: Term): boolean {
  const below = layout.close.get(to + 1);
  const isNumerator = tokens[from - 1]?.kind === "open" && /^[dtc]?frac$/.test(tokens[from - 2]?.text ?? "") && layout.close.get(from - 1) === to;
  return (
    isNumerator &&
    below !== undefined &&
    to === from + 1 &&
    tokens.slice(to + 2, below).some((t, i) => t.text === tokens[from].text && layout.unitEnd(to + 2 + i) === to + 3 + i)
  );
}

/** A factor is rather written in the numerator. */
const BEFORE_FRACTION = 0.05;
const isFraction = ({ site: { tokens, layout } }: Search, { from, to }: Term): boolean =>
  tokens[from].kind === "command" && /^[dt]?frac$/.test(tokens[from].text) && layout.unitEnd(from) >= to;

const isBar = ({ tokens }: Site, at: number): boolean => tokens[at]?.text === "|" || (tokens[at]?.kind === "command" && tokens[at].text === "mid");

/** The term with one of its factors left out. */
function* withoutUnits({ site }: Plain, term: Term) {
  const units: [number, number][] = [];
  for (let i = term.from; i < term.to; ) {
    const end = Math.min(Math.max(site.layout.unitEnd(i), i + 1), term.to);
    units.push([i, end]);
    i = end;
  }
  if (units.length < 2 || units.length > 8) return;
  for (const [unit, to] of units) {
    // the bar goes with the only condition
    const from = to === term.to && unit > term.from && isBar(site, unit - 1) ? unit - 1 : unit;
    if (!isBar(site, unit)) yield candidate(site, from, to, write(""), leaveOut(site, from, to, "factor"), 2.1);
  }
}
