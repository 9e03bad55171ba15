/** The special functions by name, over complex numbers with error bounds; derivatives of any of them by Cauchy's integral. */
import { add, type Ball, ball, cosPi, integerOf, isNone, log, mul, NONE, neg, ONE, PI, pow, sinPi, size, sub, times, widen, ZERO } from "../ball";
import * as n from "./arithmeticFunctions";
import * as b from "./bessel";
import * as e from "./elliptic";
import * as g from "./gamma";
import * as z from "./hurwitz";
import * as h from "./hypergeometric";
import * as i from "./integrals";
import { lambertW } from "./lambert";
import * as o from "./orthogonal";
import * as t from "./theta";

type Rule = (...args: Ball[]) => Ball;

const ofInteger =
  (f: (n: number) => Ball): Rule =>
  (x) => {
    const k = integerOf(x);
    return k === undefined ? NONE : f(k);
  };
const polynomial =
  (f: (n: number, x: Ball) => Ball): Rule =>
  (x, y) => {
    const k = integerOf(x);
    return k === undefined ? NONE : f(k, y);
  };
const known =
  (value: number): Rule =>
  () =>
    ball(value, 0, 2e-16 * Math.abs(value));

/** Arguments stand in the order in which they are usually written: indices first, upper ones before lower ones. */
export const SPECIAL: Readonly<Record<string, Rule>> = {
  gamma: g.gamma,
  lgamma: g.lgamma,
  rgamma: g.rgamma,
  factorial: g.factorial,
  digamma: g.digamma,
  trigamma: (x) => z.polygamma(ONE, x),
  polygamma: z.polygamma,
  beta: g.beta,
  binomial: g.binomial,
  rising: g.rising,
  falling: g.falling,
  barnesg: g.barnes,
  zeta: z.zeta,
  zeta2: z.hurwitz,
  eta: z.eta,
  dirichletbeta: z.dirichletBeta,
  dirichletlambda: (s) => times(add(z.zeta(s), z.eta(s)), 0.5),
  xi: z.xi,
  lerch: z.lerch,
  polylog: z.polylog,
  dilog: (x) => z.polylog(ball(2), x),
  clausen: z.clausen,
  stieltjes: ofInteger((k) => z.stieltjes(k)),
  stieltjes2: polynomial((k, a) => z.stieltjes(k, a)),
  bernoulli: ofInteger(z.bernoulliNumber),
  bernoullipolynomial: polynomial(z.bernoulliPolynomial),
  eulernumber: ofInteger(z.eulerNumber),
  eulerpolynomial: polynomial(z.eulerPolynomial),
  erf: i.erf,
  erfc: i.erfc,
  erfi: i.erfi,
  dawson: i.dawson,
  faddeeva: i.faddeeva,
  fresnels: i.fresnelS,
  fresnelc: i.fresnelC,
  Ei: i.ei,
  expint: i.e1,
  expinte: h.expintE,
  li: i.li,
  Si: i.si,
  Ci: i.ci,
  Shi: i.shi,
  Chi: i.chi,
  uppergamma: h.upperGamma,
  lowergamma: h.lowerGamma,
  gammainc: (a, x) => mul(h.lowerGamma(a, x), g.rgamma(a)),
  gammaincupper: (a, x) => mul(h.upperGamma(a, x), g.rgamma(a)),
  gammastar: h.gammaStar,
  betainc: h.incompleteBeta,
  betaincregularised: h.regularisedBeta,
  besselj: b.besselJ,
  bessely: b.besselY,
  besseli: b.besselI,
  besselk: b.besselK,
  hankel1: b.hankel1,
  hankel2: b.hankel2,
  sphericalj: b.sphericalJ,
  sphericaly: b.sphericalY,
  sphericali: b.sphericalI,
  sphericalk: b.sphericalK,
  sphericalh1: b.sphericalH1,
  sphericalh2: b.sphericalH2,
  struveh: b.struveH,
  struvel: b.struveL,
  airyai: b.airyAi,
  airybi: b.airyBi,
  coulombf: b.coulombF,
  coulombg: b.coulombG,
  coulombhplus: b.coulombH(1),
  coulombhminus: b.coulombH(-1),
  coulombc: b.coulombC,
  coulombsigma: b.coulombSigma,
  hyp0f1: (a, x) => h.hyperPFQ([], [a], x),
  hyp1f1: h.hyp1f1,
  hyp2f1: h.hyp2f1,
  hyp0f1r: h.hyp0f1Regularised,
  hyp1f1r: h.hyp1f1Regularised,
  hyp2f1r: h.hyp2f1Regularised,
  hyperu: (a, c, x) => h.hyperU(a, c, x),
  ustar: (a, c, x) => mul(pow(x, a), h.hyperU(a, c, x)),
  whittakerm: o.whittakerM,
  whittakerw: o.whittakerW,
  parabolicu: o.parabolicU,
  parabolicd: o.parabolicD,
  chebyshevt: o.chebyshevT,
  chebyshevu: o.chebyshevU,
  legendre: o.legendreP,
  legendreq: o.legendreQ,
  ferrersp: o.ferrersP,
  hermite: o.hermiteH,
  hermitehe: o.hermiteHe,
  laguerre: o.laguerreSimple,
  laguerrea: o.laguerre,
  gegenbauer: o.gegenbauer,
  jacobip: o.jacobiP,
  sphericalharmonic: o.sphericalHarmonic,
  agm: e.agm,
  carlsonf: e.carlsonF,
  carlsonc: e.carlsonC,
  carlsonj: e.carlsonJ,
  carlsond: e.carlsonD,
  carlsong: e.carlsonG,
  ellipk: e.ellipticK,
  ellipe: e.ellipticE,
  ellippi: e.ellipticPi,
  ellipf: e.incompleteF,
  ellipeinc: e.incompleteE,
  ellippiinc: e.incompletePi,
  // of the modulus k
  ellipkk: (k) => e.ellipticK(mul(k, k)),
  ellipek: (k) => e.ellipticE(mul(k, k)),
  ellipkc: (k) => e.ellipticK(add(ONE, times(mul(k, k), -1))),
  ellipec: (k) => e.ellipticE(add(ONE, times(mul(k, k), -1))),
  ellippik: (x, k) => e.ellipticPi(x, mul(k, k)),
  ellipfk: (p, k) => e.incompleteF(p, mul(k, k)),
  ellipeinck: (p, k) => e.incompleteE(p, mul(k, k)),
  ellippiinck: (p, x, k) => e.incompletePi(x, p, mul(k, k)),
  theta: t.theta,
  thetanome: t.thetaNome,
  thetaradians: t.thetaRadians,
  dedekindeta: t.dedekind,
  modularlambda: t.modularLambda,
  modularj: t.modularJ,
  kleinj: t.kleinJ,
  eisensteine: t.eisensteinE,
  eisensteing: t.eisensteinG,
  weierstrassp: t.weierstrassP,
  weierstrasszeta: t.weierstrassZeta,
  weierstrasssigma: t.weierstrassSigma,
  invariantg2: t.invariantG2,
  invariantg3: t.invariantG3,
  ...Object.fromEntries(
    ["s", "c", "d", "n"].flatMap((p) =>
      ["s", "c", "d", "n"]
        .filter((q) => q !== p)
        .flatMap((q) => [
          [`jacobi${p}${q}`, t.jacobiElliptic(p + q)],
          [`jacobi${p}${q}k`, (u: Ball, k: Ball) => t.jacobiElliptic(p + q)(u, mul(k, k))],
        ]),
    ),
  ),
  qpochhammer: t.qPochhammer,
  qinfinite: t.qInfinite,
  qbinomial: t.qBinomial,
  lambertw: (x) => lambertW(ZERO, x),
  lambertwk: lambertW,
  fibonacci: n.fibonacci,
  lucas: n.lucas,
  harmonic: n.harmonic,
  harmonicorder: n.harmonicOrder,
  stirling1: n.stirling1,
  stirlingcycle: n.stirlingCycle,
  stirling2: n.stirling2,
  eulerian: n.eulerianNumber,
  bell: n.bell,
  catalannumber: n.catalanNumber,
  partitions: n.partitions,
  totient: n.totient,
  moebius: n.moebius,
  liouville: n.liouville,
  divisorcount: n.divisorCount,
  divisorsigma: n.divisorSigma,
  distinctprimes: n.distinctPrimes,
  primefactors: n.primeFactors,
  mangoldt: n.mangoldt,
  primepi: n.primePi,
  prime: n.prime,
  isprime: n.isPrimeNumber,
  chebyshevpsi: n.chebyshevPsi,
  chebyshevtheta: n.chebyshevTheta,
  kronecker: n.kronecker,
  sumsofsquares: n.sumsOfSquares,
  jordan: n.jordan,
  ramanujansum: n.ramanujanSum,
  landau: n.landau,
  dedekindsum: n.dedekindSum,
  factorial2: n.doubleFactorial,
  // constants
  eulergamma: known(0.5772156649015329),
  catalan: known(0.915965594177219),
  glaisher: known(1.2824271291006226),
  golden: known(1.618033988749895),
  khinchin: known(2.685452001065306),
  lemniscate: known(2.622057554292119),
  kronecker0: (x, y) => (isNone(x) || isNone(y) || x.err + y.err > 0 ? NONE : ball(x.re === y.re && x.im === y.im ? 1 : 0)),
  hankel: (k, nu, x) => (integerOf(k) === 1 ? b.hankel1(nu, x) : integerOf(k) === 2 ? b.hankel2(nu, x) : NONE),
  sphericalhankel: (k, nu, x) => (integerOf(k) === 1 ? b.sphericalH1(nu, x) : integerOf(k) === 2 ? b.sphericalH2(nu, x) : NONE),
  sphericalmodified: (k, nu, x) => (integerOf(k) === 1 ? b.sphericalI(nu, x) : integerOf(k) === 2 ? b.sphericalI(sub(neg(nu), ONE), x) : NONE),
  thetaconstant: (j, q) => t.thetaNome(j, ZERO, q),
  invariantg: (k, tau) => (integerOf(k) === 2 ? t.invariantG2(tau) : integerOf(k) === 3 ? t.invariantG3(tau) : NONE),
  weierstrassroot: (k, tau) => {
    const half = ball(0.5);
    const points = [half, add(half, times(tau, 0.5)), times(tau, 0.5)];
    return t.weierstrassP(points[(integerOf(k) ?? 0) - 1] ?? NONE, tau);
  },
  Ein: i.ein,
  Cin: (x) => sub(add(i.EULER, log(x)), i.ci(x)),
  Li0: (x) => sub(i.li(x), ball(1.0451637801174927, 0, 3e-16)),
  si0: (x) => sub(i.si(x), times(PI, 0.5)),
  clausen2: (k, x) => (integerOf(k) === 2 ? z.clausen(x) : NONE),
  sinpi: sinPi,
  cospi: cosPi,
};

