/** Verdicts that are kept: an edit changes what it should, moves the rest, and gives the report of a fresh check. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const section = (k: number) =>
  `## Part ${k}\n\nLet $c = ${k} a + 1$. Then\n$$\n(c - 1)^2 = ${k * k} a^2\n$$\nand $${k} + 1 = ${k + 1}$ and\n$$\nx + ${k} = ${k === 3 ? "x - 3" : `${k} + x`}\n$$\n\n`;
const document = Array.from({ length: 6 }, (_, k) => section(k + 1)).join("");
const counting = () => {
  const map = new Map<string, unknown>();
  const count = { hits: 0, misses: 0 };
  return {
    count,
    get: (key: string) => {
      if (map.has(key)) count.hits++;
      else count.misses++;
      return map.get(key);
    },
    set: (key: string, value: unknown) => void map.set(key, value),
  };
};

describe("the cache", () => {
  it("gives the report of a fresh check after any edit", () => {
    const cache = counting();
    check(document, { cache });
    fc.assert(
      fc.property(fc.nat(document.length), fc.nat(3), fc.constantFrom("", "x", " ", "7", "$", "\n\n", "\\", "= "), (at, cut, put) => {
        const text = document.slice(0, at) + put + document.slice(at + cut);
        expect(check(text, { cache })).toEqual(check(text));
      }),
      { numRuns: 25, seed: 7 },
    );
  }, 120_000);

  it("does so where words, values and facts of other parts have a say", () => {
    const part = (k: number, words: string, value: number) =>
      `## Part ${k}\n\n${words} Let $b_${k} = ${value} t$ and $t = ${value}$. Then $b_${k} = ${value * value}$, and for $u > 0$\n$$\nu + ${value} = ${k % 2 ? `${value} + u` : "2 u"}\n$$\n\n`;
    const WORDS = [
      "",
      "Let $A$ be an upper triangular matrix.",
      "For a normal matrix $N$, $N N^* = N^* N$.",
      "Minimise $u^2$, where $u$ is arbitrary.",
      "Let $X \\sim N(0, 1)$ be independent of $u$.",
    ];
    const parts = WORDS.map((_, k) => ["", 2 + (k % 3)] as [string, number]);
    const edit = fc.tuple(fc.nat(WORDS.length - 1), fc.constantFrom(...WORDS), fc.integer({ min: 2, max: 4 }));
    const cache = counting();
    fc.assert(
      fc.property(edit, ([at, words, value]) => {
        parts[at] = [words, value];
        const written = parts.map(([said, number], k) => part(k, said, number)).join("");
        expect(check(written, { cache, samples: 8 })).toEqual(check(written, { samples: 8 }));
      }),
      { numRuns: 16, seed: 11 },
    );
    expect(cache.count.hits).toBeGreaterThan(0);
  }, 120_000);

  it("does so where a heading ends what words have said of a name", () => {
    const cache = counting();
    const written = (heading: string) => `# One\n\nHere $X$ is an $n \\times n$ matrix.\n\n${heading}Let $X \\sim N(0, 1)$. Then $E[X^2] = 1$.\n`;
    for (const text of [written("# Two\n\n"), written(""), written("# Two\n\n")]) expect(check(text, { cache })).toEqual(check(text));
  });

  it("does so where one part of a document tells how another is read", () => {
    const text = `$$p(x) = \\int p(x, z) \\, dz$$\n\n${"Words.\n\n".repeat(60)}## Then\n\n${"Words.\n\n".repeat(60)}`;
    const bar = `${text}And $p(x \\mid z) = 1$.`;
    expect(check(bar).derivations[0]).not.toEqual(check(text).derivations[0]);
    const cache = counting();
    for (const edited of [text, bar, text]) expect(check(edited, { cache })).toEqual(check(edited));
  });

  it("is asked anew only where the text has changed", () => {
    const cache = counting();
    check(document, { cache });
    const cold = cache.count.misses;
    cache.count.misses = 0;
    check(`Some words.\n\n${document}`.replace("x - 3", "x + 3"), { cache });
    expect(cache.count.hits).toBeGreaterThan(0);
    expect(cache.count.misses).toBeLessThan(cold);
  });
});

describe("a range", () => {
  it("is all that is checked", () => {
    const at = document.indexOf("x - 3");
    const all = stepsOf(check(document)).filter((s) => s.range.start.offset === at);
    expect(stepsOf(check(document, { only: { from: at, to: at + 1 } }))).toEqual(all);
    expect(all[0].verdict).toBe("fails");
  });
});

it("the same text gives the same report", () => expect(check(document)).toEqual(check(document)));
