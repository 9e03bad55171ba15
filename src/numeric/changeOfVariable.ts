/** Changes of variable that make a range of integration an interval of τ (Takahasi and Mori 1974, double exponential formulas). */

/**
 * x = anchor ± span·u: `u` and du/dτ at a τ, and whether the anchor is the upper end of the range. The four kinds: plain (u = τ on [0, 1]),
 * ends (tanh–sinh, for singular ends of a finite range), ray (u = exp(π/2 sinh τ), [a, ∞)), line (u = sinh(π/2 sinh τ)).
 */
export interface Place {
  readonly u: number;
  readonly slope: number;
  readonly fromHigh: boolean;
}

export type Kind = "plain" | "ends" | "ray" | "line";

const DEEP = 5.4;

/** The interval of τ that each kind is cut to. */
export const RANGE: Record<Kind, readonly [from: number, to: number]> = { plain: [0, 1], ends: [-DEEP, DEEP], ray: [-5.5, 5.5], line: [-5.5, 5.5] };

export function place(kind: Kind, tau: number): Place {
  if (kind === "plain") return { u: tau, slope: 1, fromHigh: false };
  const s = (Math.PI / 2) * Math.sinh(tau);
  const ds = (Math.PI / 2) * Math.cosh(tau);
  if (kind === "ray") return { u: Math.exp(s), slope: ds * Math.exp(s), fromHigh: false };
  if (kind === "line") return { u: Math.sinh(s), slope: ds * Math.cosh(s), fromHigh: false };
  // u = 1/(1 + e^{-2s}) from below, 1 - u from above: the distance to the nearer end keeps its digits.
  const near = 1 / (1 + Math.exp(2 * Math.abs(s)));
  return { u: near, slope: 2 * ds * near * (1 - near), fromHigh: tau > 0 };
}

/** τ of a given u, to put panel edges where a density is; undefined outside the range. */
export function tauOf(kind: Kind, u: number): number | undefined {
  const back = (s: number) => Math.asinh(s / (Math.PI / 2));
  if (kind === "line") return back(Math.asinh(u));
  if (kind === "ray") return u > 0 ? back(Math.log(u)) : undefined;
  if (!(u > 0 && u < 1)) return undefined;
  return kind === "plain" ? u : back(Math.log(u / (1 - u)) / 2);
}
