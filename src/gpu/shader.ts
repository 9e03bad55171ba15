/** Assembles the compute shader of a program: draws, the document's expression, the histogram, and (mean, M2) of the quantities of each group. */
import { number } from "../expression/tree";
import { toWgsl } from "./compile";
import { derivative } from "./derivative";
import { BLOCK, FINE_BINS, KEPT, OVERFLOW, OVERFLOWS, RANGE, THREADS } from "./layout";
import { NORMAL_WGSL } from "./normal";
import { KEY_HIGH, PHILOX_WGSL } from "./philox";
import type { Program } from "./program";
import { QUANTITIES } from "./quantities";

/**
 * Quantities that are reduced together; a divisor of their number. Software devices take a millisecond to compile for every entry
 * of workgroup memory, and a barrier is dear on them at run time: this is between the two.
 */
const TOGETHER = 3;

/** The document's part: one function from mu, logvar and the draws to (z, dz/dmu, dz/dlogvar). */
function expressionWgsl(program: Program): string {
  const slots = { mu: "p.mu", logvar: "p.logvar", ...Object.fromEntries(program.draws.map(({ name }, i) => [name, `d${i}`])) };
  const trees = [program.sample, derivative(program.gradientOf, "mu"), derivative(program.gradientOf, "logvar")];
  const { lines, results } = toWgsl(trees.length ? trees : [number(0)], slots);
  const parameters = program.draws.map((_, i) => `d${i}: f32`).join(", ");
  return `fn draw(${parameters}) -> vec3f {\n${lines.map((line) => `  ${line}`).join("\n")}\n  return vec3f(${results.join(", ")});\n}`;
}

const STATE = /* wgsl */ `
struct Params { mu: f32, logvar: f32, sigma: f32, seed: u32, perThread: u32, baseGroup: u32, n: u32, unused: u32 }
@group(0) @binding(0) var<uniform> p: Params;
@group(0) @binding(1) var<storage, read_write> partials: array<vec2f>;
@group(0) @binding(2) var<storage, read_write> fine: array<atomic<u32>, ${FINE_BINS + OVERFLOWS}>;
@group(0) @binding(3) var<storage, read_write> pairs: array<vec2f>;

var<workgroup> stats: array<vec2f, ${TOGETHER * THREADS}>;
`;

const COUNT = /* wgsl */ `
fn count(t: f32) {
  if ((bitcast<u32>(t) & 0x7f800000u) == 0x7f800000u) {
    atomicAdd(&fine[${FINE_BINS + OVERFLOW.undefined}], 1u);
  } else if (t < -${RANGE}.0) {
    atomicAdd(&fine[${FINE_BINS + OVERFLOW.below}], 1u);
  } else if (t >= ${RANGE}.0) {
    atomicAdd(&fine[${FINE_BINS + OVERFLOW.above}], 1u);
  } else {
    let bin = min(u32((t + ${RANGE}.0) * ${FINE_BINS / (2 * RANGE)}.0), ${FINE_BINS - 1}u);
    atomicAdd(&fine[bin], 1u);
  }
}
`;

function mainWgsl(program: Program): string {
  const words = program.draws
    .map(({ law }, i) => `    let w${i} = ${law === "uniform" ? "uniforms" : "normals"}(philox(vec4u(block, ${i}u, 0u, 0u), vec2u(p.seed, ${KEY_HIGH}u)));`)
    .join("\n");
  // Unrolled: a loop over an array of nine is three times slower on a software device.
  const update = QUANTITIES.map(
    ({ wgsl }, i) => `      { let x = ${wgsl}; let delta = x - mean[${i}]; mean[${i}] += delta / seen; m2[${i}] += delta * (x - mean[${i}]); }`,
  ).join("\n");
  return /* wgsl */ `
@compute @workgroup_size(${THREADS})
fn main(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) workgroup: vec3u) {
  let group = p.baseGroup + workgroup.x;
  var mean = array<f32, ${QUANTITIES.length}>();
  var m2 = array<f32, ${QUANTITIES.length}>();
  var seen = 0.0;
  for (var k = 0u; k < p.perThread / ${BLOCK}u; k++) {
    let block = (group * ${THREADS}u + local) * (p.perThread / ${BLOCK}u) + k;
${words}
    for (var j = 0u; j < ${BLOCK}u; j++) {
      let drawn = draw(${program.draws.map((_, i) => `w${i}[j]`).join(", ")});
      let z = drawn.x;
      let dmu = drawn.y;
      let dlogvar = drawn.z;
      let t = (z - p.mu) / p.sigma;
      let index = block * ${BLOCK}u + j;
      if (index < ${KEPT}u) { pairs[index] = vec2f(w0[j], z); }
      count(t);
      seen += 1.0;
${update}
    }
  }
  // Chan, Golub and LeVeque (1979): two halves of equal size, until one is left; ${TOGETHER} quantities at a time.
  for (var first = 0u; first < ${QUANTITIES.length}u; first += ${TOGETHER}u) {
    for (var q = 0u; q < ${TOGETHER}u; q++) { stats[q * ${THREADS}u + local] = vec2f(mean[first + q], m2[first + q]); }
    workgroupBarrier();
    var size = seen;
    for (var half = ${THREADS / 2}u; half > 0u; half /= 2u) {
      if (local < half) {
        for (var q = 0u; q < ${TOGETHER}u; q++) {
          let a = stats[q * ${THREADS}u + local];
          let b = stats[q * ${THREADS}u + local + half];
          let delta = b.x - a.x;
          stats[q * ${THREADS}u + local] = vec2f(a.x + 0.5 * delta, a.y + b.y + 0.5 * size * delta * delta);
        }
      }
      size *= 2.0;
      workgroupBarrier();
    }
    if (local < ${TOGETHER}u) { partials[group * ${QUANTITIES.length}u + first + local] = stats[local * ${THREADS}u]; }
    workgroupBarrier();
  }
}
`;
}

/** The whole shader; its entry point is `main`, its bindings 0 to 3 the uniform, the partials, the histogram and the kept pairs. */
export function shaderWgsl(program: Program): string {
  return [STATE, PHILOX_WGSL, NORMAL_WGSL, "// The document's expression.", expressionWgsl(program), COUNT, mainWgsl(program)].join("\n");
}

/** For the tests: entry `words` writes the Philox words of counter i, `turns` the cosine and sine of word i, `draws` the four normals of counter i. */
export const PROBE_WGSL = /* wgsl */ `
@group(0) @binding(0) var<uniform> seed: vec4u;
@group(0) @binding(1) var<storage, read_write> out: array<vec4u>;
${PHILOX_WGSL}
${NORMAL_WGSL}
@compute @workgroup_size(64)
fn words(@builtin(global_invocation_id) id: vec3u) { out[id.x] = philox(vec4u(id.x, seed.z, seed.w, 0u), seed.xy); }
@compute @workgroup_size(64)
fn turns(@builtin(global_invocation_id) id: vec3u) { out[id.x] = bitcast<vec4u>(vec4f(turn(id.x * seed.x), logUniform(id.x * seed.x), 0.0)); }
@compute @workgroup_size(64)
fn draws(@builtin(global_invocation_id) id: vec3u) { out[id.x] = bitcast<vec4u>(normals(philox(vec4u(id.x, seed.z, seed.w, 0u), seed.xy))); }
`;
