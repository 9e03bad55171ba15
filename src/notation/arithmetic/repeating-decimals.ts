/** Decimals that repeat: `0.\overline{3}`, `0.1\dot{6}`, `0.\dot{1}4285\dot{7}`. */
import type { Parser, Prefix } from "../../expression/parser";
import { node } from "../../expression/tree";
import { scalar } from "../../expression/value";
import type { Construct } from "../construct";

/** The digits under a bar, or from dot to dot; undefined where none stand at the cursor. */
function period(p: Parser): string | undefined {
  const sign = p.cursor.peek();
  if (sign?.kind !== "command" || !/^(overline|bar|dot|overbar)$/.test(sign.text)) return undefined;
  p.cursor.next();
  let digits = digitsOf(p);
  if (digits === undefined || sign.text !== "dot") return digits;
  const start = p.cursor.position;
  let between = "";
  while (p.cursor.is("number")) between += p.cursor.next().text;
  if (p.cursor.take("command", "dot")) {
    const last = digitsOf(p);
    if (last !== undefined) digits += between + last;
  } else p.cursor.seek(start);
  return digits;
}

function digitsOf(p: Parser): string | undefined {
  const text = p.cursor.word();
  return /^\d+$/.test(text) ? text : undefined;
}

const repeating: Prefix = (p, token) => {
  const start = p.cursor.position - 1;
  if (!/^\d*\.\d+$/.test(token.text) && !(/^\d+$/.test(token.text) && p.cursor.take("symbol", "."))) return undefined;
  const shown = token.text.includes(".") ? token.text : `${token.text}.`;
  const digits = period(p);
  return digits === undefined ? undefined : node("repeating", [], p.cursor.since(start), `${shown}(${digits})`);
};

export const repeatingDecimals: Construct = {
  name: "repeating decimals",
  prefix: { number: repeating },
  meanings: {
    // 0.1(6) is 0.1 + 6/90
    repeating: (e, ev) => {
      const [, shown, digits] = /^(.*)\((\d+)\)$/.exec(e.name ?? "") as RegExpExecArray;
      const places = shown.length - shown.indexOf(".") - 1;
      const below = `${"9".repeat(digits.length)}${"0".repeat(places)}`;
      const { A } = ev;
      return scalar(A.add(A.decimal(shown.replace(/\.$/, "")), A.div(A.decimal(digits), A.decimal(below))));
    },
  },
  print: { repeating: { power: 99, latex: (e) => (e.name ?? "").replace(/\((\d+)\)$/, "\\overline{$1}") } },
  examples: [
    { latex: "0.\\overline{3} = \\frac13", verdict: "holds" },
    { latex: "0.1\\dot{6} = \\frac16", verdict: "holds" },
    { latex: "2.\\overline{142857} = \\frac{15}{7}", verdict: "holds" },
    { latex: "0.\\dot{1}4285\\dot{7} = \\frac17", verdict: "holds" },
    { latex: "0.\\overline{9} + 1 = 3", verdict: "fails" },
  ],
};
