/** Reads what sentences say of random names: "let X be Poisson with mean λ", "independent events A and B", "i.i.d. with mean μ and variance σ²". */
import type { NamedFamily } from "../../distributions/family";
import { familyInWords, familyWith, gaussian, uniform } from "../../distributions/index";
import { type Expr, node, number, some } from "../../expression/tree";
import type { Paragraph } from "../words/paragraphs-said";
import { inNames, type Values } from "./conditional-laws";
import { type Law, lawOf, type Points, randomNames, type Told } from "./random";
import { GENERAL, OPEN, ofUnnamed, supposed } from "./supposed-words";
import { addUpToOne } from "./whole-laws";

const HOLE = /⟦(\d+)⟧/g;
const VALUE = "(⟦\\d+⟧|\\d+(?:\\.\\d+)?(?:/\\d+)?(?![\\d.]*⟦)|zero|one|unit)";

/** Everything that the sentences of a paragraph say. */
export function toldOf(words: Paragraph): Told[] {
  const found: Told[] = [...broughtAnew(words)];
  let before: readonly Expr[] = [];
  for (const sentence of sentencesOf(words.text)) {
    const over = GENERAL.test(sentence) ? found.filter((t) => t.conditional).flatMap((t) => t.names) : [];
    const [, first] = /⟦(\d+)⟧/.exec(sentence) ?? [];
    if (over.length > 0 && first) found.push({ names: over, over: true, at: words.places[Number(first)] });
    const told = toldIn(sentence, words, before);
    found.push(...told.said);
    if (told.names.length > 0) before = told.names;
  }
  return found;
}

/** "X is the result of a die", "X is Poisson": something else than before, by words from which no law is read. It begins with the paragraph. */
const ANEW =
  /^\s*(?:now\s+|next,?\s+|let\s+|suppose\s+(?:that\s+)?|if\s+)?⟦(\d+)⟧\s*(?:is|be|denotes?|counts?|represents?|has|follows)\s+(?:the\s+(?:results?|outcomes?|numbers?|sums?|scores?|faces?|totals?|times?|waiting|values?|amounts?|counts?|maximum|minimum|largest|smallest|lifetimes?|heights?|weights?)\b|(?:an?\s+)?([\w-]+(?:\s+(?:random variable|distribution|with))?))/i;
function broughtAnew(words: Paragraph): Told[] {
  const [sentence] = sentencesOf(words.text.replace(/^\s*\(?\d+[.)]\s*/, ""));
  const m = sentence === undefined ? null : ANEW.exec(sentence);
  const e = m && words.holes[Number(m[1])];
  if (!m || !e || !/^[A-Z]$/.test(e.name ?? "") || (m[2] !== undefined && !familyInWords(m[2])) || lawIn(sentence, words)) return [];
  return [{ names: [e], anew: true, at: words.places[Number(m[1])] }];
}

const sentencesOf = (text: string): string[] =>
  text
    .replace(/\bi\.?\s?i\.?\s?d\b\.?/gi, "iid")
    .replace(/\b(e\.g|i\.e|resp|cf|a\.s|r\.v|w\.r\.t)\./gi, "$1")
    .split(/[.;?!](?=\s|$)|,?\s+and (?=(?:let|suppose|assume)\b|given(?: that)? ⟦\d+⟧,? (?:let|⟦))/i)
    .filter((s) => s.trim() !== "");

/** A hole that may name random variables: capitals, hats, small Greek letters, small letters from the end of the alphabet. */
const isName = (e: Expr): boolean =>
  /^(\\(hat|widehat|tilde|bar|mathbf|boldsymbol|vec|mathrm)\{.*\}|[A-Z]|\\(epsilon|varepsilon|xi|eta|zeta|theta|lambda|mu|omega|delta|nu|beta|alpha|gamma|Theta|Lambda)|[rs-z])$/.test(
    e.name ?? "",
  );

/** "H is an m × n matrix": that is said of no random name. */
const SAID_OF_MATRIX = new RegExp(
  `^${HOLE.source}\\s+(?:is|are|denotes?)\\s+(?:an?\\s+|the\\s+)?(?:[\\w-]+\\s+){0,2}(?:${HOLE.source}\\s+)?(?:[\\w-]+\\s+)?matri(?:x|ces)\\b`,
);

