/** The Gauss–Kronrod rule of 10 and 21 points and its error estimate (Piessens et al., QUADPACK, 1983). */

const HALF = [
  [0.9956571630258081, 0.011694638867371874, 0],
  [0.9739065285171717, 0.032558162307964725, 0.06667134430868814],
  [0.9301574913557082, 0.054755896574351995, 0],
  [0.8650633666889845, 0.07503967481091996, 0.1494513491505806],
  [0.7808177265864169, 0.0931254545836976, 0],
  [0.6794095682990244, 0.10938715880229764, 0.21908636251598204],
  [0.5627571346686047, 0.12349197626206584, 0],
  [0.4333953941292472, 0.13470921731147334, 0.26926671930999635],
  [0.2943928627014602, 0.14277593857706009, 0],
  [0.14887433898163122, 0.14773910490133849, 0.29552422471475287],
];

/** Nodes on [-1, 1] in ascending order, Kronrod weights, and Gauss weights (0 at Kronrod's own nodes). */
export const NODES = Float64Array.from([...HALF.map((r) => -r[0]), 0, ...HALF.map((r) => r[0]).reverse()]);
const KRONROD = Float64Array.from([...HALF.map((r) => r[1]), 0.1494455540029169, ...HALF.map((r) => r[1]).reverse()]);
const GAUSS = Float64Array.from([...HALF.map((r) => r[2]), 0, ...HALF.map((r) => r[2]).reverse()]);
export const POINTS = NODES.length;

/** One panel's integral, truncation error estimate, integral of |g|, and the error that the values bring with them. */
export interface PanelSum {
  readonly value: number;
  readonly estimate: number;
  readonly size: number;
  readonly carried: number;
}

/** Applies the rule to 21 values from `offset` on, over a panel of half-width `half`. */
export function panelSum(v: Float64Array, e: Float64Array, offset: number, half: number): PanelSum {
  let [k, g, size, carried] = [0, 0, 0, 0];
  let exact = true;
  for (let j = 0; j < POINTS; j++) {
    const x = v[offset + j];
    k += KRONROD[j] * x;
    g += GAUSS[j] * x;
    size += KRONROD[j] * Math.abs(x);
    carried += KRONROD[j] * e[offset + j];
    exact &&= e[offset + j] === 0;
  }
  let spread = 0;
  for (let j = 0; j < POINTS; j++) spread += KRONROD[j] * Math.abs(v[offset + j] - k / 2);
  const raw = Math.abs(k - g);
  const estimate = raw === 0 ? 0 : spread * Math.min(1, ((200 * raw) / spread) ** 1.5);
  return {
    value: k * half,
    estimate: Math.min(raw, estimate) * half,
    size: size * half,
    carried: Math.max((carried + 1e-15 * size) * half, exact ? 0 : 1e-300),
  };
}
