/** Numbered letters under sums over all their values, \sum_{z_1} \sum_{z_2} q(z_1) q(z_2) …, as values of one variable z: draws from one distribution. */
import { symbolName } from "../../expression/names";
import { type Expr, rewrite, some, symbol, walk } from "../../expression/tree";
import type { Item } from "../facts/items";
import type { ReadItem } from "../reading/readings";

const NUMBERED = /^(.+)_\{?(\d+)\}?$/;

/** The step with such letters taken for values of one variable; nothing where no sum runs over one, or a function takes two of them together. */
export function sampleCopies(item: Item): (ReadItem & { readonly usual: false })[] {
  const sides = [item.left, item.right];
  const letters = new Set<string>();
  for (const side of sides)
    walk(side, (n) => {
      const [, letter] = (/-over$/.test(n.op) && NUMBERED.exec(String(n.data?.bound ?? ""))) || [];
      if (letter) letters.add(letter);
    });
  const single = [...letters].filter(
    (letter) => !sides.some((e) => some(e, (n) => n.op === "apply" && n.args.filter((a) => letterOf(a) === letter).length > 1)),
  );
  if (single.length === 0) return [];
  const marked = (name: string): string => name.replace(NUMBERED, (whole, letter, k) => (single.includes(letter) ? `${letter}^{${k}}` : whole));
  const read = (e: Expr): Expr =>
    rewrite(e, (n) => {
      const bound = /-over$/.test(n.op) ? String(n.data?.bound ?? "") : "";
      if (marked(bound) !== bound) return { ...n, name: marked(bound), data: { ...n.data, bound: marked(bound) } };
      const name = letterOf(n) ? symbolName(n) : "";
      return name && marked(name) !== name ? symbol(marked(name), n.span) : n;
    });
  return [
    { item: { ...item, left: read(item.left), right: read(item.right) }, says: `numbered ${single.join(", ")} are values of one variable`, usual: false },
  ];
}

/** z of z_1. */
const letterOf = (e: Expr): string | undefined => (e.op === "symbol" || e.op === "indexed" ? NUMBERED.exec(symbolName(e))?.[1] : undefined);
