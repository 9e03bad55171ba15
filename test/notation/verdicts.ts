/** The verdict of the last relation of a line of LaTeX, for tables of cases. */
import { verify } from "../../src/verify/verify";

export function verdictsOf(text: string, path = "case.md"): string[] {
  const run = verify({ path, text });
  for (;;) {
    const next = run.next();
    if (next.done) return next.value.derivations.flatMap((d) => d.steps.map((s) => s.verdict));
  }
}

/** Of one displayed line. */
export const verdictOf = (latex: string): string | undefined => verdictsOf(`$$${latex}$$\n`).at(-1);
