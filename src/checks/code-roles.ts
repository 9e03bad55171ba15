/** Which input of a code answer is the location, and what the other says of the scale, from their names. */

/** How the inputs of a code answer are meant. */
export interface Roles {
  readonly location: string;
  readonly scale: string;
  /** What the scale's name says that it holds: "the log variance". */
  readonly holds: string;
  /** Standard deviation, from the value of the scale input. */
  readonly deviation: (value: number) => number;
  /** The value of the scale input for a positive coordinate; log quantities take it with changing sign. */
  readonly coordinate: (x: number) => number;
  /** The claim, as a distribution: `N(mu, exp(log_var))`. */
  readonly claim: string;
  /** Other things that the name may mean. */
  readonly others: readonly Roles[];
}

const affixed = (core: string): RegExp => new RegExp(`^(?:z_?|q_?|latent_?)?(?:${core})(?:_?(?:z|q|x|vec|vector))?$`, "i");

const LOCATION = affixed("mu|mean|means|loc|location|m");
const KINDS: readonly {
  name: RegExp;
  holds: string;
  deviation: (v: number) => number;
  claim: (m: string, s: string) => string;
  log: boolean;
  ambiguous: boolean;
}[] = [
  {
    name: affixed("(?:log|ln)_?(?:var|variance|sigma_?(?:2|sq|squared|square))|lv|logv|log_?v"),
    holds: "a log variance",
    deviation: (v) => Math.exp(v / 2),
    claim: (m, s) => `N(${m}, exp(${s}))`,
    log: true,
    ambiguous: false,
  },
  {
    name: affixed("(?:log|ln)_?(?:std|sigma|scale|sd|stddev|std_dev)"),
    holds: "a log standard deviation",
    deviation: Math.exp,
    claim: (m, s) => `N(${m}, exp(2 ${s}))`,
    log: true,
    ambiguous: false,
  },
  {
    name: affixed("var|variance|sigma_?(?:2|sq|squared|square)"),
    holds: "a variance",
    deviation: Math.sqrt,
    claim: (m, s) => `N(${m}, ${s})`,
    log: false,
    ambiguous: false,
  },
  {
    name: affixed("std|sigma|scale|sd|stddev|std_dev|s"),
    holds: "a standard deviation",
    deviation: (v) => v,
    claim: (m, s) => `N(${m}, ${s}**2)`,
    log: false,
    ambiguous: true,
  },
];

/** The roles, or why there are none. */
export function rolesOf(names: readonly string[]): Roles | string {
  const locations = names.filter((name) => LOCATION.test(name));
  const scales = names.flatMap((name) => KINDS.flatMap((kind) => (kind.name.test(name) ? [{ name, kind }] : [])));
  if (locations.length !== 1) return `${locations.length ? "more than one input looks" : "no input looks"} like a mean.`;
  if (scales.length !== 1) return `${scales.length ? "more than one input looks" : "no input looks"} like a variance or a standard deviation.`;
  const { name, kind } = scales[0];
  const as = (k: (typeof KINDS)[number], others: readonly Roles[]): Roles => ({
    location: locations[0],
    scale: name,
    holds: k.holds,
    deviation: k.deviation,
    coordinate: k.log ? (x) => (x === 1 ? 1 : Math.log(x) * 2) : (x) => (x === 1 ? 2 : x),
    claim: k.claim(locations[0], name),
    others,
  });
  return as(kind, kind.ambiguous ? KINDS.filter((k) => k.log).map((k) => as(k, [])) : []);
}
