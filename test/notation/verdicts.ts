/** The verdict of the last relation of a line of LaTeX, for tables of cases. */
import { verdicts } from "../verify/run";

export const verdictsOf = (text: string, path = "case.md"): string[] => verdicts(text, path);

/** Of one displayed line. */
export const verdictOf = (latex: string): string | undefined => verdictsOf(`$$${latex}$$\n`).at(-1);
