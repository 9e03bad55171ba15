/** A budget of work that is counted, not timed, so that the same text always gets the same answer. */

/** Thrown when a budget is spent. Whoever handed the fuel out turns it into an `unchecked`. */
export class OutOfFuel extends Error {
  constructor() {
    super("the work allowed for this step is used up");
    this.name = "OutOfFuel";
  }
}

/** Counts down from a budget, in units that the spender chooses (evaluations, nodes, bytes). */
export class Fuel {
  #left: number;

  /** What is spent here is taken from `whole` as well, which several parts may share. */
  constructor(
    budget: number,
    private readonly whole?: Fuel,
  ) {
    this.#left = budget;
  }

  get left(): number {
    return this.whole ? Math.min(this.#left, this.whole.left) : this.#left;
  }

  /** Takes `amount` away; throws `OutOfFuel` if more is asked than is left, and from then on nothing is left. */
  spend(amount: number): void {
    if (amount <= this.#left) {
      this.#left -= amount;
      this.whole?.spend(amount);
      return;
    }
    this.#left = 0;
    throw new OutOfFuel();
  }
}
