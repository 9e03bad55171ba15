/** Gathers judged steps into derivations: in reading order, from their first expression on. */
import type { Span } from "../base/span";
import type { Directives } from "../derivation/words/directives";
import type { Block } from "../document/blocks";
import type { JudgedStep } from "./judge";
import type { Derivation, Range, Step } from "./report";
import { withoutSaidAgain } from "./said-again";

interface Open {
  readonly block: Block;
  readonly steps: Step[];
  from: number;
}

export class Derivations {
  private readonly open: Open[] = [];

  constructor(
    private readonly directives: Directives,
    private readonly range: (span: Span) => Range,
  ) {}

  /** Steps of one formula stand in one derivation. What comments say is none. */
  add(found: JudgedStep): void {
    if (this.directives.spoken.has(found.block)) return;
    let last = this.open[this.open.length - 1];
    if (last?.block !== found.block) {
      last = { block: found.block, steps: [], from: found.from };
      this.open.push(last);
    }
    last.steps.push(found.step);
    last.from = Math.min(last.from, found.from);
  }

  all(): Derivation[] {
    for (const { steps } of this.open) steps.sort((a, b) => a.relationRange.start.offset - b.relationRange.start.offset);
    const told = withoutSaidAgain(this.open.flatMap((o) => o.steps));
    let at = 0;
    return this.open.map(({ steps: judged, from }) => {
      const steps = told.slice(at, at + judged.length);
      at += judged.length;
      const to = Math.max(...steps.map((s) => s.range.end.offset));
      return { range: this.range({ from, to }), steps };
    });
  }
}
