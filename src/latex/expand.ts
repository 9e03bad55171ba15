/** Replaces macros by what they stand for, with a limit, keeping the places of what the author wrote. */
import { cover, type Span } from "../base/span";
import { chosenBranch, skipConditional } from "./conditionals";
import { longestGroup, readArgument, readOption, sourceOf } from "./groups";
import { type Macro, type MacroTable, readDefinition } from "./macros";
import { isPackageCall, packageCall } from "./package-calls";
import { boldLetter, gluedLetter, packageMacros } from "./package-macros";
import type { Token } from "./tokens";

export interface ExpansionProblem {
  readonly span: Span;
  readonly code: string;
  readonly message: string;
}

export interface Expansion {
  readonly tokens: Token[];
  readonly problems: readonly ExpansionProblem[];
}

/** How many tokens macros may make in one formula, and how deep they may call each other. */
const longest = 20_000;
const deepest = 64;
/** What a call without its arguments costs: it had to look for them. */
const failedCall = 200;

/** A call in progress: its tokens wait on a stack, the innermost last. */
interface Frame {
  readonly tokens: readonly Token[];
  at: number;
  readonly depth: number;
}

/**
 * The tokens of a formula with its macros expanded; macros that the formula itself defines count from there on. A token from a macro's
 * body carries the span of the whole call and is `made`; a token of an argument stays as it is. Calls that go too deep or make
 * too much stay unexpanded, with a problem "macro/too-deep"; a call that lacks arguments, with "macro/arguments".
 */
export function expand(tokens: readonly Token[], table: MacroTable): Expansion {
  if (!tokens.some((token) => token.kind === "command" && (table.has(token.text) || special.test(token.text) || isOfPackage(token.text))))
    return { tokens: tokens.slice(), problems: [] };
  return new Expander(tokens, table).run();
}

const isOfPackage = (name: string): boolean =>
  packageMacros().has(name) || isPackageCall(name) || boldLetter(name) !== undefined || gluedLetter(name) !== undefined;

const special =
  /^(?:sb|sp|mathchoice|if.*|else|fi|(?:re)?newcommand|providecommand|[gex]?def|let|DeclareMathOperator|DeclarePairedDelimiterX?|DeclareRobustCommand|makeatletter|makeatother|expandafter|noexpand|bgroup|egroup|begingroup|endgroup)$/;
const dropped: ReadonlySet<string> = new Set(["makeatletter", "makeatother", "expandafter", "noexpand", "begingroup", "endgroup", "fi"]);

class Expander {
  readonly #frames: Frame[];
  readonly #table: Map<string, Macro>;
  readonly #out: Token[] = [];
  readonly #problems: ExpansionProblem[] = [];
  #left = longest;

  constructor(tokens: readonly Token[], table: MacroTable) {
    this.#frames = [{ tokens, at: 0, depth: 0 }];
    this.#table = new Map(table);
  }

  run(): Expansion {
    for (let frame = this.#frame(); frame; frame = this.#frame()) this.#step(frame, frame.tokens[frame.at]);
    return { tokens: this.#out, problems: this.#problems };
  }

  #frame(): Frame | undefined {
    while (this.#frames.length > 0) {
      const frame = this.#frames[this.#frames.length - 1];
      if (frame.at < frame.tokens.length) return frame;
      this.#frames.pop();
    }
    return undefined;
  }

  #step(frame: Frame, token: Token): void {
    frame.at++;
    if (token.kind !== "command") {
      if (!(token.made && token.kind === "symbol" && token.text === "$")) this.#out.push(token);
      return;
    }
    const macro = this.#table.get(token.text);
    if (macro) this.#call(frame, token, macro);
    else if (special.test(token.text)) this.#plumbing(frame, token);
    else this.#package(frame, token);
  }

