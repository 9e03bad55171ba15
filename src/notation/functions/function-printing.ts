/** How a call is written. */
import { POWER } from "../../expression/parser";
import type { Expr } from "../../expression/tree";

const LATEX: Record<string, string> = {
  log10: "\\log_{10}",
  log2: "\\log_2",
  tr: "\\operatorname{tr}",
  sign: "\\operatorname{sgn}",
  abs: "\\operatorname{abs}",
  re: "\\Re",
  im: "\\Im",
  gamma: "\\Gamma",
  normcdf: "\\Phi",
};

/** A call as LaTeX; what has a sign of its own, n! or ⌊x⌋, is written with it. */
export function callLatex(e: Expr, print: (e: Expr, power?: number) => string): string {
  const inside = (i: number) => print(e.args[i]);
  if (e.name === "factorial") return `${print(e.args[0], POWER.power + 1)}!`;
  if (e.name === "factorial2") return `${print(e.args[0], POWER.power + 1)}!!`;
  if (e.name === "floor") return `\\lfloor ${inside(0)} \\rfloor`;
  if (e.name === "ceil") return `\\lceil ${inside(0)} \\rceil`;
  if (e.name === "conj") return `\\overline{${inside(0)}}`;
  if (e.name === "binomial") return `\\binom{${inside(0)}}{${inside(1)}}`;
  const inverse = /^a(sin|cos|tan|cot|sec|csc)$/.test(e.name ?? "") ? `\\arc${e.name?.slice(1)}` : undefined;
  const name =
    inverse ??
    LATEX[e.name ?? ""] ??
    (/^(exp|log|sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|coth|det|max|min|gcd|arg)$/.test(e.name ?? "") ? `\\${e.name}` : `\\operatorname{${e.name}}`);
  const args = e.data?.based ? e.args.slice(0, -1) : e.args;
  return `${name}${e.data?.based ? `_{${print(e.args[e.args.length - 1])}}` : ""}${e.data?.primes ? "'".repeat(Number(e.data.primes)) : ""}\\left(${args.map((a) => print(a)).join(", ")}\\right)`;
}
