/** Values put into a formula: other values than those that were said nearby are a slip. */
import { expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

const R = String.raw;
const last = (text: string) => verdicts(text).at(-1);
const momentum = R`We have $m_1v_1 + m_2v_2 = (m_1+m_2)v$. With $m_1 = 2$, $v_1=3$, $m_2=1$, $v_2=4$: `;

it.each([
  [R`We get $v = \sqrt{2gh}$. For $h = 5$ and $g=9.8$ this is $v = \sqrt{2\cdot9.8\cdot 5}$`, "holds"],
  [R`We get $v = \sqrt{2gh}$. For $h = 5$ and $g=9.8$ this is $v = \sqrt{2\cdot9.8\cdot 6}$`, "fails"],
  [R`The value is $v = C\,\frac{1-(1+r)^{-n}}{r}$. With $C=1000$, $r=2$, $n=10$: $v = 1000\cdot\frac{1-3^{-9}}{2}$`, "fails"],
  [R`The value is $v = C\,\frac{1-(1+r)^{-n}}{r}$. With $C=1000$, $r=0.05$, $n=10$: $v = 1000\cdot\frac{1-1.05^{-10}}{0.05}$`, "holds"],
  [`${momentum}$$ v = ${R`\frac{2\cdot3+1\cdot4}{2+1}`} $$`, "holds"],
  [`${momentum}$$ v = ${R`\frac{2\cdot3+1\cdot5}{2+1}`} $$`, "fails"],
  // what the values come to
  [R`Let $y = r - 2 g$ with $r = 1$ and $g = 2$. Then $y = -3$.`, "holds"],
  [R`Let $y = r - 2 g$ with $r = 1$ and $g = 2$. Then $y = 3$.`, "fails"],
  [R`Let $w^{new} = w^{old} - \eta g$ with $w^{old} = 1$, $\eta = 0.1$ and $g = 2$. We get $w^{new} = 0.9$.`, "fails"],
  [R`Let $y = r - 2 g$ with $r = 1$ and $g = 2$. If we want more, say $y = 3$, this is not enough.`, "given"],
  [R`Let $y = r - 2 g$ with $r = 1$ and $g = 2$. After another step we get $y = 3$.`, "given"],
  [R`Let $y = r - 2 g$ with $r = 1$ and $g = 2$ gives $y = -3$. On that road, $y = 3$.`, "given"],
  [R`Let $y = r - 2 g$ with $r = 1$ and $g = 2$ gives $y = 3$.`, "fails"],
  // another example, of which the values were said elsewhere
  [
    R`We get $v = \sqrt{2gh}$. For $h = 5$ and $g=9.8$ this is fast.

Then we go on.

Another ball has $v = \sqrt{2\cdot9.8\cdot 6}$`,
    "given",
  ],
])("%s", (text, verdict) => expect(last(text)).toBe(verdict));

it("the fix puts in the value that was said", () => {
  const step = stepsOf(check(R`We get $v = \sqrt{2gh}$. For $h = 5$ and $g=9.8$ this is $v = \sqrt{2\cdot9.8\cdot 6}$`)).at(-1);
  expect(step?.fixes?.[0].edits[0].newText).toContain("5");
});
