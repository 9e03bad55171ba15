/** Verdicts of one document in two generations: what a whole run did not ask for is dropped by the run after it. */
import type { VerdictCache } from "../../verify/verify";

const mostEntries = 50_000;

export class GenerationCache implements VerdictCache {
  private young = new Map<string, unknown>();
  private old = new Map<string, unknown>();

  get(key: string): unknown {
    const value = this.young.get(key) ?? this.old.get(key);
    if (value !== undefined) this.young.set(key, value);
    return value;
  }

  set(key: string, value: unknown): void {
    if (this.young.size >= mostEntries) this.turn();
    this.young.set(key, value);
  }

  /** To be called after each run that came to its end. */
  turn(): void {
    this.old = this.young;
    this.young = new Map();
  }
}