function toldIn(written: string, words: Paragraph, before: readonly Expr[]): { said: Told[]; names: readonly Expr[] } {
  const conditional = conditionalLaw(written, words);
  const sentence = conditional?.rest ?? written;
  const holes = [...sentence.matchAll(HOLE)].map((m) => ({ at: m.index, hole: Number(m[1]), e: words.holes[Number(m[1])], place: words.places[Number(m[1])] }));
  const subjects = holes.flatMap((h) => {
    const names = randomNames(h.e).filter((n) => n.op !== "ellipsis");
    const value = new RegExp(
      `\\b(?:mean|variance|parameters?|rate|deviation|probability|constants?|covariance|scalars?|numbers?|value|values|expectation)(?:\\s*(?:matrix|vector|of|,|and|${HOLE.source}))*\\s*$`,
      "i",
    ).test(sentence.slice(0, h.at));
    const matrix = SAID_OF_MATRIX.test(sentence.slice(h.at));
    return names.length > 0 && names.every(isName) && !value && !matrix ? [{ ...h, names }] : [];
  });
  if (subjects.length === 0) {
    const place = holes[0]?.place ?? -1;
    const said =
      before.length > 0 && /\b(?:independent|iid|uncorrelated)\b/i.test(sentence) && place >= 0
        ? [{ names: before, independent: true, ...uncorrelated(sentence), at: place }]
        : [];
    return { said: [...said, ...ofUnnamed(sentence, words)], names: [] };
  }
  const names = subjects.flatMap((s) => s.names);
  const at = Math.min(...subjects.map((s) => s.place));
  const said: Told[] = [];
  const turns = inTurn(sentence, subjects, words);
  const law = conditional?.law ?? (turns ? undefined : lawIn(sentence, words));
  const moments = law || turns ? {} : momentsIn(sentence, words);
  const stated = pointsIn(sentence, words);
  const points = stated && addUpToOne(stated.map(([, weight]) => weight)) ? stated : undefined;
  // "the event $X \\ge 2$", "the event $X = x$" is none of the name X
  const isOfValue = (h: (typeof holes)[number]): boolean =>
    Boolean(words.ordered[h.hole]) || (words.equals[h.hole] !== undefined && /\bevents?\b[^⟦⟧]*$/i.test(sentence.slice(0, h.at)));
  const ordered = new Set(holes.flatMap((h) => (isOfValue(h) ? randomNames(h.e) : [])));
  const isEvent = EVENT.test(sentence) && !law && !/\brandom variables?\b/i.test(sentence) && !names.every((n) => ordered.has(n));
  const isRandom = /\brandom (?:variables?|vectors?|samples?)\b|\brvs?\b|\bestimators?\b|\bsample\b/i.test(sentence);
  const identical = /\biid\b|identically distributed|random sample|\bsample (?:of|from)\b/i.test(sentence);
  const independent =
    !OPEN.test(sentence) &&
    /\b(?:independent|independently|uncorrelated)\b/i.test(sentence) &&
    !/\b(?:not|linearly|conditionally|conditional) independent|linearly independent|independent of (?:the )?(?:choice|time|data)\b/i.test(sentence);
  const spoken = law ? subjectOf(sentence, subjects) : names;
  if (points) said.push({ names: ofValues(sentence, subjects), points, random: true, at });
  for (const turn of turns ?? []) said.push({ ...turn, ...(turn.law ? { identical: true } : {}), at });
  if (law || isEvent || isRandom || Object.keys(moments).length > 0 || identical)
    said.push({
      names: isRandom || isEvent ? named(sentence, subjects, spoken).filter((n) => !isEvent || !ordered.has(n)) : spoken,
      ...(law ? { law } : {}),
      ...moments,
      ...(isRandom ? { random: true } : {}),
      ...(isEvent ? { event: true } : {}),
      ...(identical || law ? { identical: true } : {}),
      at,
    });
  if (independent || identical)
    said.push({
      names: (independent && !identical && independentOf(sentence, words)) || (isEvent ? named(sentence, subjects, names) : withoutFurther(sentence, subjects)),
      independent: true,
      ...uncorrelated(sentence),
      ...supposed(sentence),
      at,
    });
  if ((/\b(?:disjoint|mutually exclusive)\b/i.test(sentence) && !OPEN.test(sentence)) || PARTITION.test(sentence))
    said.push({ names, event: true, exclusive: true, exhaustive: PARTITION.test(sentence) || /\bexhaustive\b/i.test(sentence), ...supposed(sentence), at });
  return { said, names };
}

