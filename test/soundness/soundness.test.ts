/** The generator's own truths, and a few hundred of its cases: nothing true fails, nothing false holds. Many more by hand: `npm run soundness`. */
import { describe, expect, it } from "vitest";
import { dice } from "./dice";
import { CONSTRUCTS, caseOf } from "./draw";
import { mutated } from "./mutate";
import { RULES } from "./rules";
import { type Found, sortOut } from "./sort-out";
import { show } from "./term";
import { truthOf } from "./truth";

describe("the table of identities", () => {
  it.each(RULES.map((r) => [`${r.construct}: ${show(r.left)} ${r.relation} ${show(r.right)}`, r] as const))("%s", (_, rule) => {
    expect(truthOf(rule.left, rule.relation, rule.right, rule.construct, dice(7))).toBe(true);
  });

  it("is told from its changes", () => {
    const wrong = RULES.filter((r) => r.relation === "==").map((r, i) => {
      const changed = mutated(r.right, [["a", "b", "c", "d"]], dice(i));
      return changed && truthOf(r.left, "==", changed, r.construct, dice(i));
    });
    expect(wrong.filter((t) => t === false).length).toBeGreaterThan(150);
  });
});

describe("cases", () => {
  it("of one seed are the same", () => expect(caseOf(1234)).toEqual(caseOf(1234)));

  it("are neither accused falsely nor passed silently", () => {
    const wrong: string[] = [];
    const count: Record<Found, number> = { right: 0, conditional: 0, undecided: 0, "false accusation": 0, "silent pass": 0, crash: 0 };
    for (let seed = 0; seed < 6 * CONSTRUCTS.length; seed++) {
      const c = caseOf(seed);
      const { found, said } = sortOut(c);
      count[found]++;
      if (/accusation|pass|crash/.test(found)) wrong.push(`${found}, seed ${seed}: ${c.text}\n${said}`);
    }
    expect(wrong).toEqual([]);
    expect(count.right).toBeGreaterThan(4 * CONSTRUCTS.length);
  }, 120_000);
});
