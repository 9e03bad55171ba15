/** What a scope's expectations and probabilities are computed with: its random names, their space, and how many values it has. */
import type { Definition } from "../../derivation/facts/facts";
import { baseOf, type RandomSetting } from "../../derivation/random/random";
import { type Expr, some, walk } from "../../expression/tree";
import { Degrees } from "./random-degree";
import { isEvent } from "./random-events";
import { eventNames, OVER_OUTCOMES, type RandomName, type RandomScope, randomNamesOf, statisticsIn } from "./random-names";
import type { RandomScopeValues } from "./random-scope";
import { type RandomSpace, spaceOf } from "./random-space";
import { RandomValues } from "./random-values";

export interface RandomParts extends RandomScopeValues {
  /** Applied names that are probabilities of events. */
  readonly probabilities: ReadonlySet<string>;
}

/** The random names of some expressions; undefined where there are none. */
export function randomParts(
  expressions: readonly Expr[],
  sides: readonly Expr[],
  definitions: ReadonlyMap<string, Definition>,
  setting: RandomSetting,
  seed: number,
): RandomParts | undefined {
  const probabilities = probabilityNames(expressions, setting, definitions);
  if (probabilities.size === 0 && !expressions.some((e) => some(e, (n) => n.op === "statistic" && OVER_OUTCOMES.test(n.name ?? "")))) return undefined;
  const own = randomNamesOf({ expressions, sides, definitions, setting, probabilities });
  const given = sharing(setting.probabilities ?? [], own);
  const scope: RandomScope = { expressions: [...expressions, ...given.flat()], sides, definitions, setting, probabilities };
  const names = given.length > 0 ? randomNamesOf(scope) : own;
  if (names.size === 0) return undefined;
  const degrees = new Degrees(names, definitions);
  let space: RandomSpace | undefined;
  let problem: unknown;
  try {
    space = spaceOf(names, setting, expressions, highest(scope, degrees, names), definitions);
  } catch (error) {
    problem = error;
  }
  const values = space && new RandomValues(space, seed, setting, given);
  return {
    names,
    setting,
    degrees,
    probabilities,
    space,
    values: () => {
      if (!values) throw problem;
      return values;
    },
  };
}

/** The given probabilities of events that some names lead to. */
function sharing(given: readonly (readonly [Expr, Expr])[], own: ReadonlyMap<string, RandomName>): (readonly [Expr, Expr])[] {
  const reached = new Set([...own.values()].filter((v) => v.event).map((v) => v.name));
  const found = new Set<readonly [Expr, Expr]>();
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const g of given) {
      const names = eventNames(g[0].args).map(baseOf);
      if (found.has(g) || names.length === 0 || !names.some((n) => reached.has(n))) continue;
      found.add(g);
      for (const n of names) reached.add(n);
    }
  }
  return [...found];
}

/** The highest degree of what is averaged over outcomes; statistics of one name with a law have their own way where it is higher. */
function highest(scope: RandomScope, degrees: Degrees, names: ReadonlyMap<string, RandomName>): number {
  let found = 0;
  for (const s of statisticsIn(scope)) {
    const d = degrees.ofStatistic(s);
    const laws = [...names.values()].filter((v) => s.args.some((a) => degrees.dependsOn(a, v.name)));
    const lone = laws.length === 1 && laws[0].law !== undefined && !laws[0].sequence;
    if (!lone || d <= 3) found = Math.max(found, laws.some((v) => v.law !== undefined && v.law.family.support !== "binary") ? d : 0);
  }
  return found;
}

const PROBABILITY = /^(P|\\mathbb\{P\}|\\mathrm\{P\}|\\mathbf\{P\}|\\mathcal\{P\}|\\mathsf\{P\})$/;

/** Names like P that some event is an argument of, or that words call a probability of events. */
function probabilityNames(expressions: readonly Expr[], setting: RandomSetting, definitions: ReadonlyMap<string, Definition>): Set<string> {
  const found = new Set<string>();
  const isTold = (e: Expr): boolean => setting.variables.get(e.name ?? "")?.event === true || (setting.variables.has(e.name ?? "") && e.op === "relation");
  for (const root of expressions)
    walk(
      root,
      (n) =>
        void (
          n.op === "apply" &&
          PROBABILITY.test(n.name ?? "") &&
          !definitions.has(n.name ?? "") &&
          n.args.some((a) => isEvent(a) || isTold(a)) &&
          found.add(n.name ?? "")
        ),
    );
  return found;
}