/** pFq with `p` upper and `q` lower parameters before the argument, also over the Γ of the lower ones. */
function hypergeometric(name: string, args: readonly Ball[]): Ball | undefined {
  const form = /^hyper:(\d+):(\d+)(:r)?$/.exec(name);
  if (!form) return undefined;
  const [p, q] = [Number(form[1]), Number(form[2])];
  if (args.length !== p + q + 1) return NONE;
  const [upper, lower, x] = [args.slice(0, p), args.slice(p, p + q), args[p + q]];
  if (!form[3]) return h.hyperPFQ(upper, lower, x);
  if (p === 0 && q === 1) return h.hyp0f1Regularised(lower[0], x);
  if (p === 1 && q === 1) return h.hyp1f1Regularised(upper[0], lower[0], x);
  if (p === 2 && q === 1) return h.hyp2f1Regularised(upper[0], upper[1], lower[0], x);
  return lower.reduce((value, c) => mul(value, g.rgamma(c)), h.hyperPFQ(upper, lower, x));
}

export const isSpecial = (name: string): boolean => Object.hasOwn(SPECIAL, name) || /^hyper:\d+:\d+(:r)?$/.test(name);

function valueAt(name: string, args: readonly Ball[]): Ball {
  const rule = SPECIAL[name];
  const value = rule ? rule(...args) : hypergeometric(name, args);
  return value === undefined || isNone(value) ? NONE : value;
}

