/** The double arithmetic: lanes of values with running error bounds. */
import { zeros } from "../base/columns";
import { type Arithmetic, type Constant, type Function1, type Function2, Unsupported } from "./arithmetic";
import { addLanes, divLanes, mulLanes, powLanes, subLanes } from "./columns";
import { isExactDecimal } from "./decimal";
import { REAL_1, REAL_2 } from "./functions/index";
import { moved, type Real1, type Real2 } from "./functions/real";
import { commonWidth, emptyLane, type Lane, laneOf, TINY, U } from "./lane";
import { rootAt } from "./rounding";
import { segmentProduct, segmentSum } from "./segments";
import { realPart, specialColumn } from "./special/columns";

export type { Lane } from "./lane";

const CONSTANTS: Record<Constant, readonly [value: number, error: number]> = {
  pi: [Math.PI, 1.2247e-16],
  e: [Math.E, 1.4457e-16],
  eulergamma: [0.5772156649015329, 6e-17],
  catalan: [0.915965594177219, 6e-17],
  golden: [1.618033988749895, 1.2e-16],
  infinity: [Infinity, 0],
};

/** The literal as the nearest double, with the exact test deciding whether there is an error at all. */
function decimal(text: string): Lane {
  const x = Number(text);
  if (text.trim() === "" || !Number.isFinite(x)) return laneOf(NaN);
  return laneOf(x, isExactDecimal(x, text) ? 0 : U * Math.abs(x) + TINY);
}

/** A constant infinity keeps its meaning (limits at infinity); an infinite value at a finite argument does not exist. */
const existing = (value: number, x: number) => (Math.abs(value) === Infinity && Math.abs(x) !== Infinity ? NaN : value);

function apply1(fn: Real1, x: Lane): Lane {
  const n = x.v.length;
  const { v, e } = emptyLane(n);
  const absolute = U * (fn.absolute ?? 0);
  for (let i = 0; i < n; i++) {
    const at = x.v[i];
    const error = x.e[i];
    const value = existing(fn.f(at), at);
    v[i] = value;
    if (error === 0 && fn.exact?.(at, value)) continue;
    const carried = error === 0 ? 0 : fn.carried ? fn.carried(at, error, value) : moved(fn.f, at, error, value);
    if (!(carried < Infinity)) v[i] = NaN;
    else if (Math.abs(at) === Infinity) e[i] = Math.abs(value) < Infinity ? fn.ulps * U * Math.abs(value) : 0;
    else e[i] = carried + fn.ulps * U * Math.abs(value) + absolute + (fn.ulps > 0 ? TINY : 0);
  }
  return { v, e };
}

function apply2(fn: Real2, x: Lane, y: Lane): Lane {
  const n = commonWidth(x.v.length, y.v.length);
  const { v, e } = emptyLane(n);
  const [sx, sy] = [x.v.length === 1 ? 0 : 1, y.v.length === 1 ? 0 : 1];
  for (let i = 0; i < n; i++) {
    const [a, ea, b, eb] = [x.v[i * sx], x.e[i * sx], y.v[i * sy], y.e[i * sy]];
    const value = fn.f(a, b);
    v[i] = Math.abs(value) === Infinity && Math.abs(a) !== Infinity && Math.abs(b) !== Infinity ? NaN : value;
    if (ea === 0 && eb === 0 && fn.exact?.(a, b, value)) continue;
    const carried = ea === 0 && eb === 0 ? 0 : fn.carried ? fn.carried(a, ea, b, eb, value) : movedBoth(fn, a, ea, b, eb, value);
    if (!(carried < Infinity)) v[i] = NaN;
    else if (Math.abs(value) < Infinity) e[i] = carried + U * (fn.ulps * Math.abs(value) + absoluteOf(fn, a, b, value)) + (fn.ulps > 0 ? TINY : 0);
  }
  return { v, e };
}

const absoluteOf = (fn: Real2, a: number, b: number, value: number) => (typeof fn.absolute === "function" ? fn.absolute(a, b, value) : (fn.absolute ?? 0));

function movedBoth(fn: Real2, a: number, ea: number, b: number, eb: number, value: number): number {
  return (ea === 0 ? 0 : moved((t) => fn.f(t, b), a, ea, value)) + (eb === 0 ? 0 : moved((t) => fn.f(a, t), b, eb, value));
}

function squareRoot(x: Lane): Lane {
  const { v, e } = emptyLane(x.v.length);
  for (let i = 0; i < v.length; i++) rootAt(v, e, i, x.v[i], x.e[i]);
  return { v, e };
}

function call1(name: Function1, x: Lane): Lane {
  if (name === "sqrt") return squareRoot(x);
  const fn = REAL_1[name];
  if (!fn) throw new Unsupported(name);
  return apply1(fn, x);
}

