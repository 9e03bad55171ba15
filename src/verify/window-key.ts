/** The name of a window in the cache: everything that the verdicts of its steps depend on, and no place in the document. */
import { digest } from "../base/digest";
import type { Item, ItemGroup } from "../derivation/facts/items";
import type { RandomSaid } from "../derivation/random/random";
import { formula } from "../derivation/reading/formula";
import { isApart } from "../derivation/scopes/exercises";
import { areLawsApart } from "../derivation/scopes/headed-tasks";
import { sectionsOf } from "../derivation/scopes/outlived-shapes";
import { dependenceSentences, type Sentence } from "../derivation/words/dependence-said";
import { type Expr, some } from "../expression/tree";
import { printed } from "./guarded";
import type { JudgedDocument } from "./judged-document";
import type { Window } from "./windows";

/** What the rest of the document has made of an item: how its integrals are read, what its definition is known to be of. */
function fromElsewhere(left: Expr, right: Expr, fact: Item["fact"]): string {
  const integrals = `${some(left, isOverAll) ? 1 : 0}${some(right, isOverAll) ? 1 : 0}`;
  if (fact?.kind !== "definition") return integrals;
  const components = fact.components && JSON.stringify([...fact.components].map(([name, of]) => [name, ...of]));
  return `${integrals} ${fact.lettered} ${fact.params.join()} ${fact.patterns?.length} ${components}`;
}
const isOverAll = (n: Expr): boolean => n.op === "integral-over";

