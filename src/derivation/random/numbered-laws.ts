/** X_1 ∼ Poisson(λ_1), X_2 ∼ Poisson(λ_2): laws of single terms, as one law of X_i where they differ in the number alone; terms with other laws have none in common. */
import { type Expr, rewrite, same, some, symbol } from "../../expression/tree";

interface Law {
  readonly family: unknown;
  readonly args: readonly Expr[];
}

/** What is said of a random name. */
interface Said<L extends Law> {
  readonly names: readonly Expr[];
  readonly given?: readonly Expr[];
  readonly law?: L;
  readonly random?: boolean;
  readonly identical?: boolean;
  readonly scope: number;
}

const INDEX = "i";

/** The number of a lone term, 2 of X_2. */
function numberOf({ names }: { readonly names: readonly Expr[] }): string | undefined {
  const [e] = names;
  return names.length === 1 && e.op === "indexed" && e.args.length === 1 && e.args[0].op === "number" ? e.args[0].name : undefined;
}

/** λ_2 as λ_i. */
const generalised = (e: Expr, of: string): Expr =>
  rewrite(e, (n) => (n.op === "indexed" && n.args.length === 1 && n.args[0].op === "number" && n.args[0].name === of ? { ...n, args: [symbol(INDEX)] } : n));

const isSame = (a: Law, b: Law): boolean => a.family === b.family && a.args.length === b.args.length && a.args.every((x, i) => same(x, b.args[i]));

/** The statements, with the laws of numbered terms brought together. */
export function withNumberedLaws<L extends Law, S extends Said<L>>(statements: readonly S[]): readonly S[] {
  const groups = new Map<string, S[]>();
  for (const s of statements) {
    if (!s.law || s.given || numberOf(s) === undefined) continue;
    const key = JSON.stringify([s.names[0].name, s.scope]);
    groups.set(key, [...(groups.get(key) ?? []), s]);
  }
  const changed = new Map<S, S>();
  for (const group of groups.values()) {
    const [first] = group;
    const law = (s: S): L => s.law as L;
    const laws = group.map((s): L => ({ ...law(s), args: law(s).args.map((a) => generalised(a, numberOf(s) ?? "")) }));
    if (isSame(laws[0], law(first)) && group.every((s) => isSame(law(s), law(first)))) continue;
    const one = laws.every((l) => isSame(l, laws[0])) && laws[0].args.some((a) => some(a, (n) => n.op === "symbol" && n.name === INDEX));
    group.forEach((s, k) => {
      const term = { ...s.names[0], args: [symbol(INDEX, s.names[0].span)] };
      changed.set(s, one ? { ...s, names: [term], law: laws[k], identical: true } : { ...s, law: undefined, identical: undefined, random: true });
    });
  }
  return statements.map((s) => changed.get(s) ?? s);
}
