/** The free coordinates of a model: numbers, elements, integers, complex numbers and matrices, with what derivatives are taken by. */
import { derivativeName, nameOfDerivative } from "../expression/derivative-names";
import type { Evaluator } from "../expression/evaluator";
import { some, symbol, walk } from "../expression/tree";
import { NotUnderstood, scalar, type Value } from "../expression/value";
import { byWorld, type DrawMemo, drawElement, drawInteger, drawReal, REALS, TermMemo } from "./draws";
import { primed } from "./function-derivatives";
import { ofAnyRank, structured } from "./matrix-draws";
import { chosenValue, type ModelParts } from "./model-parts";
import type { Sort } from "./sorts";

const orderOf = (name: string): number => derivativeName(name)?.order ?? 0;

/** The values of names that nothing defines, drawn by world or chosen. */
export class Coordinates {
  private readonly elements = new TermMemo();
  /** Matrices of which nothing is said may have any rank. */
  private readonly speaksOfRank: boolean;

  constructor(
    private readonly parts: ModelParts,
    private readonly memo: DrawMemo,
  ) {
    this.speaksOfRank = parts.scope.some((e) => some(e, (n) => n.op === "call" && n.name === "rank"));
  }

  /** A free coordinate of its sort, with what derivatives are being taken by it. */
  raw<T>(name: string, ev: Evaluator<T>, sort: Sort | undefined): Value<T> {
    const { A, frame } = ev;
    const { seed } = this.parts;
    const real = (label: string, within = REALS) =>
      A.numbers(
        this.memo.column(`${label} ${within.low} ${within.high}`, frame.world, (w) => chosenValue(this.parts, label, w) ?? drawReal(label, w, seed, within)),
      );
    if (sort?.kind === "matrix") return this.matrix(name, ev, sort);
    if (sort?.kind === "element")
      return { kind: "element", space: sort.space, index: byWorld(frame.world, (w) => this.parts.fixed?.get(name) ?? drawElement(name, w, seed, sort.size)) };
    if (sort?.kind === "integer")
      return scalar(this.seeded(A.numbers(byWorld(frame.world, (w) => chosenValue(this.parts, name, w) ?? drawInteger(name, w, seed, sort.within))), name, ev));
    if (sort?.kind === "complex" && A.complex === true) return scalar(this.seeded(A.add(real(name), A.mul(A.imaginary(), real(`${name}:im`))), name, ev));
    const prime = primed(name, ev, this.parts.definitions, this.parts.dependents);
    if (prime) return prime;
    return scalar(this.seeded(real(name, sort?.kind === "real" ? sort.within : REALS), name, ev));
  }

  matrix<T>(name: string, ev: Evaluator<T>, sort: Sort & { kind: "matrix" }, suffix: (lane: number) => string = () => ""): Value<T> {
    const { A, frame } = ev;
    const { seed } = this.parts;
    const square = sort.rows === sort.cols && sort.rows > 1;
    const column = (label: string, diagonal: boolean) =>
      A.numbers(
        Float64Array.from(frame.world, (w, lane) => {
          // a diagonal away from zero keeps inverses well conditioned; its signs are mixed
          const given = chosenValue(this.parts, label + suffix(lane), w);
          if (given !== undefined) return given;
          const x = drawReal(label + suffix(lane), w, seed, { low: -1.5, high: 1.5 });
          return diagonal ? (x < 0 ? x - 1.5 : x + 1.5) : x;
        }),
      );
    const draw = (i: number, j: number): T => {
      const label = `${name}[${i},${j}]`;
      const re = column(label, square && i === j);
      return sort.complex !== false && A.complex === true && !(sort.structure ?? []).includes("ones")
        ? A.add(re, A.mul(A.imaginary(), column(`${label}:im`, false)))
        : re;
    };
    const plain = structured(ev, sort.rows, sort.cols, sort.structure ?? [], draw);
    const open = this.speaksOfRank && (sort.structure ?? []).length === 0 && sort.rows > 1 && sort.cols > 1;
    const made = open
      ? ofAnyRank(
          ev,
          plain,
          Float64Array.from(frame.world, (w) => drawReal(`rank of ${name}`, w, seed, { low: 0, high: 1 })),
        )
      : plain;
    const items = [...made.items];
    ev.seeds.forEach((s, level) => {
      if (s.name === name && s.entry < items.length) items[s.entry] = A.add(items[s.entry], ev.epsilon(level));
    });
    return { ...made, items };
  }

