/** Units of measurement by their names and symbols: how much of the SI's base units each is. Values: The International System of Units, 9th edition (BIPM 2019); inch, pound and gallon by their legal definitions. */

/** Exponents of base units, by name. */
export type Dimension = Readonly<Record<string, number>>;

export interface Unit {
  /** In base units of the SI, as a decimal. */
  readonly factor: string;
  readonly dimension: Dimension;
  /** How much it is of others depends on the context: years, calories, degrees of temperature. */
  readonly vague?: boolean;
}

const unit = (factor: string, dimension: Dimension, vague = false): Unit => ({ factor, dimension, ...(vague ? { vague } : {}) });
const force = { kg: 1, m: 1, s: -2 };
const energy = { kg: 1, m: 2, s: -2 };
const pressure = { kg: 1, m: -1, s: -2 };

/** Symbols that take prefixes. */
const PREFIXED: Readonly<Record<string, Unit>> = {
  m: unit("1", { m: 1 }),
  g: unit("0.001", { kg: 1 }),
  s: unit("1", { s: 1 }),
  A: unit("1", { A: 1 }),
  K: unit("1", { K: 1 }),
  mol: unit("1", { mol: 1 }),
  cd: unit("1", { cd: 1 }),
  N: unit("1", force),
  J: unit("1", energy),
  W: unit("1", { kg: 1, m: 2, s: -3 }),
  Pa: unit("1", pressure),
  Hz: unit("1", { s: -1 }),
  C: unit("1", { A: 1, s: 1 }),
  V: unit("1", { kg: 1, m: 2, s: -3, A: -1 }),
  Ω: unit("1", { kg: 1, m: 2, s: -3, A: -2 }),
  F: unit("1", { kg: -1, m: -2, s: 4, A: 2 }),
  T: unit("1", { kg: 1, s: -2, A: -1 }),
  Wb: unit("1", { kg: 1, m: 2, s: -2, A: -1 }),
  H: unit("1", { kg: 1, m: 2, s: -2, A: -2 }),
  L: unit("0.001", { m: 3 }),
  l: unit("0.001", { m: 3 }),
  eV: unit("1.602176634e-19", energy),
  Wh: unit("3600", energy),
  bar: unit("100000", pressure),
  cal: unit("4.184", energy, true),
};

const PREFIXES: Readonly<Record<string, number>> = { T: 12, G: 9, M: 6, k: 3, h: 2, d: -1, c: -2, m: -3, µ: -6, u: -6, n: -9, p: -12, f: -15 };
/** Prefixes that are not used with every unit. */
const RARE: Readonly<Record<string, RegExp>> = { h: /^(Pa|L|l|m)$/, d: /^(m|L|l|g)$/, c: /^(m|L|l|g)$/, T: /^(W|Wh|Hz|eV|J|V|N)$/ };

const inch = "0.0254";
/** Symbols and words that take none. */
const OTHERS: Readonly<Record<string, Unit>> = {
  min: unit("60", { s: 1 }),
  h: unit("3600", { s: 1 }),
  hr: unit("3600", { s: 1 }),
  hrs: unit("3600", { s: 1 }),
  sec: unit("1", { s: 1 }),
  secs: unit("1", { s: 1 }),
  mins: unit("60", { s: 1 }),
  mph: unit("0.44704", { m: 1, s: -1 }),
  kph: unit("1000/3600", { m: 1, s: -1 }),
  kmh: unit("1000/3600", { m: 1, s: -1 }),
  atm: unit("101325", pressure, true),
  mmHg: unit("133.322387415", pressure, true),
  amu: unit("1.66053906660e-27", { kg: 1 }, true),
  Å: unit("1e-10", { m: 1 }),
  ha: unit("10000", { m: 2 }),
  ly: unit("9460730472580800", { m: 1 }, true),
  AU: unit("149597870700", { m: 1 }, true),
  in: unit(inch, { m: 1 }),
  ft: unit("0.3048", { m: 1 }),
  yd: unit("0.9144", { m: 1 }),
  mi: unit("1609.344", { m: 1 }),
  lb: unit("0.45359237", { kg: 1 }, true),
  lbs: unit("0.45359237", { kg: 1 }, true),
  oz: unit("0.028349523125", { kg: 1 }, true),
  rad: unit("1", {}),
  gr: PREFIXED.g,
  gm: PREFIXED.g,
  gal: unit("0.003785411784", { m: 3 }, true),
  rpm: unit("1/60", { s: -1 }, true),
  "°C": unit("1", { K: 1 }, true),
  "°F": unit("1", { K: 1 }, true),
};

/** Words, in the singular; an s makes the plural. */
const WORDS: Readonly<Record<string, Unit>> = {
  meter: PREFIXED.m,
  metre: PREFIXED.m,
  kilometer: unit("1000", { m: 1 }),
  kilometre: unit("1000", { m: 1 }),
  centimeter: unit("0.01", { m: 1 }),
  centimetre: unit("0.01", { m: 1 }),
  millimeter: unit("0.001", { m: 1 }),
  millimetre: unit("0.001", { m: 1 }),
  gram: PREFIXED.g,
  kilogram: unit("1", { kg: 1 }),
  second: PREFIXED.s,
  minute: OTHERS.min,
  hour: OTHERS.h,
  day: unit("86400", { s: 1 }),
  week: unit("604800", { s: 1 }),
  month: unit("2629800", { s: 1 }, true),
  year: unit("31557600", { s: 1 }, true),
  yr: unit("31557600", { s: 1 }, true),
  newton: PREFIXED.N,
  joule: PREFIXED.J,
  watt: PREFIXED.W,
  volt: PREFIXED.V,
  ampere: PREFIXED.A,
  amp: PREFIXED.A,
  ohm: PREFIXED.Ω,
  pascal: PREFIXED.Pa,
  kelvin: PREFIXED.K,
  coulomb: PREFIXED.C,
  tesla: PREFIXED.T,
  farad: PREFIXED.F,
  henry: PREFIXED.H,
  liter: PREFIXED.L,
  litre: PREFIXED.L,
  mole: PREFIXED.mol,
  radian: OTHERS.rad,
  mile: OTHERS.mi,
  foot: OTHERS.ft,
  inch: OTHERS.in,
  yard: OTHERS.yd,
  pound: OTHERS.lb,
  ounce: OTHERS.oz,
  gallon: OTHERS.gal,
  bit: unit("1", { bit: 1 }),
  byte: unit("8", { bit: 1 }),
  dollar: unit("1", { dollar: 1 }),
  cent: unit("0.01", { dollar: 1 }),
  unit: unit("1", { unit: 1 }),
};
const IRREGULAR: Readonly<Record<string, string>> = { feet: "foot", inches: "inch" };

/** The unit of a name; undefined where none is called so. */
export function unitNamed(name: string): Unit | undefined {
  if (Object.hasOwn(OTHERS, name)) return OTHERS[name];
  if (Object.hasOwn(PREFIXED, name)) return PREFIXED[name];
  const word = IRREGULAR[name.toLowerCase()] ?? name.toLowerCase().replace(/s$/, "");
  if (name.length > 2 && Object.hasOwn(WORDS, word)) return WORDS[word];
  const [prefix, symbol] = [name[0], name.slice(1)];
  if (!Object.hasOwn(PREFIXES, prefix) || !Object.hasOwn(PREFIXED, symbol) || (RARE[prefix] && !RARE[prefix].test(symbol))) return undefined;
  return { ...PREFIXED[symbol], factor: `${PREFIXED[symbol].factor}*1e${PREFIXES[prefix]}` };
}
