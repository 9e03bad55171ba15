/** Equations of sets for all sets: what holds, what one stroke mends, what is said of the sets; unions over an index in probabilities. */
import { describe, expect, it } from "vitest";
import { check, stepsOf, verdicts } from "./run";

const R = String.raw;
const last = (text: string) => {
  const steps = stepsOf(check(text));
  return steps[steps.length - 1];
};

describe("sets of which nothing is said", () => {
  it.each([
    R`(A \cup B)^c = A^c \cap B^c`,
    R`A \setminus (B \cap C) = (A \setminus B) \cup (A \setminus C)`,
    R`\bigcup_{i=1}^n (A_i \cap B) = \left(\bigcup_{i=1}^n A_i\right) \cap B`,
    R`\left(\bigcup_{i=1}^n A_i\right)^c = \bigcap_{i=1}^n A_i^c`,
    R`\left(\bigcup_{i=1}^3 A_i\right) \cap B = (A_1 \cap B) \cup (A_2 \cap B) \cup (A_3 \cap B)`,
  ])("%s holds", (formula) => {
    const step = last(`$$${formula}$$`);
    expect([step.verdict, step.basis]).toEqual(["holds", "exact"]);
  });

  it.each([
    [R`(A \cup B)^c = A^c \cup B^c`, R`A^c \cap B^c`],
    [R`(A \cup B)^c = A^c \cap B`, R`A^c \cap B^c`],
    [R`A \cap (B \cup C) = (A \cap B) \cap (A \cap C)`, R`(A \cap B) \cup (A \cap C)`],
    [R`\left(\bigcup_{i=1}^n A_i\right)^c = \bigcup_{i=1}^n A_i^c`, R`\bigcap_{i=1}^n A_i^c`],
    [R`|A \cup B| = |A| + |B| + |A \cap B|`, R`|A| + |B| - |A \cap B|`],
  ])("%s fails: %s", (formula, mended) => {
    const step = last(`$$${formula}$$`);
    expect(step.verdict).toBe("fails");
    expect(step.fixes?.[0].title).toContain(mended);
  });

  it("says which element tells the sides apart", () => {
    expect(last(R`$$(A \cup B)^c = A^c \cup B^c$$`).message).toContain("an element in A but not in B is on the right side only");
  });

  it.each([
    [R`Here $A = B \cap C$.`, "a definition"],
    [R`$\overline{A \cup B} = \overline{A} \cup \overline{B}$`, "closures"],
    [R`Wahr oder falsch? $(A \cup B)^c = A^c \cup B^c$`, "a question"],
    [R`Falsch wäre $(A \cup B)^c = A^c \cup B^c$.`, "a denial"],
    [R`We need $(A \cup B)^c = A^c \cup B^c$ only when $A = B$.`, "a condition"],
    [R`Suppose that $B$ and $C$ have the same elements. Then $A \setminus (B \cap C) = (A \setminus B) \cap (A \setminus C)$.`, "a supposition"],
    [R`Let $C = A \cup B$. Now $A \cup B = C \cap D$.`, "what may be given"],
    [R`Suppose $A$ and $B$ are disjoint. Then $|A \cup B| = |A| + |A \cap B| + |B|$.`, "sets of which more is said"],
    [R`Suppose $A \subseteq B$. Then $A \cup B = B \cup C$.`, "an inclusion"],
  ])("%s: %s", (text) => expect(verdicts(text)).not.toContain("fails"));
});

describe("sets of which it is said how they lie", () => {
  it.each([
    R`Suppose that $A \cap B = \emptyset$. Then $|A \cup B| = |A| + |B|$.`,
    R`Suppose that $B = A \cup C$ with $A \cap C = \emptyset$. Then $|B \setminus A| = |C|$ and $(A \cup C) \setminus A = C$.`,
  ])("%s", (text) => expect(last(text).verdict).toBe("holds"));
});

describe("what is said of sets that shows nothing", () => {
  it.each([
    [R`Suppose that $C \cup D \cup E \cup F \cup G \cup H = A \cup B$. Then $(A \cup B) \setminus A = A \cap B$.`, "more sets than are tried"],
    [R`Suppose that $C \cup D \cup E \cup F \cup G \cup H = A \cup B$. Then $|A \cup B| = |A|$.`, "the same with numbers"],
    [R`Suppose that $A \cap B = (A \cap B)^c$. Then $A \cup B = A \cap B$.`, "what no sets meet"],
  ])("%s: %s", (text) => expect(last(text).verdict).not.toBe("holds"));

  it("is not named among what was used", () => {
    const step = last(R`Suppose that $A \cap B = \emptyset$, and let $n = |A|$. Suppose $x = 2$ with $|B| = m$. Then $|A \cup B| = |A| + |B|$.`);
    expect(step.uses?.map((u) => u.text)).toEqual([R`A \cap B = \emptyset`]);
  });
});

describe("unions and intersections in probabilities", () => {
  it.each([
    ["", R`P\left(\bigcup_{i=1}^n A_i\right) \le \sum_{i=1}^n P(A_i)`],
    ["", R`P(A_1 \cup \cdots \cup A_n) \le \sum_{i=1}^n P(A_i)`],
    ["", R`P\left(\bigcap_{i=1}^n A_i\right) \ge \sum_{i=1}^n P(A_i) - (n-1)`],
    ["", R`P\left(\bigcup_{i=1}^{n+1} A_i\right) = P\left(\bigcup_{i=1}^n A_i\right) + P(A_{n+1}) - P\left(\bigcup_{i=1}^n A_i \cap A_{n+1}\right)`],
    [R`Let $A_1, \ldots, A_n$ be independent events. Then`, R`P(A_1 \cup \cdots \cup A_n) = 1 - \prod_{i=1}^n (1 - P(A_i))`],
    [R`Let $A_1, \ldots, A_n$ be disjoint events. Then`, R`P\left(\bigcup_{i=1}^n A_i\right) = \sum_{i=1}^n P(A_i)`],
  ])("%s %s holds", (said, formula) => expect(last(`${said}\n$$${formula}$$`).verdict).toBe("holds"));

  it.each([
    [R`P(A^c \cap B^c) = 1 - P(A \cap B)`, R`A \cup B`],
    [R`P(A \cap B) = P(A) + P(B) - P(A \cap B)`, R`A \cup B`],
  ])("%s fails: %s", (formula, mended) => {
    const step = last(`$$${formula}$$`);
    expect(step.verdict).toBe("fails");
    expect(step.fixes?.[0].title).toContain(mended);
  });

  it("leaves unions without bounds alone", () => {
    expect(last(R`$$P(L) = 0 \implies P(\bigcup_{\substack{a,b \in \mathbb{Q} \\ a < b}} L_{a,b}) = 0$$`).code).not.toBe("internal/error");
  });

  it("leaves very many events alone", () => {
    expect(last(R`$$P\left(\bigcup_{i=1}^{3000} A_i\right) = \sum_{i=1}^{3000} P(A_i)$$`).verdict).toBe("unchecked");
  });

  it.each([R`P\left(\bigcup_{i=1}^n A_i\right) = \sum_{i=1}^n P(A_i)`, R`P(A \cup B) = P(A) + P(B)`])("%s may be of disjoint events", (formula) =>
    expect(last(`$$${formula}$$`).verdict).toBe("unchecked"),
  );
});
