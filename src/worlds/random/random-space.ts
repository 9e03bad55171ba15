/** A finite probability space for the random names of a scope: independent sources, or blocks of them with a joint table, whose product are the outcomes. */
import type { Definition } from "../../derivation/facts/facts";
import { baseOf, type RandomSetting } from "../../derivation/random/random";
import { bernoulli, gaussian } from "../../distributions/index";
import { type Expr, some, walk } from "../../expression/tree";
import { NotUnderstood } from "../../expression/value";
import type { RandomName } from "./random-names";

/** One coordinate of an outcome. */
export interface Source {
  readonly variable: RandomName;
  /** Its place in a sequence, from 1; its full name where it is none. */
  readonly at: number | string;
  /** What its values and weights are drawn by: terms of one distribution share it. */
  readonly label: string;
  readonly size: number;
  readonly stride: number;
  /** Sources with the same block have a joint table. */
  readonly block: number;
  /** How its values come: drawn, drawn with given moments, or the nodes of its law. */
  readonly values: "free" | "moments" | "law" | "event" | "points";
}

export interface RandomSpace {
  readonly names: ReadonlyMap<string, RandomName>;
  readonly sources: readonly Source[];
  readonly outcomes: number;
  /** Length of its sequences. */
  readonly length: number;
  /** How often names occur multiplied together at most. */
  readonly degree: number;
  /** All terms are needed: one event of a sequence always happens. */
  readonly exhaustive: boolean;
  /** Symbols that are the lengths of sequences, with the most that they may be. */
  readonly counts: ReadonlyMap<string, number>;
}

const MOST = 1100;

export function spaceOf(
  names: ReadonlyMap<string, RandomName>,
  setting: RandomSetting,
  expressions: readonly Expr[],
  degree: number,
  definitions: ReadonlyMap<string, Definition>,
): RandomSpace {
  const sequences = [...names.values()].filter((n) => n.sequence);
  const conditional = expressions.some((e) =>
    some(e, (n) => n.op === "statistic" && Number(n.data?.split ?? n.args.length) < n.args.length - (n.data?.under ? 1 : 0)),
  );
  const { counts, least } = countsOf(expressions, names, definitions);
  const length = sequences.length === 0 ? 0 : Math.max(least, sequences.length > 1 || conditional ? 3 : 4);
  for (const free of [3, 2]) {
    const space = build(names, setting, length, free, degree);
    if (space.outcomes <= (conditional ? 130 : free === 3 ? 250 : MOST))
      return {
        ...space,
        exhaustive: setting.exclusive?.some((g) => g.exhaustive && sequences.some((s) => g.names.has(s.name))) === true,
        counts: new Map([...counts].map(([n, offset]) => [n, length - offset])),
      };
  }
  throw new NotUnderstood("random/too-many", "so many random names at once");
}

function build(
  names: ReadonlyMap<string, RandomName>,
  setting: RandomSetting,
  length: number,
  free: number,
  degree: number,
): Omit<RandomSpace, "counts" | "exhaustive"> {
  const sources: Source[] = [];
  const lawful = new Set([...names.values()].filter((n) => n.law).map((n) => n.name));
  let stride = 1;
  const blocks = blocksOf(names, setting, length);
  for (const variable of names.values()) {
    const places: (number | string)[] = variable.sequence
      ? Array.from({ length }, (_, i) => i + 1)
      : [...(variable.labels.size > 0 ? variable.labels : [variable.name])];
    for (const at of places) {
      const block = blocks(variable.name, at);
      const alone = block.members === 1 || block.lawful;
      const values =
        variable.points && alone
          ? "points"
          : variable.event
            ? "event"
            : variable.law && alone
              ? "law"
              : variable.law || variable.mean || variable.covariance
                ? "moments"
                : "free";
      if (values === "moments" && lawful.has(variable.name) && degree > 2)
        throw new NotUnderstood("random/dependence", `whether ${variable.name} and the other random names are independent is not said`);
      const size = values === "points" ? (variable.points ?? []).length : values === "event" ? 2 : values === "law" ? lawSize(variable, degree) : free;
      const identical = variable.sequence && variable.identical === true && block.members === 1;
      sources.push({
        variable,
        at,
        label: identical ? variable.name : block.members === 1 && variable.like && !variable.sequence ? variable.like : `${variable.name}#${at}`,
        size,
        stride,
        block: block.id,
        values,
      });
      stride *= size;
    }
  }
  return { names, sources, outcomes: stride, length, degree };
}

