/** Code answers in documents: sampling code in many spellings, its slips with fixes, and the divergence term of a loss. */
import { describe, expect, it } from "vitest";
import { check, stepsOf } from "./run";

const ASKED = "Write the reparameterization function.";
const steps = (code: string, words = ASKED) => stepsOf(check(`${words}\n\n\`\`\`python\n${code}\n\`\`\`\n`));
const STD = "std = torch.exp(logvar / 2)\n";
const EPS = "eps = torch.randn_like(std)\n";

describe("sampling code", () => {
  it.each([
    "q = Normal(loc=mu, scale=(logvar / 2).exp())\nreturn q.rsample()",
    "sample = lambda mu, logvar: mu + torch.randn_like(mu) * torch.exp(logvar / 2)",
    "def f(args):\n    mu, logvar = args\n    n = mu.shape[0]\n    eps = K.random_normal(shape=(n, 8))\n    return mu + K.exp(logvar / 2) * eps",
    "rng = np.random.default_rng(1)\nreturn mu + rng.standard_normal(mu.shape) * np.exp(logvar / 2)",
    "eps = np.random.normal(0, 1, size=mu.shape)\nreturn mu + eps * np.exp(logvar / 2)",
    `def sample(self, mu, logvar):\n    if not self.training:\n        return mu\n    std = torch.exp(logvar / 2)\n    return mu + std * torch.randn_like(std)`,
    `${STD}${EPS}return mu + eps * std if self.training else mu`,
  ])("%s is right", (code) => expect(steps(code).map((s) => s.verdict)).toEqual(["holds"]));

  it.each([
    [`std == torch.exp(logvar / 2)\n${EPS}return mu + eps * std`, ""],
    [`std <- torch.exp(logvar / 2)\n${EPS}return mu + eps * std`, "="],
    [`std = torch.exp(0,5 * logvar)\n${EPS}return mu + eps * std`, "."],
    [`std = torch.exp[logvar / 2]\n${EPS}return mu + eps * std`, "(logvar / 2)"],
    [`${STD}eps = torch.randn_lkie(std)\nreturn mu + eps * std`, "ik"],
    [`${STD}eps = torch.randn_like std\nreturn mu + eps * std`, "(std)"],
    [`${STD}${EPS}return mu + eps ^ std`, "*"],
    [`std = torch.exp(0.5 * log-var)\n${EPS}return mu + eps * std`, "_"],
    [`def sample(mu, logvar)\n    std = torch.exp(logvar / 2)\n    eps = torch.randn_like(std)\n    return mu + eps * std`, ":"],
    [`def sample(mu, logvar):\n    std = torch.exp(logvar / 2)\n    return mu + eps * std`, "torch.randn_like(std)"],
    [`${STD}return mu + std`, "std * torch.randn_like(std)"],
    ["return torch.distributions.Normal(mu, torch.exp(logvar)).rsample()", "0.5 * "],
  ])("%s fails with a fix", (code, newText) => {
    const [step] = steps(code);
    expect(step.verdict).toBe("fails");
    expect(step.fixes?.flatMap((f) => f.edits.map((e) => e.newText))).toContain(newText);
  });

  it.each([`${STD}return mu + eps * std`, `${STD}eps = torch.randn(1)\nreturn mu + eps * std`])("%s is not judged, and the reason is said", (code) => {
    expect(steps(code).map((s) => s.verdict)).toEqual(["unchecked"]);
    expect(steps(code, "Some code.")).toEqual([]);
  });
});

describe("the divergence of a loss", () => {
  it.each([
    ["kl = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())", "holds"],
    ["def kl(mu, logvar):\n    return torch.mean(0.5 * torch.sum(mu**2 + logvar.exp() - 1 - logvar, dim=1))", "holds"],
    ["KLD = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())\nloss = bce + KLD", "holds"],
    ["kl = 0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())", "fails"],
    ["kl = -0.5 * torch.sum(1 + logvar - mu - logvar.exp())", "fails"],
    ["kl = -0.5 * torch.sum(1 + logvar - mu.pow(2) - torch.exp(0.5 * logvar))", "fails"],
  ])("%s: %s", (code, verdict) => expect(steps(code, "The loss.").map((s) => s.verdict)).toEqual([verdict]));

  it("is judged beside the sample of another function", () => {
    const sample = "def reparameterize(mu, logvar):\n    return mu + torch.exp(0.5 * logvar) * torch.randn_like(mu)\n";
    const divergence = "def kl(mu, logvar):\n    return 0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())\n";
    const both = (code: string) => steps(code, "Write the reparameterised sample and the divergence.").map((s) => s.verdict);
    expect(both(`${sample}\n${divergence}`)).toEqual(["holds", "fails"]);
    expect(both(`${divergence}\n${sample}`)).toEqual(["fails", "holds"]);
    expect(both(divergence.replace("0.5", "-0.5"))).toEqual(["holds"]);
  });

  it.each(["kl = -0.5 * (1 + logvar.sum() - mu.pow(2).sum() - logvar.exp().sum())", "loss = torch.sum(mu + logvar)"])("%s is left alone", (code) =>
    expect(steps(code, "The loss.")).toEqual([]),
  );
});
