/** Philox4x32-10, the counter-based random generator of Salmon, Moraes, Dror and Shaw (SC 2011), in WGSL and in TypeScript, bit by bit alike. */

const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;
/** The second half of the key; the first is the seed. */
export const KEY_HIGH = 0x5eed;

export const PHILOX_WGSL = /* wgsl */ `
// Philox4x32-10. WGSL has no 64-bit product: the high half is made of 16-bit pieces.
fn mulhi(a: u32, b: u32) -> u32 {
  let t = (a & 0xffffu) * (b & 0xffffu);
  let u = (a >> 16u) * (b & 0xffffu) + (t >> 16u);
  let v = (a & 0xffffu) * (b >> 16u) + (u & 0xffffu);
  return (a >> 16u) * (b >> 16u) + (u >> 16u) + (v >> 16u);
}

fn philox(counter: vec4u, seed: vec2u) -> vec4u {
  var c = counter;
  var k = seed;
  for (var i = 0u; i < 10u; i++) {
    c = vec4u(mulhi(${M1}u, c.z) ^ c.y ^ k.x, ${M1}u * c.z, mulhi(${M0}u, c.x) ^ c.w ^ k.y, ${M0}u * c.x);
    k += vec2u(${W0}u, ${W1}u);
  }
  return c;
}
`;

function mulhi(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const t = Math.imul(a0, b0) >>> 0;
  const u = a1 * b0 + (t >>> 16);
  const v = a0 * b1 + (u & 0xffff);
  return (a1 * b1 + (u >>> 16) + (v >>> 16)) >>> 0;
}

/** Ten rounds on the counter (four words) under the key (two words); the four words of the result go to `out`, from index `at`. */
export function philox(c0: number, c1: number, c2: number, c3: number, k0: number, k1: number, out: Uint32Array, at = 0): void {
  for (let i = 0; i < 10; i++) {
    const x = (mulhi(M1, c2) ^ c1 ^ k0) >>> 0;
    const z = (mulhi(M0, c0) ^ c3 ^ k1) >>> 0;
    c1 = Math.imul(M1, c2) >>> 0;
    c3 = Math.imul(M0, c0) >>> 0;
    c0 = x;
    c2 = z;
    k0 = (k0 + W0) >>> 0;
    k1 = (k1 + W1) >>> 0;
  }
  out[at] = c0;
  out[at + 1] = c1;
  out[at + 2] = c2;
  out[at + 3] = c3;
}
