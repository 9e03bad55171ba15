/** Whether the probabilities of some values are all that a name has: P(X = 0) = 0.14 and P(X = 1) = 0.27 leave others, and are no law by themselves. */
import { type Expr, walk } from "../../expression/tree";

/** What rounded decimals may be off by, each. */
const ROUNDED = 0.005;

/** Whether probabilities add up to one, whatever their letters are; not where a part of them is not understood. */
export function addUpToOne(probabilities: readonly Expr[]): boolean {
  const names = new Set<string>();
  for (const p of probabilities) walk(p, (n) => void (n.op === "symbol" && names.add(n.name ?? "")));
  return [0, 1].every((at) => {
    const values = new Map([...names].map((name, i) => [name, 0.15 + ((i * 0.37 + at * 0.41) % 0.7)]));
    for (const e of ["e", "\\mathrm{e}"]) values.set(e, Math.E);
    values.set("\\pi", Math.PI);
    const total = probabilities.reduce((sum, p) => sum + numberOf(p, values), 0);
    const isRough = probabilities.some((p) => p.op === "number" && (p.name ?? "").includes("."));
    return Math.abs(total - 1) <= (isRough ? ROUNDED * probabilities.length : 0) + 1e-9;
  });
}

/** The value of an expression in plain numbers, no number where it is anything else. */
function numberOf(e: Expr, values: ReadonlyMap<string, number>): number {
  const args = e.args.map((a) => numberOf(a, values));
  switch (e.op) {
    case "symbol":
      return values.get(e.name ?? "") ?? Number.NaN;
    case "number":
      return Number(e.name);
    case "neg":
      return -args[0];
    case "add":
      return args.reduce((a, b) => a + b, 0);
    case "mul":
      return args.reduce((a, b) => a * b, 1);
    case "div":
      return args[0] / args[1];
    case "pow":
      return args[0] ** args[1];
    case "sqrt":
      return Math.sqrt(args[0]);
    case "call":
      return e.name === "binomial" ? binomial(args[0], args[1]) : Number.NaN;
    default:
      return Number.NaN;
  }
}

const binomial = (n: number, k: number): number => (k === 0 ? 1 : !(k > 0 && k < 100) ? Number.NaN : (binomial(n - 1, k - 1) * n) / k);
