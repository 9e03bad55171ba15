/** Spaces of vectors by what spans them, ⟨\{u, v\}⟩ and span\{u, v\}, and the null space and the column space of a matrix: each as the reduced rows that span it, so that equal spaces have equal values. */
import type { Evaluator } from "../../expression/evaluator";
import { POWER } from "../../expression/parser";
import { type Expr, node } from "../../expression/tree";
import { type Matrix, matrix, NotUnderstood, type Value } from "../../expression/value";
import type { Construct } from "../construct";
import { type Entry, lanesOf, reduced, size, TINY } from "./echelon";
import { rounded, snapped } from "./row-reduction";

/** Rows that span the null space. */
function nullRows(rows: readonly (readonly Entry[])[], cols: number): Entry[][] {
  const echelon = reduced(rows);
  const leads = echelon.map((r) => r.findIndex((x) => size(x) > TINY));
  const free = Array.from({ length: cols }, (_, j) => j).filter((j) => !leads.includes(j));
  return free.map((f) =>
    Array.from({ length: cols }, (_, j): Entry => {
      if (j === f) return [1, 0];
      const at = leads.indexOf(j);
      return at < 0 ? [0, 0] : [-echelon[at][f][0], -echelon[at][f][1]];
    }),
  );
}

/** A square matrix with these rows in each lane, and rows of zeros below. */
function asValue<T>(ev: Evaluator<T>, lanes: readonly (readonly (readonly Entry[])[])[], n: number): Matrix<T> {
  const { A } = ev;
  const column = (k: number, at: 0 | 1): T =>
    rounded(
      ev,
      Float64Array.from(lanes, (rows) => snapped(rows[Math.floor(k / n)]?.[k % n][at] ?? 0)),
    );
  const entry = (k: number): T => (A.complex ? A.add(column(k, 0), A.mul(A.imaginary(), column(k, 1))) : column(k, 0));
  return matrix(
    n,
    n,
    Array.from({ length: n * n }, (_, k) => entry(k)),
  );
}

const transposed = <X>(rows: readonly (readonly X[])[]): X[][] => (rows[0] ?? []).map((_, j) => rows.map((r) => r[j]));

function matrixOf<T>(e: Expr, ev: Evaluator<T>): Matrix<T> {
  const value = ev.evaluate(e);
  if (value.kind !== "matrix") throw new NotUnderstood("space/of-what", "a space of something that is no vector or matrix", e.span);
  return value;
}

function spanned<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const vectors = e.args.map((a) => matrixOf(a, ev));
  const n = vectors[0].rows;
  if (vectors.some((v) => v.cols !== 1 || v.rows !== n))
    throw new NotUnderstood("space/of-what", "a space that is spanned by something else than vectors", e.span);
  const lanes = vectors.map((v) => lanesOf(ev, v));
  return asValue(
    ev,
    Array.from({ length: ev.frame.width }, (_, lane) => reduced(lanes.map((v) => v[lane].map(([x]) => x)))),
    n,
  );
}

function ofMatrix<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const m = matrixOf(e.args[0], ev);
  const lanes = lanesOf(ev, m);
  return e.name === "null"
    ? asValue(
        ev,
        lanes.map((rows) => reduced(nullRows(rows, m.cols))),
        m.cols,
      )
    : asValue(
        ev,
        lanes.map((rows) => reduced(transposed(rows))),
        m.rows,
      );
}

/** What braces enclose as vectors that span a space; undefined where it is written otherwise. */
export function spanOf(e: Expr, span: Expr["span"]): Expr | undefined {
  const isVector = (x: Expr): boolean =>
    (x.op === "matrix" && Number(x.data?.cols ?? 1) === 1) || (x.op === "symbol" && /^\\(mathbf|vec|pmb|overrightarrow)\{/.test(x.name ?? ""));
  const vectors = e.op === "tuple" && e.data?.open === "{" ? e.args : e.data?.bracket === "\\{" || e.data?.bracket === "{" ? [e] : [];
  return vectors.length > 0 && vectors.every(isVector) ? node("span", vectors, span) : undefined;
}

const isSpace = (e: Expr): boolean => e.op === "span" || e.op === "space-of";

/** \mathcal{N}(A) and \mathcal{C}(A) beside a space: the null space and the column space of A. */
export function asSpaces(left: Expr, right: Expr): { left: Expr; right: Expr } | undefined {
  if (!isSpace(left) && !isSpace(right)) return undefined;
  const [l, r] = [left, right].map(named);
  return l !== left || r !== right ? { left: l, right: r } : undefined;
}

function named(e: Expr): Expr {
  const [name, of] =
    e.op === "mul" && e.args.length === 2 && e.args[1].data?.bracket === "("
      ? [e.args[0].name, e.args[1]]
      : e.op === "apply" && e.args.length === 1
        ? [e.name, e.args[0]]
        : [];
  const kind = /^\\(mathcal\{N\}|mathrm\{(Nul|Null|null|nullspace)\}|operatorname\{(Nul|Null|null|nullspace)\}|ker|mathrm\{ker\})$/.test(name ?? "")
    ? "null"
    : /^\\(mathcal\{C\}|mathrm\{(Col|col)\}|operatorname\{(Col|col)\})$/.test(name ?? "")
      ? "column"
      : undefined;
  return kind && of ? node("space-of", [of], e.span, kind) : e;
}

export const subspaces: Construct = {
  name: "spaces of vectors",
  meanings: { span: spanned, "space-of": ofMatrix },
  print: {
    span: { power: POWER.power, latex: (e, print) => `\\left\\langle\\left\\{${e.args.map((a) => print(a)).join(", ")}\\right\\}\\right\\rangle` },
    "space-of": { power: POWER.power, latex: (e, print) => `\\mathcal{${e.name === "null" ? "N" : "C"}}\\left(${print(e.args[0])}\\right)` },
  },
  examples: [
    {
      latex:
        "\\langle\\{\\begin{pmatrix} 1 \\\\ 2 \\\\ 0 \\end{pmatrix}, \\begin{pmatrix} 0 \\\\ 1 \\\\ 1 \\end{pmatrix}\\}\\rangle = \\langle\\{\\begin{pmatrix} 1 \\\\ 3 \\\\ 1 \\end{pmatrix}, \\begin{pmatrix} 2 \\\\ 3 \\\\ -1 \\end{pmatrix}\\}\\rangle",
      verdict: "holds",
    },
    {
      latex:
        "\\langle\\{\\begin{pmatrix} 1 \\\\ 2 \\\\ 0 \\end{pmatrix}, \\begin{pmatrix} 0 \\\\ 1 \\\\ 1 \\end{pmatrix}\\}\\rangle = \\langle\\{\\begin{pmatrix} 1 \\\\ 3 \\\\ 1 \\end{pmatrix}, \\begin{pmatrix} 2 \\\\ 3 \\\\ 1 \\end{pmatrix}\\}\\rangle",
      verdict: "fails",
    },
    {
      latex:
        "\\mathcal{N}\\left(\\begin{pmatrix} 1 & 2 & 3 \\end{pmatrix}\\right) = \\langle\\{\\begin{pmatrix} -2 \\\\ 1 \\\\ 0 \\end{pmatrix}, \\begin{pmatrix} -3 \\\\ 0 \\\\ 1 \\end{pmatrix}\\}\\rangle",
      verdict: "holds",
    },
  ],
};
