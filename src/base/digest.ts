/** Short names for long texts. */

/** 64 bits of hash in one pass, and the length, as five UTF-16 units: two 32-bit lanes that are multiplied and mixed as in cyrb53 (bryc, public domain). */
export function digest(text: string): string {
  let [a, b] = [0x9747b28c, 0x1b873593];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return String.fromCharCode(a >>> 16, a & 0xffff, b >>> 16, b & 0xffff, text.length & 0xffff);
}
