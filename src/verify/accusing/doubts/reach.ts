/** The sides of a step and the bodies of the definitions that they lead to. */
import type { Definition } from "../../../derivation/facts/facts";
import { isNumberName } from "../../../expression/constants";
import { namesOf, symbolName } from "../../../expression/names";
import { type Expr, rewrite, some, symbol, walk } from "../../../expression/tree";
import type { Tried } from "../../trying/trial";

/** The sides and the bodies of the definitions that they lead to; a name that is as free as one without a formula leads nowhere. */
export function withBodies(sides: readonly Expr[], tried: Tried): Expr[] {
  const { definitions } = tried.plan;
  const parts = [...sides];
  const seen = new Set<Definition>();
  for (const part of parts) {
    const free = namesOf(part).symbols;
    walk(part, (e) => {
      const d = definitionNamed(e, free, definitions);
      if (!d || seen.has(d) || isAsFree(d, sides, definitions) || isNoTerm(e, d, tried)) return;
      seen.add(d);
      parts.push(withOwnParameters(d, definitions));
    });
  }
  return parts;
}

/** The number α beside a formula for the terms α_t: a name of its own. */
const isNoTerm = (e: Expr, d: Definition, { setting }: Tried): boolean =>
  e.op === "symbol" && d.indexed && d.params.length > 0 && setting !== undefined && !setting.shapes.shapes.has(e.name ?? "");

/** The definition that a node of a step names, by the free names of the step: the variable of an integral is no name of the document. */
export function definitionNamed(e: Expr, free: ReadonlySet<string>, definitions: Tried["plan"]["definitions"]): Definition | undefined {
  if (e.op === "symbol" ? !free.has(e.name ?? "") : /^(integral|antiderivative|limit|sum|prod)/.test(e.op)) return undefined;
  return definitions.get(e.name ?? "") ?? (e.op === "indexed" ? definitions.get(symbolName(e)) : undefined);
}

/** The body of a function, its parameters told from names of the document that have a value. */
function withOwnParameters({ body, params }: Definition, definitions: Tried["plan"]["definitions"]): Expr {
  const clashing = new Set(params.filter((p) => definitions.has(p)));
  return clashing.size === 0 ? body : rewrite(body, (n) => (n.op === "symbol" && clashing.has(n.name ?? "") ? symbol(`${n.name}^{\\circ}`, n.span) : n));
}

/** A = a + S, of an a that nothing else in reach speaks of: whatever S is, A may be any number. */
function isAsFree(d: Definition, sides: readonly Expr[], definitions: Tried["plan"]["definitions"]): boolean {
  if (d.params.length > 0 || d.indexed || d.derived || d.body.op !== "add") return false;
  const others = [...sides, ...[...definitions.values()].filter((o) => o !== d).map((o) => o.body)];
  return d.body.args.some(
    (a, i) =>
      a.op === "symbol" &&
      /^(\\[a-z]+|[a-z])$/.test(a.name ?? "") &&
      !isNumberName(a.name) &&
      !definitions.has(a.name ?? "") &&
      ![...others, ...d.body.args.filter((_, k) => k !== i)].some((e) => some(e, (n) => n.name === a.name)),
  );
}
