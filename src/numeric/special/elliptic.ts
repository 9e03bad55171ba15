/** Elliptic integrals of complex arguments by Carlson's duplication, and the arithmetic-geometric mean (DLMF 19.2, 19.16, 19.25, 19.36). */
import {
  add,
  type Ball,
  cos,
  div,
  integerOf,
  inverse,
  isNone,
  isZero,
  log,
  mul,
  NONE,
  neg,
  ONE,
  PI,
  sin,
  size,
  sqrt,
  square,
  sub,
  times,
  widen,
  ZERO,
} from "../ball";

const cut = (x: Ball): boolean => x.im === 0 && x.re < 0;

/** M(a, b) with the right choice of the root: Re(√/mean) > 0; 0 where a = -b or one is 0. */
export function agm(a: Ball, b: Ball): Ball {
  if (isZero(a) || isZero(b) || isZero(add(a, b))) return ZERO;
  let [x, y] = [a, b];
  if (a.im === 0 && b.im === 0 && a.re * b.re < 0) return NONE;
  for (let k = 0; k < 60; k++) {
    if (isNone(x) || isNone(y)) return NONE;
    if (size(sub(x, y)) <= 4e-16 * size(x)) return widen(x, 4e-16 * size(x));
    const mean = times(add(x, y), 0.5);
    let root = mul(sqrt(x), sqrt(y));
    const ratio = div(root, mean);
    if (ratio.re < 0 || (ratio.re === 0 && ratio.im < 0)) root = neg(root);
    [x, y] = [mean, root];
  }
  return NONE;
}

/** R_F(x, y, z) (DLMF 19.36.1). */
export function carlsonF(x: Ball, y: Ball, z: Ball): Ball {
  if ([x, y, z].filter(isZero).length > 1) return NONE;
  let v = [x, y, z];
  for (let k = 0; k < 60; k++) {
    const mean = times(add(add(v[0], v[1]), v[2]), 1 / 3);
    const d = v.map((t) => div(sub(mean, t), mean));
    if (d.every((t) => size(t) < 1e-3)) {
      const e2 = sub(mul(d[0], d[1]), square(d[2]));
      const e3 = mul(mul(d[0], d[1]), d[2]);
      const s = add(
        add(sub(ONE, times(e2, 0.1)), times(e3, 1 / 14)),
        sub(sub(times(square(e2), 1 / 24), times(mul(e2, e3), 3 / 44)), sub(times(mul(square(e2), e2), 5 / 208), times(square(e3), 3 / 104))),
      );
      return div(widen(s, 1e-17), sqrt(mean));
    }
    const r = v.map(sqrt);
    const lambda = add(add(mul(r[0], r[1]), mul(r[0], r[2])), mul(r[1], r[2]));
    v = v.map((t) => times(add(t, lambda), 0.25));
    if (v.some(isNone)) return NONE;
  }
  return NONE;
}
/** R_C(x, y) = R_F(x, y, y), y off the negative axis (DLMF 19.6.15 on it is left undefined). */
export const carlsonC = (x: Ball, y: Ball): Ball => {
  if (isZero(y)) return NONE;
  if (cut(y)) return x.im === 0 && x.re >= 0 ? cauchyC(x, neg(y)) : NONE;
  return carlsonF(x, y, y);
};
/** On the cut from above, as the principal square roots have it: 1/√(x+y) (artanh √(x/(x+y)) - πi/2) for R_C(x, -y). */
function cauchyC(x: Ball, y: Ball): Ball {
  const total = add(x, y);
  const t = sqrt(div(x, total));
  const artanh = times(sub(log(add(ONE, t)), log(sub(ONE, t))), 0.5);
  return div(sub(artanh, { re: 0, im: Math.PI / 2, err: 2e-16 }), sqrt(total));
}

