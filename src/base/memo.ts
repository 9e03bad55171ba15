/** A memory of results by text, in two generations, so that it never grows beyond what it is allowed. */

/** Keeps what pure functions made of texts. What was not asked for during a whole generation is forgotten. */
export class Memo<V> {
  private young = new Map<string, V>();
  private old = new Map<string, V>();
  private used = 0;

  /** `room`: how many characters the keys of one generation may have together. */
  constructor(private readonly room: number) {}

  get(key: string): V | undefined {
    const known = this.young.get(key);
    if (known !== undefined) return known;
    const value = this.old.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: string, value: V): void {
    if (this.used + key.length > this.room) {
      this.old = this.young;
      this.young = new Map();
      this.used = 0;
    }
    this.used += key.length;
    this.young.set(key, value);
  }

  /** The value of a key, made where it is not known. */
  of(key: string, make: () => V): V {
    const known = this.get(key);
    if (known !== undefined) return known;
    const value = make();
    this.set(key, value);
    return value;
  }
}
