/** Distances and vectors between points with coordinates: |AB| and \overrightarrow{AB} behind A(1, 2) and B = (4, 6). */
import type { Item } from "../../derivation/facts/items";
import { isConstantName } from "../../expression/constants";
import { namesOf } from "../../expression/names";
import { type Expr, node, number, rewrite, some } from "../../expression/tree";
import type { Step } from "../report";
import type { JudgeInput } from "../trying/trial";

/** A new heading, exercise or figure has points of its own. */
const ANEW =
  /^#{1,6}\s|\\(?:sub)*section\b|\\begin\{(?:exercise|problem|example|question)\w*\*?\}|^\*\*[^*]*\b(?:exercise|problem|example|question)\b|\b(?:new|another|other|different)\s+(?:points?|triangles?|lines?|squares?|rectangles?)\b/gim;
const NUMBER = String.raw`\s*(-?\s*\d+(?:\.\d+)?)\s*`;
const POINT = new RegExp(
  String.raw`(?<![A-Za-z\\{])([A-Z])\s*(?:=\s*)?(?:\\left\s*)?\(${NUMBER}[,;|]${NUMBER}(?:[,;|]${NUMBER})?(?:\\right\s*)?\)(?!\s*(?:[=<>^_&|]|\\(?:ne|le|ge|neq|leq|geq|approx|cdot|times|text|mid)\b))`,
  "g",
);
const SEGMENT = /^(?:\\(?:bar|overline)\{)?([A-Z])\s*([A-Z])\}?$/;
const ARROW = /^\\(?:overrightarrow|vec)\{([A-Z])\s*([A-Z])\}$/;

type Points = ReadonlyMap<string, readonly number[]>;

/** What a step comes to that speaks of lengths or vectors between points whose coordinates stand before it. */
export function betweenPoints(item: Item, step: Step, input: JudgeInput, judge: (changed: Item) => Step): Step | undefined {
  if (!/^(given|unchecked|defines)$/.test(step.verdict) || !/^[=≈]$/.test(item.relation) || item.premise) return undefined;
  if (![item.left, item.right].some((e) => some(e, (n) => ends(n) !== undefined || ARROW.test(n.name ?? "")))) return undefined;
  const points = pointsBefore(input.text, item.link.left.from);
  if (points.size < 2) return undefined;
  const [left, right] = [item.left, item.right].map((e) => inCoordinates(e, points));
  const { symbols, applied, indexed } = namesOf(left, right);
  if (left === item.left || applied.size + indexed.size > 0 || [...symbols].some((n) => !isConstantName(n))) return undefined;
  const there = judge({ ...item, left, right, role: "claim", made: true });
  if (there.verdict !== "holds" && there.verdict !== "fails") return undefined;
  return {
    ...there,
    left: step.left,
    right: step.right,
    reading: [...(there.reading ?? []), "lengths and vectors are those between the points that were given"],
  };
}

/** The points with numbers for coordinates since the last heading; none of a letter that has two places. */
function pointsBefore(text: string, to: number): Points {
  const before = text.slice(0, to);
  const from = [...before.matchAll(ANEW)].at(-1)?.index ?? 0;
  const found = new Map<string, readonly number[]>();
  for (const [, letter, ...given] of before.slice(from).matchAll(POINT)) {
    const at = given.filter((x) => x !== undefined).map((x) => Number(x.replace(/\s/g, "")));
    found.set(letter, found.has(letter) && found.get(letter)?.join() !== at.join() ? [] : at);
  }
  return found;
}

/** An expression with the lengths and the vectors between points as their coordinates give them; the same where there are none. */
function inCoordinates(e: Expr, points: Points): Expr {
  let changed = false;
  const between = (a: string | undefined, b: string | undefined): Expr[] | undefined => {
    const [from, to] = [points.get(a ?? ""), points.get(b ?? "")];
    if (!from || !to || from.length === 0 || from.length !== to.length) return undefined;
    changed = true;
    return to.map((x, i) => signed(Number((x - from[i]).toPrecision(12)), e));
  };
  const made = rewrite(e, (n) => {
    const [, a, b] = ends(n) ?? [];
    const sides = a ? between(a, b) : undefined;
    if (sides) return length(sides, n);
    const [, from, to] = (n.op === "symbol" && ARROW.exec(n.name ?? "")) || [];
    const vector = from ? between(from, to) : undefined;
    return vector ? node("tuple", vector, n.span, undefined, { open: "(", close: ")" }) : n;
  });
  return changed ? made : e;
}

/** The ends of a segment: AB as two letters or one name, \overline{AB}, d(A, B). */
function ends(n: Expr): readonly string[] | undefined {
  if (n.op === "symbol") return SEGMENT.exec(n.name ?? "") ?? undefined;
  const isPair = n.args.length === 2 && n.args.every((a) => a.op === "symbol" && /^[A-Z]$/.test(a.name ?? ""));
  const joins = (n.op === "mul" && n.data?.style === "juxtaposed") || (n.op === "apply" && /^(d|\\mathrm\{dist\}|\\mathrm\{d\})$/.test(n.name ?? ""));
  return isPair && joins ? ["", n.args[0].name ?? "", n.args[1].name ?? ""] : undefined;
}

const signed = (x: number, { span }: Expr): Expr => (x < 0 ? node("neg", [number(-x, span)], span) : number(x, span));

const length = (sides: readonly Expr[], { span }: Expr): Expr =>
  node(
    "pow",
    [
      node(
        "add",
        sides.map((x) => node("pow", [x, number(2, span)], span)),
        span,
      ),
      node("div", [number(1, span), number(2, span)], span),
    ],
    span,
  );
