/** Definitions that run in a circle: a body that leads back to its own name. */
import { namesOf } from "../../expression/names";
import type { Expr } from "../../expression/tree";
import { allNames } from "../names/all-names";
import { onlyNumbered } from "../reading/targets";
import type { Definition } from "./facts";

/** Whether a definition's body leads back to its own name. What an equation was solved for, m_1 v_1 + m_2 v_2 = (m_1 + m_2) v, is another name than v_1. */
export function circular(d: Definition, taken: ReadonlyMap<string, Definition>, solved = false): boolean {
  const seen = new Set<string>();
  const visit = (body: Expr): boolean =>
    [...allNames([body])].some((n) => {
      if (n === d.name && !isBindOf(body, n)) return d.indexed || !(onlyNumbered(body, n, d.params.length > 0 || solved) || (solved && isTotal(d, body)));
      if (seen.has(n)) return false;
      seen.add(n);
      const next = taken.get(n);
      return next ? visit(next.body) : false;
    });
  return visit(d.body);
}

/** n = Σ_k n_k: the number of all and the numbers of each kind are told apart by the index. */
function isTotal({ name, params }: Definition, body: Expr): boolean {
  const { symbols, indexed, applied, bound } = namesOf(body);
  const terms = indexed.get(name);
  return params.length === 0 && !symbols.has(name) && !applied.has(name) && terms?.every((t) => t.args.some((a) => bound.has(a.name ?? ""))) === true;
}

const isBindOf = (e: Expr, name: string): boolean => e.op === "div" && JSON.stringify(e).includes(`"bound":${JSON.stringify(name)}`);