/** How many nodes give the moments of a law up to a degree. */
function lawSize(variable: RandomName, degree: number): number {
  if (variable.law?.family === bernoulli || degree <= 3) return 2;
  if (variable.law?.family === gaussian && degree <= 9) return degree <= 5 ? 3 : 5;
  throw new NotUnderstood("random/degree", `moments of ${variable.name} of an order above three`);
}

/** Whether two names are drawn by themselves: they are independent, or the parameters of one are random names, which say all that the two have in common. */
export function independence(names: ReadonlyMap<string, RandomName>, setting: RandomSetting): (a: RandomName, b: RandomName) => boolean {
  const conditional = (v: RandomName): boolean =>
    [...(v.law?.args ?? []), v.mean, v.covariance].some(
      (e) =>
        e !== undefined &&
        some(e, (n) => (n.op === "symbol" || n.op === "indexed") && n.name !== v.name && names.has(baseOf(n)) && !names.get(baseOf(n))?.event),
    );
  return (a, b) =>
    setting.assumed === true || conditional(a) || conditional(b) || setting.independent.some((g) => g.has(a.observed ?? a.name) && g.has(b.observed ?? b.name));
}

/** Which block a source belongs to, and of how many sources it is. */
function blocksOf(
  names: ReadonlyMap<string, RandomName>,
  setting: RandomSetting,
  length: number,
): (name: string, at: number | string) => { id: number; members: number; lawful: boolean } {
  const all = [...names.values()].flatMap((v) =>
    v.sequence
      ? Array.from({ length }, (_, i): [RandomName, number | string] => [v, i + 1])
      : [...(v.labels.size > 0 ? v.labels : [v.name])].map((l): [RandomName, number | string] => [v, l]),
  );
  const independent = independence(names, setting);
  const ids = all.map((_, i) => i);
  for (let i = 0; i < all.length; i++)
    for (let j = i + 1; j < all.length; j++) {
      const [x, y] = [ids[i], ids[j]];
      if (x === y || independent(all[i][0], all[j][0])) continue;
      for (let k = 0; k < ids.length; k++) if (ids[k] === y) ids[k] = x;
    }
  return (name, at) => {
    const id = ids[all.findIndex(([v, place]) => v.name === name && place === at)];
    const members = all.filter((_, i) => ids[i] === id).map(([v]) => v);
    return { id, members: members.length, lawful: members.every((v) => v.law !== undefined || v.points !== undefined) };
  };
}

/** Symbols that sums over sequences run to, with how far an index may lie above them; and the highest numbered term. */
function countsOf(
  expressions: readonly Expr[],
  names: ReadonlyMap<string, RandomName>,
  definitions: ReadonlyMap<string, Definition>,
): { counts: Map<string, number>; least: number } {
  /** Terms of a random sequence, and terms that a formula makes of them: w_i = p(x_i)/q(x_i). */
  const isTerm = (n: Expr): boolean => {
    const d = n.op === "indexed" ? definitions.get(n.name ?? "") : undefined;
    return (n.op === "indexed" && names.get(n.name ?? "")?.sequence === true) || (d?.indexed === true && some(d.body, isTerm));
  };
  const counts = new Map<string, number>();
  let least = 2;
  const visit = (e: Expr): void => {
    if ((e.op === "sum" || e.op === "prod") && e.args.length === 3 && some(e.args[0], isTerm)) {
      const to = e.args[2];
      if (to.op === "number") least = Math.max(least, Number(to.name));
      walk(
        to,
        (n) =>
          void (
            n.op === "symbol" &&
            n.name !== "\\infty" &&
            !/^(m|j|k|i)$/.test(to.op === "add" ? (n.name ?? "") : "") &&
            counts.set(n.name ?? "", Math.max(counts.get(n.name ?? "") ?? 0, to.op === "add" && !to.args.some((a) => a.op === "neg") ? 1 : 0))
          ),
      );
    }
    if (e.op === "indexed" && names.get(e.name ?? "")?.sequence)
      for (const a of e.args) {
        if (a.op === "number") least = Math.max(least, Number(a.name));
        else if (a.op === "add" && !a.args.some((x) => x.op === "neg"))
          walk(a, (n) => void (n.op === "symbol" && /^[nNmM]$/.test(n.name ?? "") && counts.set(n.name ?? "", 1)));
        else if (a.op === "symbol" && /^[nN]$/.test(a.name ?? "")) counts.set(a.name ?? "", counts.get(a.name ?? "") ?? 0);
      }
    e.args.forEach(visit);
  };
  expressions.forEach(visit);
  return { counts, least };
}