/** R_J(x, y, z, p); R_D where p = z (DLMF 19.36.2, Carlson 1995). */
export function carlsonJ(x: Ball, y: Ball, z: Ball, p: Ball): Ball {
  if ([x, y, z].filter(isZero).length > 1 || isZero(p) || cut(p)) return NONE;
  let v = [x, y, z, p];
  let sum = ZERO;
  let scale = ONE;
  const delta = mul(mul(sub(p, x), sub(p, y)), sub(p, z));
  let power = ONE;
  for (let k = 0; k < 60; k++) {
    const mean = times(add(add(add(v[0], v[1]), v[2]), times(v[3], 2)), 0.2);
    const d = v.map((t) => div(sub(mean, t), mean));
    if (d.every((t) => size(t) < 2e-3)) {
      const [X, Y, Z, P] = d;
      const xyz = mul(mul(X, Y), Z);
      const e2 = sub(add(add(mul(X, Y), mul(X, Z)), mul(Y, Z)), times(square(P), 3));
      const e3 = add(add(xyz, times(mul(e2, P), 2)), times(mul(square(P), P), 4));
      const e4 = mul(add(add(times(xyz, 2), mul(e2, P)), times(mul(square(P), P), 3)), P);
      const e5 = mul(xyz, square(P));
      let s = sub(add(sub(ONE, times(e2, 3 / 14)), times(e3, 1 / 6)), times(e4, 3 / 22));
      s = add(s, add(times(square(e2), 9 / 88), sub(times(e5, 3 / 26), times(mul(e2, e3), 9 / 52))));
      s = add(s, add(times(mul(square(e2), e2), -1 / 16), add(times(square(e3), 3 / 40), times(mul(e2, e4), 3 / 20))));
      return add(mul(mul(scale, widen(s, 1e-16)), inverse(mul(mean, sqrt(mean)))), times(sum, 6));
    }
    const r = v.map(sqrt);
    const lambda = add(add(mul(r[0], r[1]), mul(r[0], r[2])), mul(r[1], r[2]));
    const dk = mul(mul(add(r[3], r[0]), add(r[3], r[1])), add(r[3], r[2]));
    const ek = div(mul(power, delta), square(dk));
    sum = add(sum, mul(div(scale, dk), carlsonC(ONE, add(ONE, ek))));
    power = times(power, 1 / 64);
    scale = times(scale, 0.25);
    v = v.map((t) => times(add(t, lambda), 0.25));
    if (v.some(isNone) || isNone(sum)) return NONE;
  }
  return NONE;
}
export const carlsonD = (x: Ball, y: Ball, z: Ball): Ball => carlsonJ(x, y, z, z);
/** 2 R_G = z R_F - (x-z)(y-z) R_D/3 + √(xy/z) (DLMF 19.21.10). */
export function carlsonG(x: Ball, y: Ball, z: Ball): Ball {
  const sorted = [x, y, z].sort((a, b) => size(a) - size(b));
  const zeros = sorted.filter(isZero).length;
  if (zeros === 3) return ZERO;
  if (zeros === 2) return times(sqrt(sorted[2]), 0.5);
  const [a, b, c] = [sorted[0], sorted[1], sorted[2]];
  const root = div(mul(sqrt(a), sqrt(b)), sqrt(c));
  const d = times(mul(mul(sub(a, c), sub(b, c)), carlsonD(a, b, c)), 1 / 3);
  return times(add(sub(mul(c, carlsonF(a, b, c)), isNone(d) ? NONE : d), root), 0.5);
}

/** K(m) as a function of the parameter m = k², off [1, ∞). */
export function ellipticK(m: Ball): Ball {
  if (m.im === 0 && m.re >= 1) return NONE;
  return times(div(PI, agm(ONE, sqrt(sub(ONE, m)))), 0.5);
}
export function ellipticE(m: Ball): Ball {
  if (integerOf(m) === 1) return ONE;
  if (m.im === 0 && m.re > 1) return NONE;
  return sub(carlsonF(ZERO, sub(ONE, m), ONE), times(mul(m, carlsonD(ZERO, sub(ONE, m), ONE)), 1 / 3));
}
/** Π(n, m), DLMF 19.25.2 in parameters. */
export function ellipticPi(n: Ball, m: Ball): Ball {
  if (m.im === 0 && m.re >= 1) return NONE;
  return add(ellipticK(m), times(mul(n, carlsonJ(ZERO, sub(ONE, m), ONE, sub(ONE, n))), 1 / 3));
}
/** The number of half turns to take away, and the rest in the strip |Re φ| <= π/2. */
function folded(phi: Ball): { turns: number; rest: Ball } {
  const turns = Math.round(phi.re / Math.PI);
  return { turns, rest: turns === 0 ? phi : sub(phi, times(PI, turns)) };
}
const unfold = (turns: number, complete: () => Ball, value: Ball): Ball => (turns === 0 ? value : add(value, times(complete(), 2 * turns)));

/** F(φ, m), E(φ, m), Π(n; φ, m) with parameters, quasi-periodic in φ (DLMF 19.25.5-14). */
export function incompleteF(phi: Ball, m: Ball): Ball {
  const { turns, rest } = folded(phi);
  const [s, c] = [sin(rest), cos(rest)];
  return unfold(turns, () => ellipticK(m), mul(s, carlsonF(square(c), sub(ONE, mul(m, square(s))), ONE)));
}
export function incompleteE(phi: Ball, m: Ball): Ball {
  const { turns, rest } = folded(phi);
  const [s, c] = [sin(rest), cos(rest)];
  const [x, y] = [square(c), sub(ONE, mul(m, square(s)))];
  const d = isZero(m) || isZero(s) ? ZERO : times(mul(mul(m, mul(s, square(s))), carlsonD(x, y, ONE)), 1 / 3);
  return unfold(turns, () => ellipticE(m), sub(mul(s, carlsonF(x, y, ONE)), d));
}
export function incompletePi(n: Ball, phi: Ball, m: Ball): Ball {
  const { turns, rest } = folded(phi);
  const [s, c] = [sin(rest), cos(rest)];
  const [x, y] = [square(c), sub(ONE, mul(m, square(s)))];
  const j = isZero(n) ? ZERO : times(mul(mul(n, mul(s, square(s))), carlsonJ(x, y, ONE, sub(ONE, mul(n, square(s))))), 1 / 3);
  return unfold(turns, () => ellipticPi(n, m), add(mul(s, carlsonF(x, y, ONE)), j));
}
