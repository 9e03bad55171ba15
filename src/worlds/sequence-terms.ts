/** Terms of sequences of which no formula is known: one free coordinate for each value of the indices. */
import { WEIGHT } from "../derivation/laws/entries";
import type { Evaluator } from "../expression/evaluator";
import { symbolName } from "../expression/names";
import type { Expr } from "../expression/tree";
import { byWorld, drawInteger, drawReal, REALS, TermMemo } from "./draws";
import { endedSequences, SUPPORT } from "./ended-sequences";
import { hasValue, indexLanes } from "./index-lanes";
import { chosenValue, type ModelParts } from "./model-parts";

/** The terms of the sequences of one scope. */
export class SequenceTerms {
  private readonly terms = new TermMemo();
  constructor(private readonly parts: ModelParts) {}

  /** A term of a sequence: one free coordinate for each value of the indices. */
  of<T>(e: Expr, name: string, ev: Evaluator<T>): T {
    const { A, frame } = ev;
    const indices = e.args.map((a): Float64Array | string => (hasValue(a, ev, this.parts) ? indexLanes(a, ev) : (a.name ?? "?")));
    const label = (lane: number) => `${name}[${indices.map((x) => (typeof x === "string" ? x : x[x.length === 1 ? 0 : lane])).join(",")}]`;
    const sort = this.parts.sorts.of.get(symbolName(e)) ?? this.parts.sorts.of.get(`${name}_{*}`);
    const within =
      sort?.kind === "real" || sort?.kind === "integer"
        ? sort.within
        : name.endsWith(WEIGHT)
          ? { low: 0.1, high: 2 }
          : /^\\(sigma|tau)$/.test(name)
            ? { low: 0, high: Number.POSITIVE_INFINITY }
            : REALS;
    const free = sort?.kind === "integer" ? drawInteger : drawReal;
    const draw: typeof drawReal = (coordinate, world, ...rest) => chosenValue(this.parts, coordinate, world) ?? free(coordinate, world, ...rest);
    const drawn = (part: string): Float64Array => {
      const named = (lane: number) => label(lane) + part;
      const columns = indices.filter((i) => typeof i !== "string");
      if (columns.every((i) => i.length === 1)) return byWorld(frame.world, (w) => draw(named(0), w, this.parts.seed, within));
      const key = `${name}${part} ${sort?.kind} ${within.low} ${within.high} ${indices.map((i) => (typeof i === "string" ? i : "")).join()}`;
      return this.terms.column(key, columns, frame.world, (lane) => draw(named(lane), frame.world[lane], this.parts.seed, within));
    };
    let x = A.numbers(drawn(""));
    if (within === REALS && this.isEnded(name)) {
      const beyond = Float64Array.from({ length: frame.width }, (_, lane) => (indices.some((i) => typeof i !== "string" && isBeyond(i, lane)) ? 0 : 1));
      if (beyond.some((b) => b === 0)) x = A.mul(x, A.numbers(beyond));
    }
    if (sort?.kind === "complex" && A.complex === true) x = A.add(x, A.mul(A.imaginary(), A.numbers(drawn(":im"))));
    ev.seeds.forEach((seed, level) => {
      if (seed.by.op !== "indexed" || seed.by.name !== name) return;
      const at = seed.by.args.map((a): Float64Array | string => (hasValue(a, seed.below, this.parts) ? indexLanes(a, seed.below) : (a.name ?? "?")));
      const here = Float64Array.from({ length: frame.width }, (_, lane) =>
        at.every((s, k) => same(s, indices[k], frame.rootLane ? frame.rootLane[lane] : lane, lane)) ? 1 : 0,
      );
      if (here.some((h) => h)) x = A.add(x, A.mul(A.numbers(here), ev.epsilon(level)));
    });
    return x;
  }

  /** Whether the scope adds up the terms of a sequence to infinity. */
  private isEnded(name: string): boolean {
    this.ended ??= endedSequences(this.parts.scope);
    return this.ended.has(name);
  }
  private ended?: ReadonlySet<string>;
}

const isBeyond = (index: Float64Array, lane: number): boolean => Math.abs(index[index.length === 1 ? 0 : lane]) > SUPPORT;

const same = (a: Float64Array | string, b: Float64Array | string, i: number, j: number): boolean =>
  typeof a === "string" || typeof b === "string" ? a === b : a[a.length === 1 ? 0 : i] === b[b.length === 1 ? 0 : j];
