/** Where π is a name: everywhere in a text that says so, or only as a function of primed variables beside the number. */
import { expect, it } from "vitest";
import { namesPi } from "../../src/derivation/names/named-pi";
import { verdicts } from "../verify/run";

it.each<[string, ReturnType<typeof namesPi>]>([
  [String.raw`$A = \pi r^2$`, undefined],
  [String.raw`$\pi(x+1)$ and $\pi (y')^2$`, undefined],
  [String.raw`$\pi(0) = 3 \pi(1)$ and $\pi(2) = 1$`, "everywhere"],
  [String.raw`$\cos(\pi(0)) = 1$ and $A = \pi(2)^2$`, undefined],
  [String.raw`the policy $\pi$`, "everywhere"],
  [String.raw`$\frac{\pi(x')}{\pi(x)}$`, "applied"],
])("%s: %s", (text, where) => expect(namesPi(text)).toBe(where));

it("as a function it leaves the number beside it alone", () =>
  expect(
    verdicts(
      String.raw`With $a(x, x') = \min\left(1, \frac{\pi(x')}{\pi(x)}\right)$ we have $$\pi(x)\, a(x, x') = \min(\pi(x), \pi(x')) = \pi(x')\, a(x', x)$$ and $$\int_{-1}^{1} \frac{2}{1 + t^2}\, dt = \pi$$`,
    ),
  ).toEqual(["defines", "holds", "holds", "holds"]));