  /** Adds the infinitesimals of the derivatives taken by this name, or by a variable it depends on. */
  private seeded<T>(x: T, name: string, ev: Evaluator<T>): T {
    const { A } = ev;
    let value = x;
    const { base = name, order = 0, dotted = this.dotted(name) } = derivativeName(name) ?? {};
    const by = this.parts.dependents.get(base);
    let change: T | undefined;
    let times = 0;
    let deepest = 0;
    ev.seeds.forEach((seed, level) => {
      if (level > this.innermost) return;
      if (seed.name === name) value = A.add(value, ev.epsilon(level));
      else if (by === seed.name) {
        change = change === undefined ? ev.epsilon(level) : A.add(change, ev.epsilon(level));
        times++;
        deepest = level;
      }
    });
    if (change === undefined || order >= this.highestOrder() + ev.seeds.length) return value;
    // u at x + h by its derivatives there, which carry h, too: u + h u' - h²/2 u'' + …
    let power: T = change;
    for (let k = 1; k <= times; k++) {
      const prime = nameOfDerivative(base, order + k, dotted);
      const moved = deepest < ev.seeds.length - 1 ? this.outside(deepest, prime, ev) : ev.model.symbol(prime, ev, symbol(prime));
      const term = A.mul(ev.number(moved, symbol(name)), power);
      value = k % 2 === 1 ? A.add(value, term) : A.sub(value, term);
      power = A.div(A.mul(power, change), A.number(k + 1));
    }
    return value;
  }

  /** A name as derivatives that are taken further inside do not see it: in d/dt ∂L/∂\\dot x, x moves with a \\dot x that ∂/∂\\dot x holds apart. */
  private outside<T>(level: number, name: string, ev: Evaluator<T>): Value<T> {
    const before = this.innermost;
    this.innermost = Math.min(before, level);
    try {
      return this.raw(name, ev, this.parts.sorts.of.get(name));
    } finally {
      this.innermost = before;
    }
  }
  private innermost = Number.POSITIVE_INFINITY;

  /** Whether the derivatives of a name are written with dots. */
  private dotted(name: string): boolean {
    const names = [nameOfDerivative(name, 1, true), nameOfDerivative(name, 2, true)];
    return this.parts.scope.some((e) => some(e, (n) => n.op === "symbol" && names.includes(n.name ?? "")));
  }

  /** The order of the highest derivative that is written as a name. */
  private highestOrder(): number {
    if (this.most === undefined) {
      this.most = 0;
      for (const e of this.parts.scope)
        walk(e, (n) => {
          if (n.op === "symbol") this.most = Math.max(this.most ?? 0, orderOf(n.name ?? ""));
        });
    }
    return this.most;
  }
  private most?: number;

  /** The number that stands for an element of a finite space. */
  element<T>(space: string, ev: Evaluator<T>): T {
    const element = ev.frame.find("#element");
    if (element?.kind !== "element") throw new NotUnderstood("element/unknown", "an element of a finite space stands where a number is needed");
    const { index } = element;
    const { world } = ev.frame;
    const at = (lane: number): number => index[index.length === 1 ? 0 : lane];
    return ev.A.numbers(this.elements.column(space, [index], world, (lane) => drawReal(`value of ${space} #${at(lane)}`, world[lane], this.parts.seed, REALS)));
  }
}