/** "⟦x = wz + ε⟧ with ⟦ε ∼ N(0, ψ)⟧ independent of ⟦z⟧": of all names of the sentence those two. */
function independentOf(sentence: string, words: Paragraph): Expr[] | undefined {
  const m = (sentence.match(/\bindependent/gi) ?? []).length === 1 ? INDEPENDENT_OF.exec(sentence) : null;
  const names = m ? [...m[0].matchAll(HOLE)].flatMap((h) => randomNames(words.holes[Number(h[1])]).filter((n) => n.op !== "ellipsis")) : [];
  return names.length >= 2 && names.every(isName) ? names : undefined;
}

/** "⟦z⟧ and ⟦ε⟧ are independent and ⟦w⟧ is a vector": what goes on behind two names that are independent is said of others. */
function withoutFurther(sentence: string, subjects: readonly { readonly at: number; readonly names: readonly Expr[] }[]): Expr[] {
  const m = ARE_INDEPENDENT.exec(sentence);
  const before = subjects.filter((s) => m !== null && s.at < m.index);
  return (
    before.length >= 2 && m !== null && /^\s*,?\s*(?:and|where|with|let|while)\b/i.test(sentence.slice(m.index + m[0].length)) ? before : subjects
  ).flatMap((s) => s.names);
}

const ARE_INDEPENDENT = /\b(?:are|be|being)\s+(?:(?:mutually|jointly|all|both|pairwise)\s+)?independent(?:ly)?\b(?:\s+(?:of each other|random variables))?/i;

const INDEPENDENT_OF =
  /⟦\d+⟧,?\s+(?:(?:which|that)\s+)?(?:(?:is|are|be|being)\s+)?independent(?:ly)?\s+(?:of|from)\s+(?:both\s+)?⟦\d+⟧(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)⟦\d+⟧)*/i;

/** "the events A and B", "Let A be the event that …", "A and B are events"; not "X has a value, as every event has", nor "λ is the number of events". */
const EVENT = new RegExp(
  `\\bevents?\\b[^⟦⟧.]{0,40}${HOLE.source}|${HOLE.source}[^⟦⟧]{0,60}(?:\\b(?:is|are|be|as|denotes?|call(?:ed)?|represents?|means?)\\b|[:=])[^⟦⟧]{0,60}(?<!\\b(?:numbers?|counts?|rates?|frequency|probabilit(?:y|ies)|chances?|odds) of (?:the |an? |such |all |rare )?)\\bevents?\\b`,
  "i",
);

/** A partition of a space into events; "we partition the variance into two parts" is none. */
const PARTITION =
  /\ba (?:finite |countable |measurable )?partition\b|\bpartition(?:s|ing|ed)? (?:of |into )?(?:the )?(?:(?:whole |entire |sample |probability |event )*space\b|⟦)/i;

/** What is said of one name of several. */
interface Turn {
  readonly names: readonly Expr[];
  readonly law?: Law;
  readonly mean?: Expr;
  readonly covariance?: Expr;
  readonly random: true;
}

/**
 * "⟦X⟧ and ⟦Y⟧ are normal with means ⟦μ⟧ and ⟦ν⟧": the values that a sentence lists are those of its names, one after the other. Undefined where nothing is
 * listed; no more than that the names are random where the lists do not fit the names, or where two names are terms of one sequence.
 */
