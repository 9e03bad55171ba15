/** Panels of a quadrature: what those of one lane come to, which at the ends are dropped, which are halved. */
import type { Kind } from "./changeOfVariable";
import type { PanelSum } from "./gaussKronrod";

export interface Panel {
  readonly lane: number;
  readonly from: number;
  readonly to: number;
  /** One sum a double component, once evaluated. */
  sums?: readonly PanelSum[];
  /** |g| at the first and the last node, largest over the components. */
  ends?: readonly [number, number];
}

/** Outcome of a lane: one value and error a component, or a refusal. */
export interface Outcome {
  readonly value: number[];
  readonly error: number[];
  readonly converged: boolean;
}

const TOLERANCE = 1e-13;
/** Relative error beyond which a result is refused rather than given with its bound. */
const USELESS = 1e-3;

const undefinedPanel = (p: Panel): boolean => p.sums?.some((s) => Number.isNaN(s.value) || Number.isNaN(s.carried) || s.carried === Infinity) ?? false;

/** Nothing but rounding: next to an end where the integrand cancels. */
const noisy = (p: Panel): boolean => p.sums?.some((s) => s.size > 0 && s.carried > Math.max(USELESS * s.size, NEGLIGIBLE * largest(p.sums))) ?? false;

/** Rounding in one component, the real part say, that is nothing beside the other. */
const NEGLIGIBLE = 1e-11;
const largest = (sums: readonly PanelSum[] = []): number => sums.reduce((most, s) => Math.max(most, s.size), 0);

/** Drops panels at the two ends that are undefined, once they are narrow or more such follow (the integrand overflows, or its end is singular), or all underflowed. */
export function trimmed(list: readonly Panel[]): Panel[] {
  let [from, to] = [0, list.length];
  const underflowed = (p: Panel) => p.sums?.every((s) => s.size === 0) && p.sums.some((s) => s.carried > 0);
  const bad = (p: Panel | undefined) => p !== undefined && (undefinedPanel(p) || noisy(p));
  // an integrand that vanishes everywhere within its bounds is zero, not underflowed
  const vanishes =
    list.every((p) => bad(p) || (p.sums?.every((s) => s.size === 0) ?? false)) &&
    list.some((p) => !bad(p) && (p.sums?.some((s) => s.carried > 1e-30) ?? false));
  const gone = (p: Panel, inner: Panel | undefined) => (bad(p) ? p.to - p.from < 0.02 || bad(inner) : !vanishes && underflowed(p));
  while (from < to && gone(list[from], list[from + 1])) from++;
  while (to > from && gone(list[to - 1], list[to - 2])) to--;
  return list.slice(from, to);
}

/** Sums of all panels of a lane, with the tails beyond the last panels; undefined if a panel is. */
export function summary(list: readonly Panel[], count: number, kind: Kind): Outcome | undefined {
  if (list.length === 0 || list.some(undefinedPanel)) return undefined;
  const tail = kind === "plain" ? 0 : (list[0].ends?.[0] ?? 0) + (list[list.length - 1].ends?.[1] ?? 0);
  const value: number[] = [];
  const error: number[] = [];
  let converged = true;
  const sums = Array.from({ length: count }, (_, c) => totals(list, c));
  const most = largest(sums);
  for (const total of sums) {
    value.push(total.value);
    error.push(total.estimate + total.carried + tail);
    const goal = Math.max(TOLERANCE * total.size, 0.1 * total.carried);
    converged &&= total.estimate <= goal && tail <= Math.max(1e-9 * total.size, total.size === 0 ? total.carried : 0) && credible(total, most);
  }
  return { value, error, converged };
}

/** False for noise, and where everything underflowed: the mass was then not found. */
function credible({ size, carried }: PanelSum, most: number): boolean {
  return size === 0 ? carried === 0 || carried > 1e-100 : carried <= Math.max(USELESS * size, NEGLIGIBLE * most);
}

function totals(list: readonly Panel[], c: number): PanelSum {
  let [value, estimate, size, carried] = [0, 0, 0, 0];
  for (const p of list) {
    const s = p.sums?.[c];
    if (!s) continue;
    value += s.value;
    estimate += s.estimate;
    size += s.size;
    carried += s.carried;
  }
  return { value, estimate, size, carried };
}

/** Halves every panel that holds more than its share of the error; undefined if nothing can be halved. */
export function refined(list: readonly Panel[], count: number): Panel[] | undefined {
  const sums = Array.from({ length: count }, (_, c) =>
    totals(
      list.filter((p) => !undefinedPanel(p)),
      c,
    ),
  );
  const excessive = (p: Panel) =>
    undefinedPanel(p) ||
    (p.sums?.some((s, c) => s.estimate > Math.max(TOLERANCE * sums[c].size, 0.1 * sums[c].carried) / (2 * list.length) && s.estimate > 1e-15 * s.size) ??
      false);
  let changed = false;
  const next = list.flatMap((p, k): Panel[] => {
    const middle = (p.from + p.to) / 2;
    const end = (k === 0 || k === list.length - 1) && noisy(p) && p.to - p.from >= 0.02;
    if (!(end || excessive(p)) || p.to - p.from < 1e-12) return [p];
    changed = true;
    return [
      { lane: p.lane, from: p.from, to: middle },
      { lane: p.lane, from: middle, to: p.to },
    ];
  });
  return changed ? next : undefined;
}
