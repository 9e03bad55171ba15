/** Integrals from 0 to infinity of what oscillates and dies away slowly: the double exponential formula of Ooura and Mori (1999), whose nodes run into the zeros of the oscillation. */

/** Where f is taken and with what weight: ∫_0^∞ f(x) dx ≈ Σ w f(x), for f(x) = g(x) sin(ω x + θ). */
export interface FourierRule {
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

/** Ends of the sum over t: beyond them a node is at a zero, or its weight is nothing. */
const FROM = -8;
const TO = 6;
const BETA = 0.25;

/** The rule of step h for a frequency ω > 0 and a phase θ, in radians. */
export function fourierRule(omega: number, theta: number, h: number): FourierRule {
  const m = Math.PI / (omega * h);
  // zeros of sin(ω x + θ) are where ω M t + θ is a multiple of π
  const phase = ((-theta % Math.PI) + Math.PI) % Math.PI;
  const offset = phase / (omega * m);
  const alpha = BETA / Math.sqrt(1 + (m * omega * Math.log(1 + m * omega)) / (4 * Math.PI));
  const first = Math.ceil((FROM - offset) / h);
  const last = Math.floor((TO - offset) / h);
  const points = new Float64Array(last - first + 1);
  const weights = new Float64Array(last - first + 1);
  for (let n = first; n <= last; n++) {
    const { phi, slope } = change(n * h + offset, alpha);
    points[n - first] = m * phi;
    weights[n - first] = m * h * slope;
  }
  return { points, weights };
}

/** φ(t) = t / (1 - exp(-2t - α(1 - e^{-t}) - β(e^t - 1))) and its derivative. */
function change(t: number, alpha: number): { phi: number; slope: number } {
  const c = 2 + alpha + BETA;
  if (Math.abs(t) < 1e-6) {
    const slope = (alpha - BETA) / (2 * c * c) + 0.5;
    return { phi: 1 / c + slope * t, slope };
  }
  const exponent = -2 * t - alpha * (1 - Math.exp(-t)) - BETA * (Math.exp(t) - 1);
  const e = Math.exp(exponent);
  const d = -Math.expm1(exponent);
  if (!Number.isFinite(e)) return { phi: 0, slope: 0 };
  const fall = -2 - alpha * Math.exp(-t) - BETA * Math.exp(t);
  return { phi: t / d, slope: 1 / d + (t * e * fall) / (d * d) };
}
