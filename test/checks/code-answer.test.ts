/** Verdicts on code answers, and that their fixes hold. */
import { expect, test } from "vitest";
import { checkReparameterize } from "../../src/checks/code-answer";
import { applyEdits } from "../../src/python/repair";

const EPS = "eps = torch.randn_like(std)\n";

test.each<[string, string]>([
  [`std = torch.exp(0.5 * logvar)\n${EPS}return mu + eps * std`, "holds"],
  [`std = torch.exp(0.5 * logvar)\n${EPS}return mu - eps * std`, "holds"],
  ["def reparameterize(self, mean, log_var):\n  return mean + (log_var / 2).exp() * torch.randn_like(mean)", "holds"],
  ["return mu + sigma * torch.randn_like(mu)", "holds"],
  ["return mu + torch.exp(log_std) * torch.randn_like(mu)", "holds"],
  ["a = torch.randn_like(mu)\nb = torch.randn_like(mu)\nreturn mu + std * (0.6 * a + 0.8 * b)", "holds"],
  ["return mu + std * (torch.randn_like(mu) + torch.randn_like(mu))", "fails"],
  [`std = torch.exp(logvar)\n${EPS}return mu + eps * std`, "fails"],
  [`std = torch.exp(0.5 * logvar)\n${EPS}return mu + eps ** 3 * std`, "fails"],
  ["return mu + std * torch.rand_like(mu)", "fails"],
  ["def reparameterize(mu, logvar):\n  return mu", "fails"],
  ["return mu + torch.exp(sigma) * torch.randn_like(mu)", "unchecked"],
  ["return mu + std * temperature * torch.randn_like(mu)", "unchecked"],
  ["return torch.relu(x)", "unchecked"],
  ["x = 3", "unchecked"],
  ["", "unchecked"],
  ["public static void main() {}", "unchecked"],
])("%j is %s", (source, verdict) => {
  expect(checkReparameterize(source).verdict).toBe(verdict);
});

test.each<[string, string]>([
  [`std = torch.exp(logvar)\n${EPS}return mu + eps * std`, `std = torch.exp(0.5 * logvar)\n${EPS}return mu + eps * std`],
  [`std = torch.exp(logvar * 2)\n${EPS}return mu + eps * std`, `std = torch.exp(logvar * 0.5)\n${EPS}return mu + eps * std`],
  [`std = torch.exp(-0.5 * logvar)\n${EPS}return mu + eps * std`, `std = torch.exp(0.5 * logvar)\n${EPS}return mu + eps * std`],
  [`std = torch.exp(0.5 * logvar)\n${EPS}return std + eps * mu`, `std = torch.exp(0.5 * logvar)\n${EPS}return mu + eps * std`],
  [`std = torch.exp(0.5 * logvar)\n${EPS}return mu + eps * std ** 2`, `std = torch.exp(0.5 * logvar)\n${EPS}return mu + eps * std`],
  [`std = exp(log var / 2)\n${EPS}return mu + std eps * std`, `std = exp(log_var / 2)\n${EPS}return mu + eps * std`],
  [`std = exp(0.5 * logvar\n${EPS}return mu + eps * std`, `std = exp(0.5 * logvar)\n${EPS}return mu + eps * std`],
  ["return mu + torch.exp(0.5 * logvar * torch.randn_like(mu)", "return mu + torch.exp(0.5 * logvar) * torch.randn_like(mu)"],
  [
    "def f(mu, logvar):\n  return torch.exp(0.5 * logvar) * torch.randn_like(mu)",
    "def f(mu, logvar):\n  return mu + torch.exp(0.5 * logvar) * torch.randn_like(mu)",
  ],
])("first fix of %j", (source, mended) => {
  const { verdict, fixes } = checkReparameterize(source);
  expect(verdict).toBe("fails");
  expect(applyEdits(source, fixes[0].edits)).toBe(mended);
  expect(checkReparameterize(mended).verdict).toBe("holds");
});

test("the witness can be checked by hand", () => {
  const { witness, message } = checkReparameterize("std = torch.exp(logvar)\nreturn mu + std * torch.randn_like(mu)");
  expect(witness).toEqual({ values: { mu: 0, logvar: 1 }, left: Math.E, right: Math.exp(0.5) });
  expect(message).toContain("2.718");
});
