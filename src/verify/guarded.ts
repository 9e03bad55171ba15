/** Steps that are not judged: those that a comment silences, and those whose judgement came to an unexpected end. */
import { OutOfFuel } from "../base/fuel";
import type { Span } from "../base/span";
import { ignoredSteps } from "../derivation/words/directives";
import type { Block } from "../document/blocks";
import type { Expr } from "../expression/tree";
import { print } from "../notation/print";
import type { Step } from "./report";
import type { JudgeInput } from "./trying/trial";

/** What a step is without its judgement. */
export type BareStep = Pick<Step, "range" | "relationRange" | "relation" | "left" | "right">;
type Judged = Pick<Step, "verdict" | "code" | "message">;

/** The judgement, or `unchecked` where it threw: one bad step never spoils its neighbours. */
export function guarded(bare: BareStep, judged: () => Step): Step {
  try {
    return judged();
  } catch (error) {
    return { ...bare, ...excuse(error) };
  }
}

function excuse(error: unknown): Judged {
  if (error instanceof OutOfFuel) return { verdict: "unchecked", code: "work/too-much", message: `Not checked: ${error.message}.` };
  if (error instanceof RangeError)
    return { verdict: "unchecked", code: "work/too-deep", message: "Not checked: the expression is nested too deeply or too large." };
  return {
    verdict: "unchecked",
    code: "internal/error",
    message: `Not checked, by a defect of this program: ${error instanceof Error ? error.message : String(error)}`,
  };
}

/** For a relation sign that a comment silences: its verdict. */
export function skippedSigns(input: JudgeInput): (sign: Span, block: Block) => Judged | undefined {
  const { directives, groups } = input;
  const signs = directives.ignored.length ? groups.flatMap((g) => [...(g.line.arrow ? [g.line.arrow] : []), ...g.items.map((i) => i.link.sign)]) : [];
  const ignored = ignoredSteps(directives, signs);
  return (sign, block) => {
    if (directives.silenced.has(block)) return { verdict: "unchecked", code: "directive/off", message: "Not checked: a comment says so." };
    if (ignored.has(sign)) return { verdict: "unchecked", code: "directive/ignore", message: "Not checked: a comment says so." };
    return undefined;
  };
}

/** The LaTeX of an expression; empty where it is nested too deeply to be printed. */
export function printed(e: Expr): string {
  try {
    return print(e);
  } catch (error) {
    if (error instanceof RangeError) return "";
    throw error;
  }
}
