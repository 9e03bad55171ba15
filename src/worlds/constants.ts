/** Names that stand for constants: π, e, infinity, and the imaginary unit. */
import { type Expr, some } from "../expression/tree";
import type { ModelParts } from "./model-parts";

/** What these names mean where nothing gives them another value. */
export const CONSTANTS = new Map<string, "pi" | "e" | "infinity">([
  ["\\pi", "pi"],
  ["e", "e"],
  ["\\mathrm{e}", "e"],
  ["\\infty", "infinity"],
]);

const isI = (n: Expr): boolean => n.op === "symbol" && /^(i|\\mathrm\{i\})$/.test(n.name ?? "");

/** Tells the imaginary unit in one scope; j is it where i is no name. */
export class ImaginaryUnit {
  private hasI?: boolean;
  constructor(private readonly parts: ModelParts) {}

  is(name: string): boolean {
    if (name !== "j") return name === "i" || name === "\\mathrm{i}";
    this.hasI ??= this.parts.scope.some((e) => some(e, isI));
    return !this.hasI;
  }

  /** z where z = x + iy. */
  standsIn(name: string): boolean {
    const d = this.parts.definitions.get(name);
    return d !== undefined && d.params.length === 0 && some(d.body, isI);
  }
}
