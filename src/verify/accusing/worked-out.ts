/** Equations that could be ones to solve and are in truth claims: what is worked out from definitions. */

import type { Definition } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import { allNames, isNumber } from "../../derivation/names/all-names";
import { reach } from "../../derivation/plans/held-fixed";
import { isChain } from "../../derivation/reading/chains";
import { cueOf } from "../../derivation/roles/words-before";
import { type Expr, some } from "../../expression/tree";
import { OVER_OUTCOMES } from "../../worlds/random/random-names";
import { sentenceBefore } from "../trying/case-start";
import type { Tried } from "../trying/trial";
import { bases, open } from "./open-names";

/**
 * Whether an equation that could be one to solve is in truth a claim: definitions determine both sides, or its left side works out a derivative of
 * something defined and the right side speaks of nothing else.
 */
export function isWorkedOut(item: Item, tried: Tried, text: string): boolean {
  if (item.relation !== "=" || tried.outcome.kind !== "differs" || tried.outcome.holdsIn.length > 0 || item.premise) return false;
  const [left, right] = [bases(open(item.left, tried), tried), bases(open(item.right, tried), tried)];
  if (left.size === 0 && right.size === 0 && isComputed(item, tried, text)) return true;
  const { definitions } = tried.plan;
  const defined = (e: Expr): boolean =>
    some(e, (n) => n.op === "apply" && (definitions.get(n.name ?? "")?.params.length ?? 0) > 0 && definitions.get(n.name ?? "")?.derived !== true);
  // f(π) of a function that has a formula: what is said of its variable elsewhere does not matter
  const about = (name: string): boolean => tried.plan.unused.some((f) => allNames([f.left, f.right]).has(name));
  if (left.size === 0 && right.size === 0 && item.left.op === "apply" && defined(item.left)) return !about(item.left.name ?? "");
  if (
    item.left.op === "apply" &&
    defined(item.left) &&
    right.size > 0 &&
    [...right].every((n) => left.has(n)) &&
    tried.plan.unused.every(isValueOfName) &&
    isWrittenAnew(item, text)
  )
    return true;
  if (tried.plan.unused.length > 0) return false;
  const worked = (e: Expr): boolean =>
    some(
      e,
      (n) =>
        (n.op === "apply" && n.data?.order === true && definitions.has(n.name ?? "")) ||
        // log(r_{i1} / r_{i2}) of responsibilities that a formula defines
        (n.op === "indexed" && e.op !== "indexed" && definitions.get(n.name ?? "")?.indexed === true && definitions.get(n.name ?? "")?.derived !== true) ||
        // E_{z ~ q}[w(z)] of a function that a formula defines
        (n.op === "statistic" && (Boolean(n.data?.under) || !OVER_OUTCOMES.test(n.name ?? "")) && n.args.slice(0, -1).some(defined)) ||
        // log p(x) of a density that a formula defines
        (n === e && n.op === "call" && n.args[0]?.op === "apply" && defined(n.args[0])) ||
        (n.op === "derivative" && (defined(n.args[0]) || definitions.has(n.args[0].name ?? ""))) ||
        (n.op === "symbol" && /'$/.test(n.name ?? "") && definitions.has((n.name ?? "").replace(/'+$/, ""))),
    );
  // x(t)² + y(t)² = … = …: no equation to solve is written so
  if (isOpenChain(item, right) && item.left.op !== "apply" && defined(item.left) && [...right].every((n) => left.has(n))) return true;
  return worked(item.left) && !defined(item.right) && right.size > 0 && [...right].every((n) => left.has(n));
}

const isValueOfName = ({ left, right }: { readonly left: Expr; readonly right: Expr }): boolean =>
  [
    [left, right],
    [right, left],
  ].some(([a, b]) => (a.op === "symbol" || a.op === "indexed") && allNames([b]).size === 0);

