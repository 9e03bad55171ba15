/** Named functions: `\sin^2 x`, `\log_2 8`, `\max(a, b)`, with and without parentheses. */
import { POWER, type Prefix } from "../../expression/parser";
import type { Construct } from "../construct";
import { readCall } from "./function-calls";
import { callLatex } from "./function-printing";
import { FUNCTION_NAMES } from "./function-table";
import { call, callOfOrder } from "./function-values";

const prefix =
  (name: string): Prefix =>
  (p) =>
    readCall(p, name, p.cursor.position - 1);

/** `\\operatorname{tr}`, `\\mathrm{diag}`: a known function in upright letters. */
const uprightName: Prefix = (p) => {
  const start = p.cursor.position - 1;
  const name = p.cursor.word().trim();
  const known = Object.hasOwn(FUNCTION_NAMES, name) ? FUNCTION_NAMES[name] : undefined;
  return known && name.length > 1 && (p.startsFactor() || p.cursor.is("sup") || p.cursor.is("sub")) ? readCall(p, known, start) : undefined;
};

/** `\\Gamma(x)`, `\\Gamma{x}`: the gamma function, unless the document applies \\Gamma as a function of its own. */
const gammaFunction: Prefix = (p) =>
  (p.cursor.is("symbol", "(") || p.cursor.is("open")) && !p.reading.named && !p.reading.functions.has("!\\Gamma")
    ? readCall(p, "gamma", p.cursor.position - 1)
    : undefined;

/** `\\zeta(3)`, `\\zeta(s)`: Riemann's function; elsewhere a name. */
const zeta: Prefix = (p) => {
  if (p.reading.named) return undefined;
  const [open, argument, close] = [p.cursor.peek(), p.cursor.peek(1), p.cursor.peek(2)];
  if (open?.text !== "(" || close?.text !== ")" || !(argument?.kind === "number" || argument?.text === "s")) return undefined;
  return readCall(p, "zeta", p.cursor.position - 1);
};

export const functions: Construct = {
  name: "functions",
  prefix: {
    "\\zeta": zeta,
    "\\operatorname": uprightName,
    "\\operatorname*": uprightName,
    "\\mathrm": uprightName,
    "\\Gamma": gammaFunction,
    ...Object.fromEntries(
      Object.entries(FUNCTION_NAMES)
        .filter(([n]) => !/^(vec|sqrt|max|min|gamma)$/.test(n))
        .map(([written, name]) => [`\\${written}`, prefix(name)]),
    ),
  },
  meanings: { call, "call-derivative": callOfOrder },
  print: {
    "call-derivative": { power: POWER.juxtaposed + 1, latex: (e, print) => callLatex(e.args[0], print).replace("\\left(", `^{(${print(e.args[1])})}\\left(`) },
    call: { power: POWER.juxtaposed + 1, latex: callLatex },
  },
  examples: [
    { latex: "\\sin^2 x + \\cos^2 x = 1", verdict: "holds" },
    { latex: "\\sin 2x = 2 \\sin x \\cos x", verdict: "holds" },
    { latex: "\\sin 2x = \\sin x \\cos x", verdict: "fails" },
    { latex: "\\log_2 8 = 3", verdict: "holds" },
    { latex: "\\ln(ab) = \\ln a + \\ln b", verdict: "holds" },
    { latex: "\\sin^{-1} \\frac12 = \\frac{\\pi}{6}", verdict: "holds" },
    { latex: "\\exp(x + y) = e^x e^y", verdict: "holds" },
    { latex: "\\exp(2|x|^{-1}) = \\exp(|x|^{-1})^2", verdict: "holds" },
    { latex: "\\exp(2|x|^{-1}) = \\exp(|x|^{-1})^3", verdict: "fails" },
    { latex: "\\sin^{(3)}(x) = -\\cos x", verdict: "holds" },
    { latex: "\\sin^{(3)}(x) = \\cos x", verdict: "fails" },
    { latex: "{\\sin}^{(n + 2)}(x) = -{\\sin}^{(n)}(x)", verdict: "holds" },
  ],
};
