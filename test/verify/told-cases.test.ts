/** Cases that a sentence tells one after the other: what one of them sets is over in the next. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const line = R`The line is $x + 2y = 8$. `;

it.each([
  [R`${line}For $x = 2$ we get $y = 3$, for $x = 4$ we get $y = 2$.`, ["given", "given", "holds", "given", "holds"]],
  [R`${line}If $x = 2$ then $y = 3$; if $x = 4$ then $y = 2$.`, ["given", "given", "holds", "given", "holds"]],
  [R`${line}For $x = 2$ we get $y = 3$, for $x = 4$ we get $y = 1$.`, ["given", "given", "holds", "given", "fails"]],
])("%s", (text, verdicts) => expect(stepsOf(check(text)).map((s) => s.verdict)).toEqual(verdicts));