function call2(name: Function2, x: Lane, y: Lane): Lane {
  const fn = REAL_2[name];
  if (!fn) throw new Unsupported(name);
  return apply2(fn, x, y);
}

/** Of real arguments, where the value is real. */
function special(name: string, args: readonly Lane[], orders: readonly number[] = []): Lane {
  const n = args.reduce((w, x) => commonWidth(w, x.v.length), 1);
  const zero = new Float64Array(1);
  const parts = args.map((x) => ({ re: x.v, im: zero, err: (i: number) => x.e[x.e.length === 1 ? 0 : i] }));
  const { v, e } = emptyLane(n);
  specialColumn(name, parts, orders, n).forEach((value, i) => {
    const real = realPart(value);
    v[i] = real.value;
    e[i] = real.error;
  });
  return { v, e };
}

function negative(x: Lane): Lane {
  const v = zeros(x.v.length);
  for (let i = 0; i < v.length; i++) v[i] = -x.v[i];
  return { v, e: x.e };
}

/** A truth column from a decision about each pair: 1, 0 or NaN. */
function decide(x: Lane, y: Lane, of: (x: number, ex: number, y: number, ey: number) => number): Lane {
  const n = commonWidth(x.v.length, y.v.length);
  const { v, e } = emptyLane(n);
  const [sx, sy] = [x.v.length === 1 ? 0 : 1, y.v.length === 1 ? 0 : 1];
  for (let i = 0; i < n; i++) v[i] = of(x.v[i * sx], x.e[i * sx], y.v[i * sy], y.e[i * sy]);
  return { v, e };
}

function lessAt(x: number, ex: number, y: number, ey: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const error = ex + ey;
  return error === 0 || Math.abs(y - x) > error ? (x < y ? 1 : 0) : NaN;
}

function equalAt(x: number, ex: number, y: number, ey: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const error = ex + ey;
  if (error === 0) return x === y ? 1 : 0;
  if (Math.abs(x - y) > error) return 0;
  return error < 1e-12 * Math.max(Math.abs(x), Math.abs(y)) ? 1 : NaN;
}

function select(condition: Lane, x: Lane, y: Lane): Lane {
  const n = commonWidth(condition.v.length, commonWidth(x.v.length, y.v.length));
  const { v, e } = emptyLane(n);
  const step = (z: Lane) => (z.v.length === 1 ? 0 : 1);
  const [sc, sx, sy] = [step(condition), step(x), step(y)];
  for (let i = 0; i < n; i++) {
    const truth = condition.v[i * sc];
    v[i] = truth === 1 ? x.v[i * sx] : truth === 0 ? y.v[i * sy] : NaN;
    e[i] = truth === 1 ? x.e[i * sx] : y.e[i * sy];
  }
  return { v, e };
}

/** Width 1 stays width 1: the entry stands for all lanes. */
function gather(x: Lane, map: Int32Array): Lane {
  if (x.v.length === 1) return x;
  const { v, e } = emptyLane(map.length);
  for (let i = 0; i < map.length; i++) {
    v[i] = x.v[map[i]];
    e[i] = x.e[map[i]];
  }
  return { v, e };
}

function pick(columns: readonly Lane[], which: Int32Array, lane?: Int32Array): Lane {
  const { v, e } = emptyLane(which.length);
  for (let i = 0; i < which.length; i++) {
    const x = columns[which[i]];
    const at = x === undefined || x.v.length === 1 ? 0 : lane ? lane[i] : i;
    v[i] = x === undefined ? NaN : x.v[at];
    e[i] = x === undefined ? 0 : x.e[at];
  }
  return { v, e };
}

function constant(name: Constant): Lane {
  return laneOf(CONSTANTS[name][0], CONSTANTS[name][1]);
}

/** Doubles with bounds. Columns of width 1 broadcast; `segmentSum` takes them as repeated up to the last start. */
export const double: Arithmetic<Lane> = {
  name: "double",
  number: (x) => laneOf(x),
  numbers: (xs) => ({ v: xs, e: zeros(xs.length) }),
  decimal,
  constant,
  imaginary: () => {
    throw new Unsupported("the imaginary unit in real arithmetic");
  },
  width: (x) => x.v.length,
  add: addLanes,
  sub: subLanes,
  mul: mulLanes,
  div: divLanes,
  neg: negative,
  pow: powLanes,
  call1,
  call2,
  special,
  sign: (x) => call1("sign", x),
  less: (x, y) => decide(x, y, lessAt),
  equal: (x, y) => decide(x, y, equalAt),
  select,
  gather,
  pick,
  segmentSum,
  segmentProduct,
  toNumbers: (x) => x.v,
  errors: (x) => x.e,
  linear: (x, of) => {
    const { values, errors } = of(x.v, x.e);
    return { v: values, e: errors };
  },
};