  /** A command that the document does not define: of a package, or a bold letter by its name. */
  #package(frame: Frame, token: Token): void {
    if (frame.depth >= deepest || this.#left <= 0) return this.#refuse(token);
    if (isPackageCall(token.text) && this.#packageCall(frame, token)) return;
    const macro = packageMacros().get(token.text);
    if (macro) return this.#call(frame, token, macro);
    const part = (kind: Token["kind"], text: string): Token => ({ ...token, kind, text, made: true });
    const glued = gluedLetter(token.text);
    if (glued) return void this.#out.push(part("command", "pi"), part("letter", glued));
    const letter = boldLetter(token.text);
    if (!letter || this.#hasArgument(frame)) return void this.#out.push(token);
    this.#out.push(part("command", "mathbf"), part("open", "{"), part("letter", letter), part("close", "}"));
  }

  /** Whether a formula in braces stands behind: a name has no argument, a macro of a style file that is not here has one. */
  #hasArgument(frame: Frame): boolean {
    const { tokens, at } = this.#source(frame);
    const isNumerator = /^[dt]?frac$/.test(this.#out[this.#out.length - 1]?.text ?? "");
    return !isNumerator && tokens[at]?.kind === "open" && tokens.slice(at + 1, at + 3).every((t) => t.kind !== "close");
  }

  /** Reads on with `tokens` before what is left of the frames. */
  #push(tokens: readonly Token[], depth: number): void {
    this.#frames.push({ tokens, at: 0, depth });
  }

  #call(frame: Frame, token: Token, macro: Macro): void {
    if (frame.depth >= deepest || this.#left <= 0) return this.#refuse(token);
    const source = macro.delimiters.length > 1 || macro.paired ? this.#source(frame) : frame;
    const start = source.at;
    const call = readCall(source, macro);
    if (!call && macro.known) return void this.#out.push(token);
    if (!call) {
      this.#problems.push({
        span: token,
        code: "macro/arguments",
        message: `\\${token.text} needs ${macro.delimiters.length - 1} argument(s), and not all of them stand here.`,
      });
      this.#out.push(token);
      this.#left -= failedCall;
      return;
    }
    const last = source.tokens[source.at - 1] ?? token;
    const span = token.made || last.made ? token : cover(token, last);
    // a macro that leaves a blank where its argument was: the argument is what the author means
    const blank = call.length > 0 && macro.body.length > 0 && macro.body.every((t) => t.kind === "command" && /^q?quad$/.test(t.text));
    const body = substitute(blank ? call[call.length - 1] : macro.body, call, { from: span.from, to: span.to }, token.spaced === true, this.#left);
    this.#left -= body.length + 1;
    if (this.#left < 0) {
      source.at = start;
      return this.#refuse(token);
    }
    this.#push(body, frame.depth + 1);
  }

  /** What depends on the groups that follow, and on the token before. */
  #packageCall(frame: Frame, token: Token): boolean {
    const source = this.#source(frame);
    const back = frame.tokens.slice(Math.max(0, frame.at - 3), frame.at);
    const call = packageCall([...back, ...source.tokens.slice(source.at, source.at + longestGroup)], back.length, token);
    if (!call) return false;
    source.at += call.next - back.length;
    this.#left -= call.tokens.length + 1;
    this.#push(call.tokens, frame.depth + 1);
    return true;
  }

  /** Where the arguments of a call stand: behind it, or, if a body ends with the call, behind the outer call. */
  #source(frame: Frame): Frame {
    return frame.at < frame.tokens.length ? frame : (this.#frame() ?? frame);
  }

  #refuse(token: Token): void {
    if (!this.#problems.some((problem) => problem.code === "macro/too-deep")) {
      const message = `\\${token.text} goes too deep: it calls itself, or makes more than ${longest} tokens. It was left as it is; check its definition.`;
      this.#problems.push({ span: { from: token.from, to: token.to }, code: "macro/too-deep", message });
    }
    this.#out.push(token);
    if (token.made) this.#frames.splice(1);
  }

  /** Primitives of TeX that bodies contain. */
  #plumbing(frame: Frame, token: Token): void {
    const defined = readDefinition(frame.tokens, frame.at - 1, this.#table);
    if (defined !== undefined) frame.at = defined;
    else if (token.text === "sb") this.#out.push({ ...token, kind: "sub", text: "_" });
    else if (token.text === "sp") this.#out.push({ ...token, kind: "sup", text: "^" });
    else if (token.text === "bgroup") this.#out.push({ ...token, kind: "open", text: "{" });
    else if (token.text === "egroup") this.#out.push({ ...token, kind: "close", text: "}" });
    else if (token.text === "mathchoice") this.#choice(frame, token);
    else if (token.text.startsWith("if") || token.text === "else") this.#conditional(frame, token);
    else if (!dropped.has(token.text)) this.#out.push(token);
  }

  /** The first of four. */
  #choice(frame: Frame, token: Token): void {
    const first = readArgument(frame.tokens, frame.at);
    if (!first) return void this.#out.push(token);
    let next = first.next;
    for (let rest = 0; rest < 3; rest++) next = readArgument(frame.tokens, next)?.next ?? next;
    frame.at = next;
    this.#push(first.tokens, frame.depth);
  }

  #conditional(frame: Frame, token: Token): void {
    if (token.text === "iff") return void this.#out.push(token);
    const branch = chosenBranch(frame.tokens, frame.at - 1);
    if (branch) {
      frame.at = branch.next;
      return this.#push(branch.tokens, frame.depth);
    }
    const { next, known } = skipConditional(frame.tokens, frame.at - 1);
    if (!known)
      this.#problems.push({
        span: { from: token.from, to: token.to },
        code: "macro/conditional",
        message: `What \\${token.text} decides is not known here; its \\else part was read.`,
      });
    frame.at = next;
  }
}