/** Characters behind a formula in which its sentence ends. */
const SENTENCE = 300;
/** What stands behind a formula up to the end of its sentence or the next display. */
const sentenceBehind = (text: string, at: number): string => text.slice(at, at + SENTENCE).split(/[.!?](?:\s|$)|\n\s*\n|\$\$|\\\[|\\begin/)[0];
/** Stands between the parts of a key. */
const END = "\u0001";

/** A sign with its sides, and what it is taken for. */
function itemName({ link, relation, role, premise, left, right, fact, quantified, universal, forgets }: Item, text: string): string {
  const sides = `${text.slice(link.left.from, link.left.to)}${END}${relation}${END}${text.slice(link.right.from, link.right.to)}`;
  // dots and primes are derivatives where formulas elsewhere say so; a law may be stated for a value
  const derived = relation === "∼" || /\\d?dot\b|'|\\prime/.test(sides) ? printed(left) + printed(right) : "";
  return digest(
    `${sides}${END}${derived}${(forgets ?? []).join()}${END}${role} ${premise} ${link.continued} ${fact?.kind} ${fromElsewhere(left, right, fact)} ${[...(quantified ?? [])].join()}${universal ? "!" : ""}`,
  );
}

function randomName(r: RandomSaid): string {
  const shown = [...r.names, ...(r.law?.args ?? []), r.mean, r.covariance].map((e) => e && printed(e));
  const said = [
    shown,
    r.law && printed(formula(r.law.family.density)),
    r.mean !== undefined,
    r.covariance !== undefined,
    r.random,
    r.independent,
    r.identical,
    r.event,
    r.exclusive,
    r.points?.map((p) => p.map(printed)),
    r.second && printed(r.second),
    r.exhaustive,
    r.anew,
    r.conditional,
  ];
  return digest(JSON.stringify(said));
}

/** How many at the beginning of a list pass a test that no one behind them passes. */
function countTo<T>(list: readonly T[], passes: (each: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(list[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Names the windows of one document; what several of them hold is named once. */
export class WindowKeys {
  private readonly items: string[] = [];
  private readonly lines: string[] = [];
  private readonly random: readonly string[];
  private readonly declared: string;
  private readonly dependence: readonly Sentence[];
  private readonly sections: readonly number[];
  /** How many declarations each section has, by how far it lies before one. */
  private readonly before = new Map<number, string>();
  /** Which declarations begin in a block. */
  private readonly begins = new Map<number, number[]>();

  constructor(private readonly document: JudgedDocument) {
    const { said, random, read } = document;
    this.sections = sectionsOf(read.scanned.blocks);
    this.dependence = dependenceSentences(document.text);
    this.random = random.map(randomName);
    this.declared = digest(JSON.stringify(said.map((d) => [d.names, d.kind, [...d.properties], d.rows && printed(d.rows), d.cols && printed(d.cols)])));
    said.forEach((d, k) => void this.begins.set(d.from, [...(this.begins.get(d.from) ?? []), k]));
  }

  /** Everything that the verdicts of a window depend on, and no place in the document. */
  of(window: Window): string {
    const { text, settings } = this.document;
    const own = window.own[0];
    const here = this.sections[own.line.at];
    const above = own.items[0]?.above ?? [];
    let groups = "";
    for (const g of window.groups) {
      if (g === own) groups += `>${window.own.length}`;
      groups += `${here - this.sections[g.line.at]} `;
      groups += this.line(g) + (isApart(own.exercise, g.exercise) ? "/" : "") + (areLawsApart(own, g) ? "|" : "");
      for (const i of g.items) groups += this.item(i) + (i.scope === own.scope ? 1 : i.scope === own.within ? 2 : above.includes(i.scope) ? 3 : 0);
    }
    const tied = this.dependence.filter((s) => s.from <= window.to).map((s) => s.text);
    const elsewhere =
      this.randomHere(own, window) + this.declared + this.declaredHere(window) + this.declaredBefore(here) + END + settings + digest(tied.join(END));
    return digest(`${groups}${END}${elsewhere}${END}${text.slice(window.from, window.to)}`);
  }

  private item(item: Item): string {
    this.items[item.order] ??= itemName(item, this.document.text);
    return this.items[item.order];
  }

  private line({ line }: ItemGroup): string {
    const known = this.lines[line.id];
    if (known !== undefined) return known;
    const { text, directives } = this.document;
    const { alone, block, prose } = line;
    // an objective, or a name that is arbitrary: the words around it say so
    const bare = alone ? digest(`${prose}${END}${text.slice(alone.from, alone.to)}${END}${sentenceBehind(text, alone.to)}`) : "";
    const name = `${bare} ${directives.silenced.has(block) ? 1 : 0}${directives.rulings.get(block) ?? ""}${END}`;
    this.lines[line.id] = name;
    return name;
  }

  /** Where the window's items stand to what is said of random names. */
  private randomHere(own: ItemGroup, window: Window): string {
    const { random } = this.document;
    if (random.length === 0) return "";
    const orders = window.groups.flatMap((g) => g.items.map((i) => i.order)).sort((a, b) => a - b);
    const apart = (r: RandomSaid): string => (areLawsApart(own, r) ? "/" : "");
    return random
      .map((r, k) => `${this.random[k]}${apart(r)}${r.scope - own.scope} ${orders.length - countTo(orders, (order) => order <= r.order)}${END}`)
      .join("");
  }

  /** Declarations by section, up to one. */
  private declaredBefore(here: number): string {
    const known = this.before.get(here);
    if (known !== undefined) return known;
    const counts = new Map<number, number>();
    for (const d of this.document.said) {
      const before = here - this.sections[d.at];
      if (before >= 0) counts.set(before, (counts.get(before) ?? 0) + 1);
    }
    const found = ` ${[...counts].join(" ")}`;
    this.before.set(here, found);
    return found;
  }

  /** How much of what is declared stands before a window's end, and at which of its groups. */
  private declaredHere({ groups }: Window): string {
    const { said } = this.document;
    if (said.length === 0) return "";
    const last = groups[groups.length - 1].line.at;
    let places = `${countTo(said, (d) => d.at <= last)}`;
    groups.forEach(({ line }, i) => {
      if (i === 0 || line.at !== groups[i - 1].line.at) for (const k of this.begins.get(line.at) ?? []) places += ` ${k}:${i}`;
    });
    return places;
  }
}
