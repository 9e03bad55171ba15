/** Whether the probabilities of some values are all that a name has: P(X = 0) = 0.14 and P(X = 1) = 0.27 leave others, and are no law by themselves. */
import { plainValue } from "../../expression/plain-value";
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
    const total = probabilities.reduce((sum, p) => sum + plainValue(p, values), 0);
    const isRough = probabilities.some((p) => p.op === "number" && (p.name ?? "").includes("."));
    return Math.abs(total - 1) <= (isRough ? ROUNDED * probabilities.length : 0) + 1e-9;
  });
}
