/** Random words to standard normal draws by Box and Muller (1958), with a polynomial logarithm, sine and cosine in f32 and their f64 reference. */

/** Taylor coefficients about 0 in the square of the argument; on [-π/4, π/4] the first term left out is below 3.2e-7 for the sine and 2.5e-8 for the cosine. */
const SINE = [1, -1 / 6, 1 / 120, -1 / 5040];
const COSINE = [1, -1 / 2, 1 / 24, -1 / 720, 1 / 40320];
/** atanh(s) / s in the square of s; on |s| ≤ 1/3 the first term left out is below 1.5e-8. */
const ATANH = [1, 1 / 3, 1 / 5, 1 / 7, 1 / 9, 1 / 11, 1 / 13];

/** Horner's rule as text, in the variable `x`. */
const horner = (coefficients: readonly number[], x: string): string =>
  coefficients.reduceRight((inner, c) => (inner ? `(${c} + ${x} * ${inner})` : `${c}`), "");

export const NORMAL_WGSL = /* wgsl */ `
// 2 atanh(s) = log((1 + s) / (1 - s)), for |s| <= 1/3.
fn twiceAtanh(s: f32) -> f32 {
  let x = s * s;
  return 2.0 * s * ${horner(ATANH, "x")};
}

// log((w + 1/2) / 2^32). Near 1 it goes by the distance from 1, so that small radii keep their digits.
fn logUniform(w: u32) -> f32 {
  if (w >= 0x80000000u) {
    let t = (f32(~w) + 0.5) * 2.3283064365386963e-10;
    return twiceAtanh(-t / (2.0 - t));
  }
  let bits = bitcast<u32>((f32(w) + 0.5) * 2.3283064365386963e-10);
  var exponent = i32(bits >> 23u) - 127;
  var mantissa = bitcast<f32>((bits & 0x007fffffu) | 0x3f800000u);
  if (mantissa > 1.4142135) {
    mantissa *= 0.5;
    exponent += 1;
  }
  return f32(exponent) * 0.6931471805599453 + twiceAtanh((mantissa - 1.0) / (mantissa + 1.0));
}

// (cos, sin) of w full turns / 2^32: the quarter turn is taken off in integers, the rest is a polynomial.
fn turn(w: u32) -> vec2f {
  let shifted = w + 0x20000000u;
  let y = f32(i32(shifted & 0x3fffffffu) - 0x20000000) * 1.4629180792671596e-9;
  let x = y * y;
  let c = ${horner(COSINE, "x")};
  let s = y * ${horner(SINE, "x")};
  switch (shifted >> 30u) {
    case 0u: { return vec2f(c, s); }
    case 1u: { return vec2f(-s, c); }
    case 2u: { return vec2f(-c, -s); }
    default: { return vec2f(s, -c); }
  }
}

fn normals(w: vec4u) -> vec4f {
  let a = sqrt(-2.0 * logUniform(w.x)) * turn(w.y);
  let b = sqrt(-2.0 * logUniform(w.z)) * turn(w.w);
  return vec4f(a, b);
}

fn uniforms(w: vec4u) -> vec4f {
  return (vec4f(w) + 0.5) * 2.3283064365386963e-10;
}
`;

const SCALE = 2 ** -32;

/** The reference in f64: four normals from the four words at `at`, written to `out` from `to`. */
export function normals(words: Uint32Array, at: number, out: Float64Array, to = 0): void {
  for (let pair = 0; pair < 4; pair += 2) {
    const radius = Math.sqrt(-2 * logUniform(words[at + pair]));
    const angle = 2 * Math.PI * SCALE * words[at + pair + 1];
    out[to + pair] = radius * Math.cos(angle);
    out[to + pair + 1] = radius * Math.sin(angle);
  }
}

/** Uniform draws on (0, 1), in f64. */
export function uniforms(words: Uint32Array, at: number, out: Float64Array, to = 0): void {
  for (let i = 0; i < 4; i++) out[to + i] = (words[at + i] + 0.5) * SCALE;
}

const logUniform = (word: number): number => (word >= 2 ** 31 ? Math.log1p(-(2 ** 32 - word - 0.5) * SCALE) : Math.log((word + 0.5) * SCALE));
