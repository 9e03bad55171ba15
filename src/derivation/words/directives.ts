/** Carries out the comments that speak to Spotcheck: what is silenced, what is assumed, which formula defines or is given. */
import type { Span } from "../../base/span";
import type { Block, Directive, Formula, Problem, ScannedDocument } from "../../document/blocks";

/** What a comment decided about the relation signs of a formula. */
export type Ruling = "given" | "defines";

export interface Directives {
  /** Formulas that are not checked. */
  readonly silenced: ReadonlySet<Block>;
  /** Places behind which the first step is not checked. */
  readonly ignored: readonly number[];
  /** Formulas whose role is decided. */
  readonly rulings: ReadonlyMap<Block, Ruling>;
  /** Formulas that stand in comments: facts from there on, everywhere, and no steps. */
  readonly spoken: ReadonlySet<Block>;
}

/** The document with the formulas of its comments put in their places, and what its comments say. */
export function withDirectives(scanned: ScannedDocument): { scanned: ScannedDocument; directives: Directives } {
  const work = new Reading(scanned.blocks);
  const blocks = scanned.blocks.map((block, at) => (block.kind === "directive" ? work.read(block, at) : block));
  const directives: Directives = { silenced: work.silenced, ignored: work.ignored, rulings: work.rulings, spoken: work.spoken };
  return { scanned: work.found ? { ...scanned, blocks, problems: [...scanned.problems, ...work.problems] } : scanned, directives };
}

class Reading {
  readonly silenced = new Set<Block>();
  readonly ignored: number[] = [];
  readonly rulings = new Map<Block, Ruling>();
  readonly spoken = new Set<Block>();
  readonly problems: Problem[] = [];
  found = false;

  constructor(private readonly blocks: readonly Block[]) {}

  /** What stands in the place of a comment. */
  read(block: Directive, at: number): Block {
    this.found = true;
    const [, word, rest] = /^([a-z]*)\s*([\s\S]*)$/i.exec(block.text) as RegExpExecArray;
    switch (word.toLowerCase()) {
      case "on":
        return block;
      case "off":
        this.silence(at);
        return block;
      case "ignore":
        this.ignored.push(block.span.to);
        return block;
      case "assume":
      case "given":
        return this.rule(block, at, rest, "given");
      case "define":
        return this.rule(block, at, rest, "defines");
    }
    return this.unknown(block, `"${block.text.slice(0, 40)}" is no instruction. There are off, on, ignore, assume, given and define.`);
  }

  private unknown(block: Directive, message: string): Block {
    this.problems.push({ span: block.span, code: "directive/unknown", message });
    return block;
  }

  /** Everything up to "on"; without one, the next display, or the formulas within the lines of the next paragraph. */
  private silence(at: number): void {
    const behind = this.blocks.slice(at + 1);
    const word = (b: Block) => (b.kind === "directive" ? b.text.trim().toLowerCase() : "");
    const end = behind.findIndex((b) => word(b) === "on" || word(b) === "off");
    const ended = end >= 0 && word(behind[end]) === "on";
    const first = behind.find((b) => b.kind === "formula" || b.kind === "code");
    const inline = (b: Block) => b.kind === "formula" && !b.display && first?.kind === "formula" && !first.display && b.paragraph === first.paragraph;
    for (const b of ended ? behind.slice(0, end) : behind.filter((b) => b === first || inline(b))) this.silenced.add(b);
  }

  /** A formula in the comment itself, or else the next one of the document. */
  private rule(block: Directive, at: number, rest: string, ruling: Ruling): Block {
    const inside = /^\$*([\s\S]*?)\$*$/.exec(rest.trim())?.[1].trim() ?? "";
    const next = this.blocks.slice(at + 1).find((b) => b.kind === "formula");
    if (!inside) {
      if (!next) return this.unknown(block, `There is no formula behind "${block.text}".`);
      this.rulings.set(next, ruling);
      return block;
    }
    const formula = formulaOf(block, inside);
    this.rulings.set(formula, ruling);
    this.spoken.add(formula);
    return formula;
  }
}

/** In parentheses, so that no chain of the document goes on from it. */
function formulaOf(block: Directive, inside: string): Formula {
  const start = block.text.indexOf(inside);
  const place = (i: number): number =>
    (block.map.filter((piece) => piece.at <= i).pop()?.offset ?? block.span.from) + i - (block.map.filter((piece) => piece.at <= i).pop()?.at ?? 0);
  const map = [
    { at: 0, offset: place(start) - 1 },
    { at: 1, offset: place(start) },
    ...block.map.filter((piece) => piece.at > start).map((piece) => ({ at: piece.at - start + 1, offset: piece.offset })),
  ];
  return { kind: "formula", text: `(${inside})`, map, span: block.span, paragraph: block.paragraph, display: false, environment: "" };
}

/** The first of the places of `steps` behind each ignored place. */
export function ignoredSteps(directives: Directives, steps: readonly Span[]): Set<Span> {
  const found = new Set<Span>();
  for (const place of directives.ignored) {
    const next = steps.filter((s) => s.from >= place).sort((a, b) => a.from - b.from)[0];
    if (next) found.add(next);
  }
  return found;
}