/** Reads the arguments of a call behind its name; the frame goes on behind them. Undefined, and the frame as it was, if one is missing. */
function readCall(frame: Frame, macro: Macro): readonly (readonly Token[])[] | undefined {
  const tokens = frame.tokens;
  let at = frame.at;
  if (macro.paired) at = readOption(tokens, tokens[at]?.text === "*" ? at + 1 : at)?.next ?? (tokens[at]?.text === "*" ? at + 1 : at);
  for (const expected of macro.delimiters[0]) if (tokens[at++]?.text !== expected.text) return undefined;
  const found: (readonly Token[])[] = [];
  for (let parameter = 1; parameter < macro.delimiters.length; parameter++) {
    const option = parameter === 1 && macro.optional ? (readOption(tokens, at) ?? { tokens: macro.optional, next: at }) : undefined;
    const argument = option ?? readDelimited(tokens, at, macro.delimiters[parameter]);
    if (!argument) return undefined;
    found.push(argument.tokens);
    at = argument.next;
  }
  frame.at = at;
  return found;
}

function readDelimited(tokens: readonly Token[], at: number, delimiter: readonly Token[]): { tokens: readonly Token[]; next: number } | undefined {
  if (delimiter.length === 0) return readSingle(tokens, at);
  let depth = 0;
  for (let index = at; index < tokens.length; index++) {
    if (depth === 0 && delimiter.every((expected, offset) => tokens[index + offset]?.text === expected.text))
      return { tokens: tokens.slice(at, index), next: index + delimiter.length };
    if (tokens[index].kind === "open") depth++;
    else if (tokens[index].kind === "close" && --depth < 0) return undefined;
  }
  return undefined;
}

function readSingle(tokens: readonly Token[], at: number): { tokens: readonly Token[]; next: number } | undefined {
  return tokens[at]?.kind === "sub" || tokens[at]?.kind === "cell" || tokens[at]?.kind === "row" ? undefined : readArgument(tokens, at, longest);
}

/** The body with its arguments, at most about `limit` tokens of it. */
function substitute(body: readonly Token[], args: readonly (readonly Token[])[], span: Span, spaced: boolean, limit: number): Token[] {
  const out: Token[] = [];
  for (const token of body) {
    const argument = token.kind === "symbol" && /^#[1-9]$/.test(token.text) ? args[Number(token.text[1]) - 1] : undefined;
    if (argument) for (const inner of argument) out.push(inner.side || !token.side ? inner : { ...inner, side: token.side });
    else out.push({ ...token, ...span, text: token.kind === "text" ? filled(token.text, args) : token.text, spaced: token.spaced, made: true });
    if (out.length > limit) break;
  }
  if (spaced && out.length > 0 && !out[0].spaced) out[0] = { ...out[0], spaced: true };
  return out;
}

const filled = (text: string, args: readonly (readonly Token[])[]): string =>
  text.replace(/#([1-9])/g, (whole, digit) => (args[Number(digit) - 1] ? sourceOf(args[Number(digit) - 1]) : whole));
