/** Small changes of code that does parse: a factor, a function, a name or an operator, likeliest first; a check decides which one is right. */
import type { CodeAnswer, TextEdit } from "./answer";
import { inputsOf } from "./result";

export interface Variant {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

interface Token {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const RENAMED: Readonly<Record<string, readonly string[]>> = { rand_like: ["randn_like"], rand: ["randn"], log: ["exp"], sqrt: ["exp"], uniform_: ["normal_"] };
const OPERATORS: Readonly<Record<string, readonly string[]>> = { "+": ["*", "-"], "-": ["+"], "*": ["+", "/"], "/": ["*"], "**": ["*"] };
const NUMBERS = ["0.5", "2", "1"];
/** Most variants that are made of one answer. */
const MOST = 400;

/** Changes of one place (or of two names that were swapped), in the order in which they are worth trying. */
export function variants(answer: CodeAnswer): Variant[] {
  const statements = answer.statements.map(({ span }) => ({ span, tokens: tokensIn(answer.source, span.from, span.to) }));
  const names = [
    ...new Set([
      ...(answer.function?.parameters ?? []),
      ...answer.statements.flatMap((s) => [
        ...(s.kind === "assign" ? [s.name] : s.kind === "input" ? s.names : []),
        ...(s.kind === "input" ? [] : inputsOf(s.value)),
      ]),
    ]),
  ];
  const makers = [droppedPowers, halvedArguments, changedNumbers, renamedFunctions, changedOperators, swappedNames, otherNames, addedTerms];
  return makers.flatMap((make) => statements.flatMap(({ tokens }) => make(tokens, names, answer.source))).slice(0, MOST);
}

function tokensIn(source: string, from: number, to: number): Token[] {
  const equals = /^\s*\w+\s*(?::[^=]+)?=(?!=)/.exec(source.slice(from, to))?.[0].length ?? 0;
  return [...source.slice(from + equals, to).matchAll(/[A-Za-z_]\w*|\d+\.?\d*(?:e[+-]?\d+)?|\.\d+|\*\*|\S/g)].map((m) => ({
    from: from + equals + m.index,
    to: from + equals + m.index + m[0].length,
    text: m[0],
  }));
}

type Maker = (tokens: readonly Token[], names: readonly string[], source: string) => Variant[];

const replaced = (token: Token, newText: string): Variant => ({
  title: newText ? `Write \`${newText}\` for \`${token.text}\`` : `Strike out \`${token.text}\``,
  edits: [{ from: token.from, to: token.to, newText }],
});

/** exp(a) → exp(0.5 * a), a.exp() → (0.5 * a).exp(). */
const halvedArguments: Maker = (tokens, _names, source) =>
  tokens.flatMap((token, i) => {
    if (!/^exp_?$/.test(token.text)) return [];
    if (tokens[i + 1]?.text === "(" && tokens[i + 2] && tokens[i + 2].text !== ")") {
      const close = closing(tokens, i + 1);
      const argument = source.slice(tokens[i + 2].from, tokens[close].from);
      if (/^0?\.5\s*\*/.test(argument.trim())) return [];
      const simple = /^[\w.]+(\s*[*/]\s*[\w.]+)*$/.test(argument.trim());
      const edits = simple
        ? [{ from: tokens[i + 2].from, to: tokens[i + 2].from, newText: "0.5 * " }]
        : [{ from: tokens[i + 2].from, to: tokens[close].from, newText: `0.5 * (${argument})` }];
      return [{ title: "Write `0.5 *` inside of `exp`", edits }];
    }
    if (tokens[i - 1]?.text !== "." || !/^\w+$/.test(tokens[i - 2]?.text ?? "")) return [];
    const receiver = tokens[i - 2];
    return [
      {
        title: `Write \`(0.5 * ${receiver.text})\` for \`${receiver.text}\``,
        edits: [{ from: receiver.from, to: receiver.to, newText: `(0.5 * ${receiver.text})` }],
      },
    ];
  });

function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i].text === "(") depth++;
    else if (tokens[i].text === ")" && --depth === 0) return i;
  }
  return tokens.length - 1;
}

const changedNumbers: Maker = (tokens) =>
  tokens
    .filter((t) => /^[\d.]/.test(t.text) && Number.isFinite(Number(t.text)))
    .flatMap((t) => NUMBERS.filter((n) => Number(n) !== Number(t.text)).map((n) => replaced(t, n)));

const renamedFunctions: Maker = (tokens) => tokens.flatMap((t) => (Object.hasOwn(RENAMED, t.text) ? RENAMED[t.text].map((n) => replaced(t, n)) : []));

const changedOperators: Maker = (tokens) =>
  tokens.flatMap((t, i) => (isSign(tokens, i) ? [replaced(t, "")] : Object.hasOwn(OPERATORS, t.text) ? OPERATORS[t.text].map((n) => replaced(t, n)) : []));

/** Whether a plus or minus stands before one operand, not between two. */
const isSign = (tokens: readonly Token[], i: number): boolean =>
  /^[+-]$/.test(tokens[i].text) && (i === 0 || /^(return|[-+*/(,]|\*\*)$/.test(tokens[i - 1].text));

/** a ** 2 → a. */
const droppedPowers: Maker = (tokens) =>
  tokens.flatMap((t, i) =>
    t.text === "**" && i > 0 && /^[\d.]/.test(tokens[i + 1]?.text ?? "")
      ? [{ title: `Strike out \`** ${tokens[i + 1].text}\``, edits: [{ from: tokens[i - 1].to, to: tokens[i + 1].to, newText: "" }] }]
      : [],
  );

const namesIn = (tokens: readonly Token[], names: readonly string[]): Token[] => tokens.filter((t, i) => names.includes(t.text) && tokens[i - 1]?.text !== ".");

const otherNames: Maker = (tokens, names) =>
  namesIn(tokens, names).flatMap((t) => {
    const drawn = /^(eps|epsilon|noise)$/i.test(t.text) ? names.filter((n) => n !== t.text).map((n) => replaced(t, `torch.randn_like(${n})`)) : [];
    return [...drawn, ...names.filter((n) => n !== t.text).map((n) => replaced(t, n))];
  });

const swappedNames: Maker = (tokens, names) => {
  const here = namesIn(tokens, names);
  return here.flatMap((a, i) =>
    here
      .slice(i + 1)
      .filter((b) => b.text !== a.text)
      .map((b) => ({
        title: `Swap \`${a.text}\` and \`${b.text}\``,
        edits: [
          { from: a.from, to: a.to, newText: b.text },
          { from: b.from, to: b.to, newText: a.text },
        ],
      })),
  );
};

/** A sign or a half, mu + …, and a draw that was left out. */
const addedTerms: Maker = (tokens, names) => {
  const first = tokens.find((t) => t.text !== "return");
  const factors = first
    ? ["-", "0.5 * ", "-0.5 * "].map((f) => ({ title: `Write \`${f.trim()}\` before it`, edits: [{ from: first.from, to: first.from, newText: f }] }))
    : [];
  const terms = first ? names.map((n) => ({ title: `Write \`${n} +\` before it`, edits: [{ from: first.from, to: first.from, newText: `${n} + ` }] })) : [];
  return [
    ...factors,
    ...terms,
    ...namesIn(tokens, names).flatMap((t) => names.map((n) => replaced(t, `${t.text} * ${n}`))),
    ...namesIn(tokens, names).map((t) => replaced(t, `${t.text} * torch.randn_like(${t.text})`)),
  ];
};
