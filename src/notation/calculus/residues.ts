/** Residues, `\operatorname{Res}_{z = a} f(z)` and `\operatorname{Res}(f, a)`: by integrals around small circles, of which two neighbours have to agree. */
import { namesOf } from "../../expression/names";
import { type Parser, POWER, type Prefix } from "../../expression/parser";
import { type Expr, node, number, symbol } from "../../expression/tree";
import { scalar } from "../../expression/value";
import type { Construct } from "../construct";
import { readArguments } from "../names/arguments";
import { contour } from "./contours";

/** Narrow circles first: near an essential singularity e^{1/z} is too large there. */
const RADII = ["0.04", "0.1", "0.25"];
const AGREE = 1e-8;

/** The word in its font. */
const word: Prefix = (p) => {
  const start = p.cursor.position - 1;
  if (p.cursor.word().trim() !== "Res") return undefined;
  return residueAt(p, start);
};

/** `\underset{z = a}{\operatorname{Res}}`. */
const under: Prefix = (p) => {
  const start = p.cursor.position - 1;
  const place = p.cursor.here();
  const below = p.cursor.argument();
  const name = p.cursor
    .argument()
    .map((t) => t.text)
    .join("");
  if (!/^(operatorname|mathrm|text)?\*?\{?Res\}?$/.test(name)) return undefined;
  return ofBody(p, p.inner(below, place), start);
};

function residueAt(p: Parser, start: number): Expr | undefined {
  const place = p.cursor.here();
  if (p.cursor.take("sub")) return ofBody(p, p.inner(p.cursor.argument(), place), start);
  if (p.cursor.peek()?.text !== "(" && p.cursor.peek()?.text !== "[") return undefined;
  const read = readArguments(p);
  if (read?.args.length !== 2) return undefined;
  const [f, point] = read.args;
  if (f.op === "symbol" || (f.op === "apply" && f.args.length === 1 && f.args[0].op === "symbol")) return ofFunction(f, point, p.cursor.since(start));
  const name = ["z", "s", "w", "\\zeta", "x"].find((n) => namesOf(f).symbols.has(n));
  return name ? residue(f, name, point.op === "relation" ? point.args[1] : point, p.cursor.since(start)) : undefined;
}

/** Of a named function. */
function ofFunction(f: Expr, point: Expr, span: Expr["span"]): Expr | undefined {
  const z = f.op === "apply" ? f.args[0] : symbol("z", span);
  const body = f.op === "apply" ? f : node("apply", [z], f.span, f.name, { split: 1, indices: 0, order: false, bracket: "(", bound: "" });
  return residue(body, z.name ?? "z", point.op === "relation" ? point.args[1] : point, span);
}

function ofBody(p: Parser, point: Expr, start: number): Expr | undefined {
  if (point.op !== "relation" || point.name !== "=" || point.args[0].op !== "symbol" || !p.startsFactor()) return undefined;
  const body = p.expression(POWER.mul - 1);
  return residue(body, point.args[0].name ?? "", point.args[1], p.cursor.since(start));
}

function residue(body: Expr, name: string, point: Expr, span: Expr["span"]): Expr | undefined {
  const inside = node("absolute", [node("add", [symbol(name, span), node("neg", [point], span)], span)], span);
  const circles = RADII.map((r) => contour(body, name, node("relation", [inside, number(r, span)], span, "="), span));
  const all = circles.filter((c) => c !== undefined);
  return all.length === RADII.length ? node("residue", all, span, name) : undefined;
}

export const residues: Construct = {
  name: "residues",
  prefix: { ...Object.fromEntries(["operatorname", "operatorname*", "mathrm", "text"].map((f) => [`\\${f}`, word])), "\\underset": under },
  meanings: {
    residue: (e, ev) => {
      const { A } = ev;
      const turn = A.mul(A.mul(A.number(2), A.constant("pi")), A.imaginary());
      const around = e.args.map((c) => A.div(ev.scalar(c), turn));
      const agreed = (narrow: number): Float64Array => {
        const gap = ev.lanes(A.call1("abs", A.sub(around[narrow + 1], around[narrow])));
        const size = ev.lanes(A.call1("abs", around[narrow]));
        return gap.map((g, lane) => (g <= AGREE * Math.max(1, size[lane]) ? 1 : 0));
      };
      const wider = A.select(A.numbers(agreed(1)), around[1], A.number(Number.NaN));
      return scalar(A.select(A.numbers(agreed(0)), around[0], wider));
    },
  },
  print: {
    residue: {
      power: POWER.add + 1,
      latex: (e, print) => {
        const along = e.args[0].args[0].args[0];
        return `\\operatorname{Res}_{${e.name} = ${print(along.args[1].args[0])}} ${print(along.args[0], POWER.mul)}`;
      },
    },
  },
  examples: [
    { latex: "\\operatorname{Res}_{z=0} \\frac{e^z}{z^2} = 1", verdict: "holds" },
    { latex: "\\operatorname{Res}\\left(\\frac{1}{z^2+1}, i\\right) = \\frac{1}{2i}", verdict: "holds" },
    { latex: "\\operatorname{Res}\\left(\\frac{1}{z^2+1}, i\\right) = \\frac12", verdict: "fails" },
    { latex: "\\operatorname{Res}_{z=0} 3 e^{1/z} = 3", verdict: "holds" },
    { latex: "\\operatorname{Res}_{z=0} z e^{1/z} = 1", verdict: "fails" },
  ],
};
