/** Events as numbers: one where they happen, zero where not. */
import { type Expr, node, number, rewrite, some, symbol } from "../../expression/tree";
import { NotUnderstood } from "../../expression/value";
import { overTerms } from "../../notation/sets/big-sets";
import { uncomplemented } from "./random-names";

const product = (args: readonly Expr[], of: Expr): Expr => (args.length === 1 ? args[0] : node("mul", args, of.span, undefined, { style: "cdot" }));
const without = (e: Expr): Expr => node("add", [number(1, e.span), node("neg", [e], e.span)], e.span);

/** The indicator of an event: a name, a relation, a union, a complement …; several at once are their intersection. */
export function indicator(events: readonly Expr[], of: Expr): Expr {
  return product(
    events.map((e) => single(e)),
    of,
  );
}

/** More events at once take too long. */
const MOST_EVENTS = 60;

function single(e: Expr): Expr {
  switch (e.op) {
    case "relation":
      return e;
    case "and":
    case "list":
    case "tuple":
      return indicator(e.args, e);
    case "or":
      return without(
        product(
          e.args.map((a) => without(single(a))),
          e,
        ),
      );
    case "set":
      if (e.name === "intersection") return indicator(e.args, e);
      if (e.name === "union")
        return without(
          product(
            e.args.map((a) => without(single(a))),
            e,
          ),
        );
      return product([single(e.args[0]), without(single(e.args[1]))], e);
    case "big-set":
      if (some(e, (n) => n.op === "prod" && n.args.slice(1).some((a) => a.op === "number" && Number(a.name) > MOST_EVENTS)))
        throw new NotUnderstood("work/too-much", "these are more events than are tried", e.span);
      return e.name === "union" ? without(overTerms(e.args[0], (a) => without(single(a)))) : overTerms(e.args[0], single);
    case "mul":
      if (e.data?.style === "juxtaposed" || e.data?.style === "cdot") return indicator(e.args, e);
      break;
    case "pow":
      if (isComplement(e)) return without(single(e.args[0]));
      break;
    case "symbol":
    case "indexed": {
      if (/^\\(emptyset|varnothing)$/.test(e.name ?? "")) return number(0, e.span);
      if (e.name === "\\Omega" || e.name === "\\mathcal{S}") return number(1, e.span);
      const plain = uncomplemented(e);
      return plain === e ? e : without(plain.op === "symbol" ? symbol(plain.name ?? "", e.span) : plain);
    }
  }
  throw new NotUnderstood("event/unknown", "this event is not understood", e.span);
}

/** B^c, B^\\complement */
const isComplement = (e: Expr): boolean => e.op === "pow" && /^(c|C|\\complement|\\prime|\\mathrm\{c\}|\\mathsf\{c\})$/.test(e.args[1].name ?? "");

/** With the events themselves in the place of their complements in probabilities: of which names these speak. */
export const withoutComplements = (e: Expr): Expr =>
  rewrite(e, (n) => {
    if (n.op !== "statistic" || n.name !== "probability") return n;
    const plain = (a: Expr): Expr => rewrite(a, (x) => (isComplement(x) ? x.args[0] : x.op === "symbol" ? uncomplemented(x) : x));
    return { ...n, args: n.args.map(plain) };
  });

/** Whether an argument has the form of an event: then what it is an argument of is a probability. */
export const isEvent = (e: Expr): boolean =>
  /^(set|big-set|relation|and|or)$/.test(e.op) ||
  (e.op === "pow" && /^(c|C|\\complement|\\prime)$/.test(e.args[1].name ?? "") && /^[A-Z]$/.test(e.args[0].name ?? "")) ||
  (e.op === "symbol" && (/^[A-Z]'$/.test(e.name ?? "") || /^\\(bar|overline)\{[A-Z]\}$/.test(e.name ?? "") || /^[A-Z]\^\{c\}$/.test(e.name ?? "")));
