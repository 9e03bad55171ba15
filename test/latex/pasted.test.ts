/** Characters that come with pasted text. */
import { describe, expect, it } from "vitest";
import { verdicts } from "../verify/run";

describe("pasted characters", () => {
  it.each([
    ["$x² + 2x + 1 = (x+1)²$", "holds"],
    ["$½ + ¼ = ¾$", "holds"],
    ["$½ + ¼ = ⅔$", "fails"],
    ["$2½ = 5/2$", "holds"],
    ["$2¹⁰ = 1024$", "holds"],
    ["$$x⁻² = 1/x³$$", "fails"],
    ["$a₁ + a₂ = a₂ + a₁$", "holds"],
  ])("%s", (text, expected) => {
    expect(verdicts(text).pop()).toBe(expected);
  });
});
