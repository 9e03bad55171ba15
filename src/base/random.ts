/**
 * Random numbers that depend on names alone, the same on every machine.
 *
 * The mixing is that of MurmurHash3 (x86, 32 bit) by Austin Appleby, who placed it in the public domain, fed with the UTF-16 units of
 * strings and the two halves of doubles, each part preceded by its kind and length, so that ("ab", "c") and ("a", "bc") differ.
 */

export type HashPart = string | number;

const bits = new DataView(new ArrayBuffer(8));

/** A well-mixed unsigned 32-bit integer. Equal numbers hash alike (0 and -0, too); "1" and 1 do not. */
export function hash(...parts: readonly HashPart[]): number {
  return seeded(0x9747b28c, parts);
}

/** Uniform on the open interval (0, 1): odd multiples of 2^-53, made from 26 bits of each of two hashes. Never 0 and never 1. */
export function uniform(...parts: readonly HashPart[]): number {
  const high = seeded(HIGH, parts) >>> 6;
  const low = seeded(LOW, parts) >>> 6;
  return (high * 0x4000000 + low + 0.5) / 0x10000000000000;
}

const HIGH = 0x1b873593;
const LOW = 0x5bd1e995;

/** The string that `uniform` was last asked for first, and its states: a name is asked for in one world after the other. */
let latest: { readonly name: string; readonly high: number; readonly low: number } | undefined;

/** The state after a string that stands first. */
function leading(seed: number, name: string): number {
  if (seed !== HIGH && seed !== LOW) return mixed(seed, name);
  if (latest?.name !== name) latest = { name, high: mixed(HIGH, name), low: mixed(LOW, name) };
  return seed === HIGH ? latest.high : latest.low;
}

function mixed(given: number, text: string): number {
  let state = mix(given, text.length * 2);
  for (let at = 0; at < text.length; at++) state = mix(state, text.charCodeAt(at));
  return state;
}

function seeded(seed: number, parts: readonly HashPart[]): number {
  let state = seed;
  let units = 0;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (typeof part === "string") {
      state = at === 0 ? leading(seed, part) : mixed(state, part);
      units += part.length + 1;
    } else {
      bits.setFloat64(0, part === 0 ? 0 : part);
      state = mix(mix(mix(state, 1), bits.getUint32(0)), bits.getUint32(4));
      units += 3;
    }
  }
  return finish(state ^ (units * 4));
}

function mix(state: number, block: number): number {
  const scrambled = Math.imul(rotate(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593);
  return (Math.imul(rotate(state ^ scrambled, 13), 5) + 0xe6546b64) | 0;
}

function finish(state: number): number {
  let mixed = state ^ (state >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));
