/** Statements without a relation: objectives ("\min …", "maximise …") and names that are declared arbitrary; ∂L/∂q of an L that is an objective. */
import { symbolName } from "../../expression/names";
import type { Reading } from "../../expression/parser";
import { type Expr, walk } from "../../expression/tree";
import { type Line, parseOperand, type ReadDocument } from "../reading/chains";
import type { Item, ItemGroup } from "./items";

/** An expression that is to be made large or small. */
export interface Objective {
  readonly body: Expr;
  readonly order: number;
  readonly scope: number;
  /** The words say that it is made large. */
  readonly maximise: boolean;
  readonly span: { readonly from: number; readonly to: number };
}

export interface Marks {
  readonly objectives: Objective[];
  readonly forgotten: { name: string; order: number }[];
}

/** Statements without a relation: objectives ("\min …", "maximise …"), and names that are declared arbitrary. */
export function markLines(document: ReadDocument, groups: readonly ItemGroup[], reading: Reading): Marks {
  const marks: Marks = { objectives: [], forgotten: [] };
  let order = -1;
  let scope = 0;
  for (const group of groups) {
    const { line } = group;
    if (group.items.length) {
      order = group.items[group.items.length - 1].order;
      scope = group.items[0].scope;
    }
    if (!line.alone) continue;
    const e = parseOperand(line.alone, reading);
    const next = groups.slice(groups.indexOf(group)).find((g) => g.items.length)?.items[0];
    const place = next && document.scanned.blocks.slice(line.at, next.link.statement.at).every((b) => b.kind !== "heading") ? next.scope : scope;
    if (line.objective || /\b(maximi[sz]\w*|minimi[sz]\w*|objective( function)?( is)?|Lagrangian( is)?)\s*:?\s*$/i.test(line.prose))
      marks.objectives.push({
        body: e,
        order: order + 0.5,
        scope: place,
        maximise: line.objective === "max" || /maximi[sz]\w*\s*$/i.test(line.prose),
        span: line.alone,
      });
    else if ((e.op === "apply" || e.op === "symbol") && /\barbitrary\b/i.test(sentenceAfter(document, line)))
      marks.forgotten.push({ name: e.op === "apply" ? (e.name ?? "") : symbolName(e), order: order + 0.5 });
  }
  return marks;
}

/** The words from a formula to the end of its sentence. */
function sentenceAfter(document: ReadDocument, line: Line): string {
  let text = "";
  for (const block of document.scanned.blocks.slice(line.at + 1)) {
    if (block.kind === "heading" || (block.kind === "formula" && block.display)) break;
    if (block.kind === "prose") text += block.text;
    if (/[.!?](\s|$)|\n\s*\n/.test(text)) break;
  }
  return text.split(/[.!?](?:\s|$)|\n\s*\n/)[0];
}

/** `\partial L/\partial q` where nothing defines L: the last objective of the scope. */
export function objectiveFacts(item: Item, facts: readonly Item[], objectives: readonly Objective[]): Item[] {
  const found: Item[] = [];
  for (const side of [item.left, item.right])
    walk(side, (n) => {
      if (n.op !== "derivative" && n.op !== "gradient") return;
      const of = n.args[0];
      if ((of.op !== "apply" && of.op !== "symbol") || facts.some((f) => f.fact?.kind === "definition" && f.fact.name === of.name && f.order < item.order))
        return;
      const objective = [...objectives].reverse().find((o) => o.scope === item.scope && o.order < item.order);
      if (!objective) return;
      const params = of.op === "apply" ? of.args.map((_, i) => `\u0002${i}`) : [];
      found.push({
        ...item,
        order: objective.order,
        fact: { kind: "definition", name: of.name ?? "", params, split: params.length, indexed: false, body: objective.body, span: objective.span, text: "" },
      });
    });
  return found;
}