function inTurn(sentence: string, subjects: readonly Subject[], words: Paragraph): Turn[] | undefined {
  const names = subjectOf(sentence, subjects);
  const several = familyInWords(sentence)?.parameters.length === 1 ? "|parameters" : "";
  const what = `means|variances|rates|(?:standard )?deviations|expectations|expected values|(?:success )?probabilities${several}`;
  const lists = [...sentence.matchAll(new RegExp(`\\b(${what})\\s+(${VALUE}(?:(?:,? and|,)\\s*${VALUE})*)`, "gi"))].map((m) => ({
    text: m[0],
    noun: m[1].replace(/ies$/i, "y").replace(/s$/i, ""),
    values: [...m[2].matchAll(new RegExp(VALUE, "g"))].flatMap((v) => listOf(v[0], words) ?? []),
  }));
  if (!lists.some((l) => l.values.length > 1)) return undefined;
  const told = names.map((name): Turn => ({ names: [name], random: true }));
  if (lists.some((l) => l.values.length !== names.length) || new Set(names.map((n) => n.name)).size < names.length) return told;
  return told.map((turn, k) => {
    const own = { ...words, holes: [...words.holes, ...lists.map((l) => l.values[k])] };
    const alone = lists.reduce((text, l, i) => text.replace(l.text, `${l.noun} ⟦${words.holes.length + i}⟧`), sentence);
    const law = lawIn(alone, own);
    return { ...turn, ...(law ? { law } : momentsIn(alone, own)) };
  });
}

/** "Given ⟦Λ = λ⟧, ⟦Y⟧ is Poisson with mean ⟦λ⟧": the law in the names that the condition gives values, and the sentence without the condition. */
function conditionalLaw(sentence: string, words: Paragraph): { rest: string; law: Law } | undefined {
  const m = new RegExp(
    `^(.*?)\\b(?:given(?: that)?|conditional(?:ly)? (?:up)?on|conditioned (?:up)?on) (${HOLE.source}(?:,? and ${HOLE.source})*),?(.*)$`,
    "i",
  ).exec(sentence);
  if (!m) return undefined;
  const rest = `${m[1]} ${m[m.length - 1]}`;
  const law = lawIn(rest, words);
  const values = [...m[2].matchAll(HOLE)].flatMap((h): Values => {
    const [name, value] = [words.holes[Number(h[1])], words.equals[Number(h[1])]];
    return value ? [[name, value]] : [];
  });
  const args = law?.args.map((a) => inNames(a, values));
  return law && args?.every((a) => a.op !== "tuple") ? { rest, law: { ...law, args } } : undefined;
}

const uncorrelated = (sentence: string): { uncorrelated?: true } =>
  /\buncorrelated\b/i.test(sentence) && !/\b(independent\w*|iid)\b/i.test(sentence) ? { uncorrelated: true } : {};

interface Subject {
  readonly at: number;
  readonly e: Expr;
  readonly place: number;
  readonly names: readonly Expr[];
}

/** The names nearest before the words of a family, else the first behind them. */
function subjectOf(sentence: string, subjects: readonly Subject[]): Expr[] {
  const at = sentence.search(/\b(?:is|are|be|has|have|follows?|distributed|with|from|~)\b/i);
  const front = subjects.filter((s) => at < 0 || s.at < at);
  return (front.length > 0 ? front : subjects.slice(0, 1)).flatMap((s) => s.names);
}

/** The names that stand beside the noun: "random variables X and Y", "X and Y be random variables", "events A and B"; else all. */
function named(sentence: string, subjects: readonly Subject[], otherwise: readonly Expr[]): readonly Expr[] {
  const constants = /\bconstants?\b|\bnumbers?\b|\bscalars?\b/i.test(sentence);
  if (!constants) return otherwise;
  const noun = sentence.search(/\b(?:random variables?|events?|estimators?|random vectors?)\b/i);
  const other = sentence.search(/\b(?:constants?|numbers?|scalars?)\b/i);
  const near = subjects.filter((s) => Math.abs(s.at - noun) < Math.abs(s.at - other));
  return near.length > 0 ? near.flatMap((s) => s.names) : otherwise;
}

/** A value that a sentence names behind some words: "mean ⟦3⟧", "rate 2", "mean zero". */
function valueBehind(sentence: string, what: string, words: Paragraph): Expr | undefined {
  const m =
    new RegExp(`\\b(?:${what})(?:\\s+(?:vector|matrix|parameter|value|of|equal to|equals|is|given by))*\\s*${VALUE}`, "i").exec(sentence) ??
    new RegExp(`\\b${VALUE}[- ](?:${what})\\b`, "i").exec(sentence);
  const text = m?.[1];
  const value = text === undefined ? undefined : namedValue(text, words);
  // "the mean of X" is no value X
  return value && /\bof\s*⟦\d+⟧$/.test(m?.[0] ?? "") && value.op === "symbol" && /^[A-Z]$/.test(value.name ?? "") ? undefined : value;
}

