/** Makes one node of all subexpressions that say the same, so that what stands in several places is evaluated once. */
import type { Expr } from "./tree";

/** The nodes of one scope; the places of what comes out mean nothing. */
export class SharedParts {
  private readonly known = new Map<string, Expr>();
  private readonly numbers = new Map<Expr, number>();
  private readonly again = new Set<Expr>();

  of(e: Expr): Expr {
    if (this.numbers.has(e)) {
      this.again.add(e);
      return e;
    }
    const args = e.args.map((a) => this.of(a));
    const key = `${e.op}\0${e.name ?? "\u0001"}\0${e.data ? JSON.stringify(e.data) : ""}\0${args.map((a) => this.numbers.get(a)).join()}`;
    const before = this.known.get(key);
    if (before) {
      this.again.add(before);
      return before;
    }
    const made: Expr = { ...e, args };
    this.known.set(key, made);
    this.numbers.set(made, this.numbers.size);
    return made;
  }

  /** Whether a node stands in more than one place. */
  isRepeated(e: Expr): boolean {
    return this.again.has(e);
  }
}
