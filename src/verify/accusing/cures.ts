/** Which edits explain a difference in spite of a doubt about what the step rests on. */
import { hasDecimals } from "../../checks/approximation";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { type Expr, walk } from "../../expression/tree";
import { OTHER_MEANING, OTHER_SECTION } from "./doubts/defined-names";
import type { Loose } from "./refutable";
import { isOpposite } from "./slips";

/** What is asked of an edit, beyond that the step holds with it. */
interface Cure {
  /** Of an edit on the right side. */
  right?(changed: Item, item: Item): boolean;
  /** Of an edit on the left side; `false` where none explains anything. */
  readonly left?: ((changed: Item, item: Item) => boolean) | false;
  /** Edits up to this cost explain the difference. */
  readonly most?: number;
}

/** Of which variables means are taken: another one is no slip where it is open how they are tied to each other. */
const keepsMeans = (changed: Item, item: Item): boolean => averagedNames(changed.left) === averagedNames(item.left);

/** By the code of the doubt. */
const CURES: Readonly<Record<string, Cure>> = {
  // of its random variables not all is said
  "context/random": { left: keepsMeans },
  // the step may be the equation that was not used, moved about, and any sign of a side is its solution's business
  "context/not-used": { right: (changed, item) => !isOpposite(changed, item), left: keepsMeans },
  // decimals of another function of the same name agree too easily with one digit changed
  [OTHER_SECTION]: { right: (_, item) => ![item.left, item.right].some(hasDecimals) },
  [OTHER_MEANING]: { most: 2.45 },
  // letters that may be one name: no other letter mends it
  "context/one-name": { right: (changed, item) => capitals(changed) === capitals(item) },
  // it may be no claim at all
  "step/given": { left: false },
};

/** What a doubt asks of the edits that explain a difference in spite of it. */
export const cureOf = (doubt: Loose): Cure => CURES[doubt.code] ?? {};

function capitals({ left, right }: Item): string {
  const found: string[] = [];
  for (const side of [left, right]) walk(side, (n) => void (n.op === "symbol" && /^[A-Z]$/.test(n.name ?? "") && found.push(n.name ?? "")));
  return found.sort().join();
}

function averagedNames(e: Expr): string {
  const found = new Set<string>();
  walk(e, (n) => {
    if (n.op === "statistic") for (const name of allNames([n])) found.add(name);
  });
  return [...found].sort().join();
}