function namedValue(text: string, words: Paragraph): Expr | undefined {
  if (text.startsWith("⟦")) {
    const e = words.holes[Number(/\d+/.exec(text)?.[0])];
    return e && (e.op === "list" || e.op === "relation" ? undefined : e);
  }
  if (/^zero$/i.test(text)) return number(0);
  if (/^(one|unit)$/i.test(text)) return number(1);
  const [a, b] = text.split("/");
  return b === undefined ? number(a) : node("div", [number(a), number(b)], { from: 0, to: 0 });
}

function momentsIn(sentence: string, words: Paragraph): { mean?: Expr; covariance?: Expr } {
  const mean = valueBehind(sentence, "(?:common |same |expected |finite |known |unknown )*(?:means?|expectations?|expected values?)", words);
  const covariance = valueBehind(sentence, "(?:common |same |finite |known |unknown )*(?:variances?|covariances?)", words);
  const deviation = covariance ? undefined : valueBehind(sentence, "standard deviations?", words);
  return { ...(mean ? { mean } : {}), ...(covariance ? { covariance } : deviation ? { covariance: square(deviation) } : {}) };
}
const square = (e: Expr): Expr => node("pow", [e, number(2)], e.span);

/** The law that a sentence states in words. */
function lawIn(sentence: string, words: Paragraph): Law | undefined {
  if (
    /\b(?:if|when(?:ever)?|not|approximately|asymptotically|approximate|limit|converges?|joint(?:ly)?|prior|posterior|conjugate|mixture|conditional(?:ly)?|given)\b/i.test(
      sentence,
    )
  )
    return undefined;
  const written = [...sentence.matchAll(HOLE)].map((m) => lawOf(words.holes[Number(m[1])])).find((l) => l !== undefined);
  if (written && /\b(?:distribut\w*|follows?|drawn|from|law|iid|variables?|samples?|independent)\b/i.test(sentence)) return written;
  const family = familyInWords(sentence);
  if (!family || !/\b(?:distribut|random variable|is|be|are|follows?|variables?|has)\b/i.test(sentence)) return undefined;
  if (/\bstandard (?:normal|gaussian)\b/i.test(sentence)) return { family: gaussian, args: [number(0), number(1)] };
  return familyArguments(family, sentence, words);
}

function familyArguments(family: NamedFamily, sentence: string, words: Paragraph): Law | undefined {
  const value = (what: string) => valueBehind(sentence, what, words);
  const [mean, moments] = [value("means?|expectation|expected value"), momentsIn(sentence, words)];
  if (family === gaussian) return moments.mean && moments.covariance ? { family, args: [moments.mean, moments.covariance] } : undefined;
  if (family === uniform) {
    const interval = [...sentence.matchAll(HOLE)]
      .map((m) => words.holes[Number(m[1])])
      .find((e) => e.op === "tuple" && e.args.length === 2 && e.data?.open !== "{");
    return interval ? { family, args: interval.args } : undefined;
  }
  const rate = value("rates?|intensity");
  const parameters = parametersIn(sentence, words);
  const single =
    family.parameters.length === 1 ? (parameters[0] ?? value("success probability|probability of success|probability|degrees? of freedom")) : undefined;
  if (family.spellings.includes("\\mathrm{Exp}")) {
    if (rate ?? single) return { family, args: [(rate ?? single) as Expr] };
    return mean ? { family, args: [node("div", [number(1), mean], mean.span)] } : undefined;
  }
  if (family.spellings.includes("\\mathrm{Poisson}")) return (mean ?? rate ?? single) ? { family, args: [(mean ?? rate ?? single) as Expr] } : undefined;
  if (family.parameters.length === 1) {
    const only = single ?? (family.spellings.includes("\\mathrm{Bernoulli}") ? probabilityOfOne(sentence, words) : undefined);
    return only ? { family, args: [only] } : undefined;
  }
  if (family.spellings.includes("\\mathrm{Gamma}")) {
    const [shape, scale] = [value("shape"), value("scale")];
    if (shape && (rate ?? scale)) return { family, args: [shape, rate ?? node("div", [number(1), scale as Expr], shape.span)] };
  }
  return parameters.length === family.parameters.length
    ? { family: familyWith(family.spellings[0], parameters.length) ?? family, args: parameters }
    : undefined;
}

