/** Fractions written with \frac and its kin, and derivatives that are written as fractions. */

import type { Span } from "../../base/span";
import { Cursor } from "../../expression/cursor";
import type { Parser } from "../../expression/parser";
import { type Expr, node } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import { leibniz } from "../calculus/derivatives";
import type { Construct } from "../construct";

function fraction(p: Parser): Expr | undefined {
  const start = p.cursor.position - 1;
  const place = p.cursor.here();
  const over = p.cursor.argument();
  const placeUnder = p.cursor.here();
  const under = p.cursor.argument();
  const derivative = leibniz(p, over, under, start);
  if (derivative) return derivative;
  const numerator = readNumerator(p, over, place);
  return node("div", [numerator, p.inner(under, placeUnder)], p.cursor.since(start), undefined, { style: "frac" });
}

/** A numerator may hold the differential of the integral around it, so it is read in its context. */
function readNumerator(p: Parser, tokens: readonly Token[], place: Span): Expr {
  if (p.integrals === 0) return p.inner(tokens, place);
  const cursor = p.cursor;
  p.cursor = new Cursor(tokens, tokens.length ? tokens[tokens.length - 1].to : place.to);
  const e = p.all();
  p.cursor = cursor;
  return e;
}

export const fractions: Construct = {
  name: "fractions",
  prefix: Object.fromEntries(["frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac", "flatfrac", "slfrac", "ofrac"].map((name) => [`\\${name}`, fraction])),
  infix: {
    "\\over": {
      power: 0.5,
      parse: (p, left) => {
        p.cursor.next();
        const right = p.expression(0.5);
        return node("div", [left, right], { from: left.span.from, to: right.span.to }, undefined, { style: "frac" });
      },
    },
  },
  examples: [
    { latex: "\\frac12 + \\frac13 = \\frac56", verdict: "holds" },
    { latex: "\\frac{a}{b} + \\frac{c}{d} = \\frac{a + c}{b + d}", verdict: "fails" },
    { latex: "\\frac{1}{x} - \\frac{1}{x+1} = \\frac{1}{x(x+1)}", verdict: "holds" },
  ],
};
