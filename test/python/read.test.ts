/** The PyTorch subset: what is read, what is refused with its place, and that nothing throws. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readCode } from "../../src/python/read";
import { evaluate, resultOf } from "../../src/python/result";

/** The value of the code's result at mu = 0.7, logvar = -0.8, every draw 1.5. */
function value(source: string): number {
  const result = resultOf(readCode(source));
  return result ? evaluate(result, { mu: 0.7, logvar: -0.8, draw1: 1.5, draw2: 1.5 }) : Number.NaN;
}

const STD = Math.exp(-0.4);

test.each<[string, number]>([
  ["return mu + torch.randn_like(mu)", 2.2],
  ["return mu - 2 * torch.randn_like(mu)", -2.3],
  ["return -mu**2 + torch.randn_like(mu)", 1.01],
  ["std = (0.5 * logvar).exp()\nreturn mu + std * torch.randn(std.shape)", 0.7 + 1.5 * STD],
  ["std = logvar.mul(0.5).exp_()\neps = std.new(std.size()).normal_()\nreturn eps.mul(std).add_(mu)", 0.7 + 1.5 * STD],
  ["return torch.normal(mu, torch.sqrt(torch.exp(logvar)))", 0.7 + 1.5 * STD],
  ["return Normal(mu, logvar.div(2).exp()).rsample()", 0.7 + 1.5 * STD],
  ["z = torch.randn_like(mu)\nz *= 2\nz += mu\nreturn z", 3.7],
  ["eps = torch.randn_like(mu)\neps.mul_(2)\nreturn eps + mu", 3.7],
  ["e = torch.randn_like(mu)\nreturn torch.addcmul(mu, e, e)", 0.7 + 2.25],
  ["z = mu + torch.randn_like(mu)", 2.2],
  ["def f(self, mu, logvar):\n\t'''Doc\n\ttwo lines'''\n\teps = torch.randn_like(\n\t\tmu)  # a comment\n\treturn mu + eps, mu", 2.2],
  ["class A:\n  def encode(self, x):\n    return self.f(x)\n  def reparameterize(self, mu, logvar):\n    return mu + torch.randn_like(mu)", 2.2],
  ["mu, logvar = self.encode(x)\nreturn mu + torch.randn_like(mu)", 2.2],
])("value of %j", (source, expected) => {
  expect(readCode(source).problems).toEqual([]);
  expect(value(source)).toBeCloseTo(expected, 12);
});

test.each<[string, string, string]>([
  ["return torch.foo(mu)", "unsupported", "torch.foo(mu)"],
  ["x = 1\nfor i in x:\n  y = i", "syntax", "for i in x:"],
  ["a, b = mu.chunk(2)", "unsupported", "a, b = mu.chunk(2)"],
  ["return", "unsupported", "return"],
  ["x = mu @ mu", "unsupported", "mu @ mu"],
  ["return torch.exp(mu, logvar)", "unsupported", "torch.exp(mu, logvar)"],
  ["return mu std", "syntax", "return mu std"],
  ["", "empty", ""],
])("problem of %j", (source, code, place) => {
  const { problems } = readCode(source);
  expect(problems[0].code).toBe(code);
  expect(source.slice(problems[0].span.from, problems[0].span.to)).toBe(place);
});

test.each<[string, string]>([
  ["s = exp(log var)", "s = exp(log_var)"],
  ["return (mu + 1", "return (mu + 1)"],
  ["return mu + 1)", "return mu + 1"],
])("first repair of %j", (source, repaired) => {
  expect(readCode(source).repairs[0].source).toBe(repaired);
});

test("no text makes it throw", () => {
  const piece = fc.constantFrom(
    "mu",
    "logvar",
    "std",
    " ",
    "\n",
    "=",
    "(",
    ")",
    "*",
    "**",
    ".",
    "torch.exp(",
    "torch.randn_like(",
    "return ",
    "def f(",
    "):",
    "'",
    '"""',
    "#",
    "\\",
    "0.5",
    ",",
    "𝜇",
    "\t",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const source = pieces.join("");
      const answer = readCode(source);
      resultOf(answer);
      for (const { span } of answer.problems) expect(span.from >= 0 && span.to <= source.length && span.from <= span.to).toBe(true);
    }),
    { numRuns: 300 },
  );
});