/** "We can rewrite f as $f(x) = …$", "Substituting, we get $f(x + 1) = …$": a formula in another form, or at another place, and no new one. */
function isWrittenAnew(item: Item, text: string): boolean {
  const { left } = item;
  const words = sentenceBefore(item, text);
  if (/\b(let|defin\w*|suppose|assum\w*|if|when|want|need|solv\w*|find|set|setting|such that|satisf\w*|new|instead|another|try|consider)\b/i.test(words))
    return false;
  const form = /\b(re-?writ\w+|simplif\w+|expand\w*|factor\w*|rearrang\w*)\b/i;
  const plain = left.args.every((a) => a.op === "symbol" || a.op === "indexed");
  return form.test(words) || (!plain && /\b(substitut\w*|plug\w*|get|gives?|yields?|obtain|becomes|so|thus|hence|therefore)\b/i.test(words));
}

/** The first sign of A = B = C with a formula at its end. */
function isOpenChain({ link }: Item, right: ReadonlySet<string>): boolean {
  const { links } = link.statement;
  const last = links[links.length - 1].right.tokens;
  return isChain(link) && right.size > 0 && last.some((t) => t.kind === "letter" || (t.kind === "command" && !/^(pi|frac|sqrt|infty)$/.test(t.text)));
}

/** Characters before an equation that its paragraph may have. */
const NEAR = 1000;
/** Between two equations that stand side by side. */
const LISTED = /^[\s,.;:]*(and|so|then|thus|hence|also)?[\s,:]*$/i;
/** "The interval is", "The standard error equals". */
const ANSWERS = /\b(?:is|are|equals|becomes)[\s:]*$/i;
const ASKS = /\b(?:equations?|conditions?|constraints?|require\w*|goal|aim|want\w*|need\w*|question|whether|when|if|for which|such that)\b/i;
/** π = 3 */
const SETS_CONSTANT = /(\\pi|\be|\bi)\s*(=|\\approx)/;

/** A compound expression in names that all have values: in matrices or points that are written out, behind words that claim, or in the paragraph that gives the values. */
function isComputed(item: Item, { plan }: Tried, text: string): boolean {
  const lone = (e: Expr): boolean => e.op === "symbol" || e.op === "indexed" || e.op === "apply";
  if (lone(item.left)) return false;
  const array = (e: Expr): boolean => e.op === "matrix" || e.op === "tuple";
  const reached = new Set([item.left, item.right].flatMap((e) => [...reach(e, plan.definitions)]));
  const used = [...plan.definitions.values()].filter((d) => reached.has(d.name));
  // "with A = (1, 2; 3, 4)": a matrix that is written out, whatever equations say of other names
  const isTold = (d: Definition): boolean =>
    !d.derived || (array(d.body) && isNumber(d.body) && d.span.from < item.link.left.from && item.link.left.from - d.span.from < 2 * NEAR);
  if (used.length > 0 && used.every((d) => isTold(d) && array(d.body))) return true;
  if (lone(item.right)) return false;
  if (plan.through || [...plan.definitions.values()].some((d) => d.derived)) return false;
  const cue = cueOf(item.link);
  const { span } = item.link.statement.block;
  const isNear = (d: Definition): boolean => !/\n\s*\n/.test(text.slice(d.span.from, span.from)) && d.span.from < span.from;
  const before =
    text
      .slice(Math.max(0, span.from - NEAR), span.from)
      .split(/\n\s*\n/)
      .pop() ?? "";
  const stands = LISTED.test(item.link.statement.prose + item.link.statement.lead) && !SETS_CONSTANT.test(before);
  const words = item.link.statement.prose;
  const says = ANSWERS.test(words) && !ASKS.test(words.slice(-120)) && !SETS_CONSTANT.test(before);
  if (cue === undefined && (stands || says) && plan.definitions.size > 0 && [...plan.definitions.values()].every(isNear)) return true;
  return cue === "claim" || [...plan.definitions.values()].some((d) => array(d.body)) || [item.left, item.right].some(array);
}