/** "with ⟦P(X = 1) = p⟧". */
function probabilityOfOne(sentence: string, words: Paragraph): Expr | undefined {
  const holes = [...sentence.matchAll(HOLE)].map((m) => Number(m[1]));
  const at = holes.find((h) => {
    const [event, condition] = words.holes[h].name === "probability" ? words.holes[h].args : [];
    return event?.name === "=" && event.args[1].op === "number" && event.args[1].name === "1" && !condition;
  });
  return at === undefined ? undefined : words.equals[at];
}

/** The names that stand before the words that give values: of "given ⟦N⟧, ⟦X⟧ takes the values ⟦0, 1⟧" the last. */
function ofValues(sentence: string, subjects: readonly Subject[]): readonly Expr[] {
  const at = sentence.search(/\b(?:takes?|equals|is|has|have|be|values?)\b/i);
  const front = subjects.filter((s) => at < 0 || s.at < at);
  return (front.length > 0 ? front : subjects.slice(0, 1)).flatMap((s) => s.names);
}

/** "takes the values ⟦1, 2⟧ with probabilities ⟦1/3, 2/3⟧", "a fair die". */
function pointsIn(sentence: string, words: Paragraph): Points | undefined {
  if (
    /\b(?:fair|six-sided|standard|ordinary)(?: six-sided)? (?:die|dice)\b/i.test(sentence) &&
    /\b(?:number|outcome|result|score|face|value|roll)s?\b/i.test(sentence) &&
    !/\b(?:sum|total|larg|small|max|min|product|differ|times|until|heads)/i.test(sentence)
  )
    return [1, 2, 3, 4, 5, 6].map((k) => [number(k), node("div", [number(1), number(6)], { from: 0, to: 0 })]);
  const single = [
    ...sentence.matchAll(new RegExp(`(?:\\b(?:is|are|be|equals|takes|values?)|,|\\band)\\s+(?:the value )?${VALUE} with probability ${VALUE}`, "gi")),
  ].flatMap(([, value, weight]): Points => {
    const [v, w] = [namedValue(value, words), namedValue(weight, words)];
    return v && w ? [[v, w]] : [];
  });
  if (single.length > 1) return single;
  const holes = `(?:${HOLE.source}(?:,|and|or|\\s)*)+`;
  const m = new RegExp(
    `\\b(?:values?|is|equals|be|takes(?: on)?)\\s+(${holes})(?:each )?with (?:equal probabilit(?:y|ies)|the same probability|(?:respective |probabilities |probability )+(${holes})(each)?)`,
    "i",
  ).exec(sentence);
  const list = (text: string | undefined): Expr[] => [...(text ?? "").matchAll(HOLE)].flatMap((h) => listOf(h[0], words) ?? []);
  const [values, weights] = [list(m?.[1]), list(m?.[3])];
  if (values.length < 2) return undefined;
  const isOfEach = weights.length === 1 && /\beach\b/i.test(m?.[0] ?? "");
  const each =
    weights.length === 0 ? values.map((v) => node("div", [number(1), number(values.length)], v.span)) : isOfEach ? values.map(() => weights[0]) : weights;
  return each.length === values.length ? values.map((v, i) => [v, each[i]]) : undefined;
}

/** "parameters ⟦n⟧ and ⟦p⟧", "with parameter 1/2", "Gamma(⟦a⟧, ⟦b⟧)". */
function parametersIn(sentence: string, words: Paragraph): Expr[] {
  const m = new RegExp(`\\bparameters?\\s*${VALUE}(?:\\s*(?:,|and|, and)\\s*${VALUE})?`, "i").exec(sentence);
  const listed = m ? [m[1], m[2]].flatMap((t) => (t ? (listOf(t, words) ?? []) : [])) : [];
  return listed.filter((e) => !some(e, (n) => n.op === "error"));
}

function listOf(text: string, words: Paragraph): readonly Expr[] | undefined {
  const e = text.startsWith("⟦") ? words.holes[Number(/\d+/.exec(text)?.[0])] : undefined;
  if (e?.op === "list" || e?.op === "tuple") return e.args;
  const value = namedValue(text, words);
  return value && [value];
}
