/** One changed token of a term. */
import type { Dice } from "./dice";
import { BINDERS, num, places, replaced, sym, type Term, term } from "./term";

const TWINS: Readonly<Record<string, readonly string[]>> = {
  sin: ["cos"],
  cos: ["sin"],
  tan: ["cot"],
  cot: ["tan"],
  sec: ["csc"],
  csc: ["sec"],
  sinh: ["cosh"],
  cosh: ["sinh"],
  asin: ["acos"],
  acos: ["asin"],
  floor: ["ceil"],
  ceil: ["floor"],
  max: ["min"],
  min: ["max"],
  Re: ["Im"],
  Im: ["Re"],
  add: ["sub"],
  sub: ["add"],
  tr: ["det"],
};

/** The term with one token changed; undefined where the place drawn cannot be changed. `letters` are the names that may be swapped for one another. */
export function mutated(t: Term, letters: readonly (readonly string[])[], d: Dice): Term | undefined {
  const all = [...places(t)].filter(({ at }) => !isBinder(t, at));
  const { at, term: here } = d.pick(all);
  const by = changed(here, letters, d);
  return by && replaced(t, at, by);
}

/** Variables of integration and the like, names of distributions and functions stay. */
function isBinder(t: Term, at: readonly number[]): boolean {
  let here = t;
  for (const i of at) {
    if (
      (here.op in BINDERS && i === BINDERS[here.op][0]) ||
      (here.op === "pr" && i === 0) ||
      (here.op === "KL" && i === 0) ||
      (here.op === "E" && here.args.length === 3 && i === 0) ||
      (here.op === "ap" && i === 0)
    )
      return true;
    here = here.args[i];
  }
  return here.op === "row" || here.name === "given";
}

function changed(t: Term, letters: readonly (readonly string[])[], d: Dice): Term | undefined {
  const [a, b] = t.args;
  const ways: (() => Term | undefined)[] = [];
  const twins = TWINS[t.op];
  if (twins) ways.push(() => ({ ...t, op: d.pick(twins) }));
  if (t.op === "num") {
    ways.push(() => num(Number(t.name) + 1));
    if (Number(t.name) > 0) ways.push(() => num(Number(t.name) - 1));
    if (Number(t.name) > 1) ways.push(() => term("neg", t));
  }
  if (t.op === "sym") {
    const twin = letters.find((l) => l.includes(t.name as string))?.filter((l) => l !== t.name) ?? [];
    if (twin.length) ways.push(() => sym(d.pick(twin)));
  }
  if (t.op === "add" || t.op === "mul")
    ways.push(
      () => a,
      () => b,
    );
  if (t.op === "sub")
    ways.push(
      () => a,
      () => ({ ...t, args: [b, a] }),
    );
  if (t.op === "div")
    ways.push(
      () => ({ ...t, args: [b, a] }),
      () => a,
    );
  if (t.op === "pow") ways.push(() => a);
  if (t.op === "neg") ways.push(() => a);
  if (/^(sqrt|log|exp|inv|T|conj|abs|fact)$/.test(t.op)) ways.push(() => a);
  if (t.op === "binom") ways.push(() => ({ ...t, args: [a, term("add", b, num(1))] }));
  if (/^(Sum|Prod)$/.test(t.op)) ways.push(() => ({ ...t, args: [a, term("add", b, num(1)), t.args[2], t.args[3]] }));
  if (t.op === "pr" && t.args.length === 4 && t.args[2].name === "given") ways.push(() => ({ ...t, args: [a, t.args[3], t.args[2], t.args[1]] }));
  return ways.length ? d.pick(ways)() : undefined;
}
