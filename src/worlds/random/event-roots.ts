/** Events of what formulas make of a random name, X² ≤ y, |X - 1| < 2, -ln X > 3, as events of the name itself. */
import { PLAIN_CONSTANTS, plainValue } from "../../expression/plain-value";
import { type Expr, node, number, some } from "../../expression/tree";

/** An event of the name; `outside` where what is meant is that it does not happen. */
export interface NamedEvent {
  readonly event: Expr;
  readonly outside: boolean;
}

const FLIP: Readonly<Record<string, string>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };

/** The event as bounds of the name; as it is where it is one already, or is not understood. */
export function eventOfName(event: Expr, isName: (e: Expr) => boolean): NamedEvent {
  if (event.op !== "relation" || !(event.name && event.name in FLIP)) return { event, outside: false };
  const speaks = (e: Expr): boolean => some(e, isName);
  const [left, right] = event.args;
  if (speaks(left) === speaks(right)) return { event, outside: false };
  const [of, sign, bound] = speaks(left) ? [left, event.name, right] : [right, FLIP[event.name], left];
  return solved(of, sign, bound, isName) ?? { event, outside: false };
}

/** Rates and spreads are positive. */
const isScale = (e: Expr): boolean => e.op === "symbol" && /^\\(lambda|sigma|tau)$/.test(e.name ?? "");

const minus = (e: Expr): Expr => node("neg", [e], e.span);
const call = (name: string, ...args: Expr[]): Expr => node("call", args, args[0].span, name);
/** What is not negative is below a negative bound nowhere. */
const atLeastZero = (e: Expr): Expr => call("max", number(0, e.span), e);

function solved(of: Expr, sign: string, bound: Expr, isName: (e: Expr) => boolean): NamedEvent | undefined {
  const { span } = bound;
  if (isName(of)) return { event: node("relation", [of, bound], span, sign), outside: false };
  const speaks = (e: Expr): boolean => some(e, isName);
  const inside = of.args.filter(speaks);
  if (inside.length !== 1) return undefined;
  const [inner] = inside;
  const others = of.args.filter((a) => a !== inner);
  const value = others.reduce((product, a) => product * (isScale(a) ? 1 : plainValue(a, PLAIN_CONSTANTS)), 1);
  const scaled = (by: Expr): NamedEvent | undefined =>
    value === 0 || Number.isNaN(value) ? undefined : solved(inner, value < 0 ? FLIP[sign] : sign, by, isName);
  switch (of.op) {
    case "neg":
      return solved(inner, FLIP[sign], minus(bound), isName);
    case "add":
      return solved(inner, sign, node("add", [bound, ...others.map(minus)], span), isName);
    case "mul":
      return scaled(node("div", [bound, others.length === 1 ? others[0] : node("mul", others, span)], span));
    case "div":
      return inner === of.args[0] ? scaled(node("mul", [bound, ...others], span)) : undefined;
    case "root":
      return of.args.length === 1 ? solved(inner, sign, node("pow", [atLeastZero(bound), number(2)], span), isName) : undefined;
    case "absolute":
      return between(inner, sign, atLeastZero(bound), isName);
    case "call":
      if (of.data?.based || of.args.length !== 1) return undefined;
      return of.name === "log"
        ? solved(inner, sign, call("exp", bound), isName)
        : of.name === "exp"
          ? solved(inner, sign, call("log", bound), isName)
          : undefined;
    case "pow": {
      const [base, exponent] = of.args;
      if (base !== inner) return base.name === "e" ? solved(inner, sign, call("log", bound), isName) : undefined;
      const isEven = exponent.op === "number" && Number(exponent.name) % 2 === 0;
      return isEven ? between(inner, sign, node("pow", [atLeastZero(bound), node("div", [number(1), exponent], span)], span), isName) : undefined;
    }
    default:
      return undefined;
  }
}

/** |inner| below a bound, or above it. */
function between(inner: Expr, sign: string, bound: Expr, isName: (e: Expr) => boolean): NamedEvent | undefined {
  const below = /^</.test(sign) ? sign : sign === ">" ? "<=" : "<";
  const ends = [solved(inner, FLIP[below], minus(bound), isName), solved(inner, below, bound, isName)];
  if (ends.some((e) => !e || e.outside)) return undefined;
  const event = node(
    "and",
    ends.map((e) => (e as NamedEvent).event),
    bound.span,
  );
  return { event, outside: /^>/.test(sign) };
}