/** The function's value, or its partial derivative of the given orders, at one point; undefined (NaN) where it is not known how. */
export function specialValue(name: string, args: readonly Ball[], orders: readonly number[] = []): Ball {
  if (args.some(isNone) && !args.every((a) => !Number.isNaN(a.re))) return NONE;
  const at = orders.findIndex((m) => m > 0);
  if (at < 0) return valueAt(name, args);
  // digamma and its derivatives are one family
  if (name === "digamma") return valueAt("polygamma", [ball(orders[0]), args[0]]);
  const rest = orders.map((m, k) => (k === at ? 0 : m));
  return cauchy(
    (x) =>
      specialValue(
        name,
        args.map((a, k) => (k === at ? x : a)),
        rest,
      ),
    args[at],
    orders[at],
  );
}

/** f^(m)(a) = m!/(N r^m) Σ f(a + r ω^j) ω^(-mj): 32 points against every other of them, on smaller and smaller circles. */
function cauchy(f: (x: Ball) => Ball, a: Ball, m: number): Ball {
  if (m > 12) return NONE;
  for (const r of [0.4, 0.15, 0.05, 0.012]) {
    const [all, half] = circle(f, a, m, r);
    if (isNone(all)) continue;
    const gap = size(add(all, times(half, -1)));
    if (gap > 1e-5 * size(all) + all.err) continue;
    const value = widen(all, gap > 1e-9 * size(all) ? gap : gap * 1e-3);
    return a.im === 0 && Math.abs(value.im) <= value.err + 1e-13 * size(value) && realThere(f, a) ? { re: value.re, im: 0, err: value.err } : value;
  }
  return NONE;
}
/** A function that is real on the real line has real derivatives there. */
const realThere = (f: (x: Ball) => Ball, a: Ball): boolean => f(a).im === 0;

function circle(f: (x: Ball) => Ball, a: Ball, m: number, r: number): [Ball, Ball] {
  const points = 32;
  let [all, half] = [ZERO, ZERO];
  for (let j = 0; j < points; j++) {
    const angle = (2 * Math.PI * (j + 0.5)) / points;
    const value = f({ re: a.re + r * Math.cos(angle), im: a.im + r * Math.sin(angle), err: a.err + 1e-16 * (size(a) + r) });
    if (isNone(value)) return [NONE, NONE];
    const term = mul(value, ball(Math.cos(m * angle), -Math.sin(m * angle), 1e-16 * (m + 1)));
    all = add(all, term);
    if (j % 2 === 0) half = add(half, term);
  }
  let factor = 1 / points;
  for (let k = 1; k <= m; k++) factor *= k / r;
  return [times(all, factor), times(half, 2 * factor)];
}
