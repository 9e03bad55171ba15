/** Expectations of functions of random vectors and of estimates, of which no moments are known: what holds for every distribution. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const VECTOR = String.raw`Let $X \sim \mathcal{N}(\mu, \Sigma)$ be a random vector of dimension $n$, $C$ an $m \times n$ matrix and $d$ an $m$-dimensional vector. `;
const CASES: readonly (readonly [document: string, last: string])[] = [
  [
    String.raw`${VECTOR}Then $$\mathrm{E}\left[\exp(s^\mathrm{T} (C X + d))\right] = \exp(s^\mathrm{T} d) \, \mathrm{E}\left[\exp(s^\mathrm{T} C X)\right]$$`,
    "holds",
  ],
  [
    String.raw`${VECTOR}Then $$\mathrm{E}\left[\exp(s^\mathrm{T} (C X + d))\right] = \exp(s^\mathrm{T} d) + \mathrm{E}\left[\exp(s^\mathrm{T} C X)\right]$$`,
    "unchecked",
  ],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
