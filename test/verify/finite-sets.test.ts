/** Sets whose elements are listed. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const last = (text: string) => stepsOf(check(text)).at(-1);
const sets = R`Let $P = \{2, 4, 6, 8\}$ and $Q = \{6, 8, 10\}$. Then `;

describe("listed sets", () => {
  it.each([
    [R`$P \cup Q = \{2, 4, 6, 8, 10\}$.`, "holds"],
    [R`$P \cup Q = \{2, 4, 6, 10\}$.`, "fails"],
    [R`$P \cap Q = \{8, 6\}$.`, "holds"],
    [R`$P \setminus Q = \{2, 6\}$.`, "fails"],
    [R`$\{1, 2\} \times \{5\} = \{(1, 5), (2, 5)\}$.`, "holds"],
    [R`$\{1, 2\} \times \{5\} = \{(1, 5), (5, 2)\}$.`, "fails"],
    [R`$P \cap \{1, 3\} = \emptyset$.`, "holds"],
    [R`$4 \in P$.`, "holds"],
    [R`$4 \in Q$.`, "fails"],
    [R`$|P \cup Q| = 5$.`, "holds"],
    [R`$|P \cup Q| = 7$.`, "fails"],
    [R`$\{a, b\} \cup \{b, c\} = \{a, b, c\}$.`, "holds"],
    // letters may be one element
    [R`$\{a, b\} \cup \{b, c\} = \{a, c\}$.`, "given"],
  ])("%s", (text, verdict) => expect(last(sets + text)?.verdict).toBe(verdict));

  it("names the element, and offers the right list", () => {
    const step = last(R`${sets}$P \cap Q = \{6, 8, 10\}$.`);
    expect(step?.message).toContain("10 is in the right set and not in the left one");
    expect(step?.fixes?.[0]?.edits[0].newText).toBe(R`\{6, 8\}`);
  });
});
