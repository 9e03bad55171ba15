/** The mathematics of the demo in TypeScript: generator, normals, moments, tests and their negative controls. */
import { expect, test } from "vitest";
import { LARGEST_CPU_N, plan, type Raw, type Settings } from "../../src/gpu/layout";
import { philox } from "../../src/gpu/philox";
import { compileCode, DEFAULT_CODE, isRefusal, type Program } from "../../src/gpu/program";
import { expected } from "../../src/gpu/quantities";
import { runReference } from "../../src/gpu/reference";
import { summarise, variance } from "../../src/gpu/summary";
import { closedKl, type TestRow, validate } from "../../src/gpu/validation";

const AT = { mu: 0.7, logvar: -0.8 };

function program(source: string): Program {
  const compiled = compileCode(source);
  if (isRefusal(compiled)) throw new Error(compiled.message);
  return compiled;
}

function run(p: Program, settings: Settings): { raw: Raw; rows: TestRow[] } {
  const steps = runReference(p, settings);
  for (let step = steps.next(); ; step = steps.next()) {
    if (!step.done) continue;
    return { raw: step.value, rows: validate(step.value, summarise(step.value, settings, p), settings) };
  }
}

const failing = (rows: readonly TestRow[]): string[] => rows.filter((row) => !row.passes).map((row) => row.id);

// Counter, key and answer: the known answers that Random123 is distributed with.
test.each([
  [
    [0, 0, 0, 0],
    [0, 0],
    [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  ],
  [
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  ],
  [
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  ],
])("Philox of %j under %j", (c, k, words) => {
  const out = new Uint32Array(4);
  philox(c[0], c[1], c[2], c[3], k[0], k[1], out);
  expect([...out]).toEqual(words);
});

test("the closed forms at mu = 0.7, logvar = -0.8", () => {
  const truth = expected(AT.mu, AT.logvar);
  const s2 = Math.exp(AT.logvar);
  const { mu } = AT;
  expect(closedKl(mu, AT.logvar)).toBeCloseTo(0.3697, 4);
  expect(truth.kl.mean).toBeCloseTo(closedKl(mu, AT.logvar), 12);
  expect(truth.kl.variance).toBeCloseTo(0.5 * (s2 - 1) ** 2 + mu * mu * s2, 12);
  expect(truth.pathMu.variance).toBeCloseTo(4 * s2, 12);
  expect(truth.scoreMu.variance).toBeCloseTo(mu ** 4 / s2 + 14 * mu * mu + 15 * s2, 10);
  expect(truth.pathLogvar.mean).toBeCloseTo(s2, 12);
  expect(truth.scoreLogvar.mean).toBeCloseTo(s2, 12);
  expect(truth.m4.mean).toBeCloseTo(3, 12);
});

test.each([
  ["the code as it should be", DEFAULT_CODE, []],
  ["a deviation of twice the exponent", DEFAULT_CODE.replace("0.5 * logvar", "logvar"), ["ks"]],
  ["a uniform draw", DEFAULT_CODE.replace("randn_like", "rand_like"), ["ks", "m1"]],
  ["the names as log standard deviation", "def sample(mu, log_std):\n  return mu + torch.exp(log_std) * torch.randn_like(mu)", []],
  ["two draws", "a = torch.randn_like(mu)\nb = torch.randn_like(mu)\nreturn mu + torch.exp(0.5 * logvar) * (0.6 * a + 0.8 * b)", []],
])("%s", (_title, source, ids) => {
  const { rows, raw } = run(program(source), { ...AT, n: 2 ** 16, seed: 1 });
  expect(failing(rows)).toEqual(ids.length ? expect.arrayContaining(ids) : []);
  expect(raw.coarse.reduce((a, b) => a + b)).toBe(2 ** 16);
  expect(raw.fine.reduce((a, b) => a + b)).toBe(2 ** 16);
});

test("a sign slip between sample and gradient passes Kolmogorov-Smirnov and fails the gradient", () => {
  const slip = { ...program(DEFAULT_CODE.replace("mu +", "mu -")), gradientOf: program(DEFAULT_CODE).sample };
  const ids = failing(run(slip, { ...AT, n: 2 ** 16, seed: 2 }).rows);
  expect(ids).toContain("pathLogvar");
  expect(ids).not.toContain("ks");
});

test("the merged statistics are those of all samples at once", () => {
  const settings = { ...AT, n: 4096, seed: 9 };
  const p = program(DEFAULT_CODE);
  const { raw } = run(p, settings);
  const z = Array.from({ length: 4096 }, (_, i) => raw.pairs[2 * i + 1]);
  const t = z.map((x) => (x - AT.mu) / Math.exp(AT.logvar / 2));
  const mean = t.reduce((a, b) => a + b) / 4096;
  const { statistics } = summarise(raw, settings, p);
  expect(statistics.m1.mean).toBeCloseTo(mean, 12);
  expect(variance(statistics.m1)).toBeCloseTo(t.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 4095, 10);
});

test.each([
  ["return mu + torch.foo(logvar) * torch.randn_like(mu)", "torch.foo(logvar)"],
  ["std = logvar / 0\nreturn mu + std * torch.randn_like(mu)", "logvar / 0"],
  ["std = torch.exp(log var)\nreturn mu + std * torch.randn_like(mu)", "std = torch.exp(log var)"],
  ["def reparameterize(mu, logvar):\n  std = torch.exp(logvar)\n  return", "return"],
  ["return mu + torch.exp(0.5 * logvar) * 1e99 * torch.randn_like(mu)", "1e99"],
])("%j is refused at %j", (source, place) => {
  const refused = compileCode(source);
  if (!isRefusal(refused)) throw new Error("was compiled");
  expect(source.slice(refused.span.from, refused.span.to)).toBe(place);
});

test.each([
  [0, 2 ** 10],
  [Number.NaN, 2 ** 10],
  [1e5, 2 ** 17],
  [2 ** 24, 2 ** 24],
  [1e99, 2 ** 24],
])("a wish for %d samples gives %d", (wish, n) => {
  const dealt = plan(wish);
  expect(dealt.n).toBe(n);
  expect(dealt.groups * dealt.perGroup).toBe(n);
  expect(plan(wish, LARGEST_CPU_N).n).toBe(Math.min(n, LARGEST_CPU_N));
});
