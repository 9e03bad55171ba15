/** Reads a call: a tensor function, a method, a random draw, or something that leaves its argument as it is. */
import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../base/span";
import { type Expr, failure, node, some } from "../expression/tree";

import { FUNCTIONS, IDENTITIES, MODULES, STORAGE_KEYWORDS } from "./functions";
import { children, type Scope, spanOf, textOf } from "./scope";

interface Arguments {
  readonly positional: readonly SyntaxNode[];
  readonly keywords: ReadonlyMap<string, SyntaxNode>;
}

/** How operands are read: passed in by the reader of expressions. */
type Read = (n: SyntaxNode, scope: Scope, depth: number) => Expr;

export function readCall(n: SyntaxNode, scope: Scope, depth: number, read: Read): Expr {
  const [callee, list] = children(n);
  const span = spanOf(n, scope);
  if (list?.name !== "ArgList") return failure("is no call that is read here", span);
  const args = splitArguments(list, scope);
  const path = textOf(callee, scope).replace(/\s/g, "");
  const [owner, name] = splitPath(path);
  const sampling = callee.name === "MemberExpression" && /^r?sample$/.test(name);
  if (sampling) return readMethod(callee, name, args, span, scope, depth, read);
  if (
    callee.name === "VariableName" ||
    MODULES.has(owner) ||
    /^(tf|torch|np|numpy|jnp|jax|K|random|dist|D)(\.(random|autograd|nn|distributions))?$/.test(owner)
  ) {
    const law = name === "Normal" ? readLaw(args, span, scope, depth, read) : undefined;
    const draw = law ?? readDraw(owner, name, args, span, scope, depth, read);
    return draw ?? readFunction(path, name, args, span, scope, depth, read);
  }
  return callee.name === "MemberExpression" ? readMethod(callee, name, args, span, scope, depth, read) : unknown(path, span);
}

const splitPath = (path: string): [string, string] => {
  const dot = path.lastIndexOf(".");
  return dot < 0 ? ["", path] : [path.slice(0, dot), path.slice(dot + 1)];
};

const unknown = (path: string, span: Span): Expr => failure(`calls \`${path.slice(0, 60)}\`, which is outside of the subset`, span);

function splitArguments(list: SyntaxNode, scope: Scope): Arguments {
  const positional: SyntaxNode[] = [];
  const keywords = new Map<string, SyntaxNode>();
  const parts = children(list).filter((part) => !["(", ")", ","].includes(part.name));
  for (let i = 0; i < parts.length; i++) {
    if (parts[i + 1]?.name === "AssignOp" && parts[i + 2]) {
      keywords.set(textOf(parts[i], scope), parts[i + 2]);
      i += 2;
    } else if (parts[i].name !== "*") positional.push(parts[i]);
  }
  return { positional, keywords };
}

const meaningful = (args: Arguments): string[] => [...args.keywords.keys()].filter((key) => !STORAGE_KEYWORDS.has(key));

/** A fresh standard normal (or uniform on [0, 1)) draw; each call is independent of all others. */
const draw = (law: "normal" | "uniform", span: Span, scope: Scope): Expr => node("draw", [], span, `draw${++scope.draws.count}`, { law });

function readDraw(owner: string, name: string, args: Arguments, span: Span, scope: Scope, depth: number, read: Read): Expr | undefined {
  const torch = owner === "torch" || owner === "";
  if (
    /^(randn_like|randn|standard_normal)$/.test(name) ||
    (!torch && !/^(np|numpy|jnp)\./.test(owner) && /^(random_)?normal$/.test(name) && args.positional.length <= 1)
  ) {
    if (name === "randn" && args.positional.length === 1 && /^\(?(1|)\)?$/.test(textOf(args.positional[0], scope)))
      return failure("draws one number for all entries, not one an entry", span);
    return located(args, [], draw("normal", span, scope), span, scope, depth, read);
  }
  // NumPy's takes the mean and the deviation first, TensorFlow's the shape, JAX's a key and the shape
  if (/^(random_)?normal$/.test(name) && /^(np|numpy|jnp)\./.test(owner))
    return located(args, args.positional.slice(0, 2), draw("normal", span, scope), span, scope, depth, read);
  if (/^(random_)?normal$/.test(name) && !torch)
    return located(args, /^jax\./.test(owner) ? [] : args.positional.slice(1), draw("normal", span, scope), span, scope, depth, read);
  if (/^(rand_like|rand)$/.test(name) && meaningful(args).length === 0) return draw("uniform", span, scope);
  if (name === "normal" && torch) return located(args, args.positional, draw("normal", span, scope), span, scope, depth, read);
  return undefined;
}

/** mean + std * draw, from two positional arguments or the keywords; without them the draw itself. */
function located(args: Arguments, positional: readonly SyntaxNode[], eps: Expr, span: Span, scope: Scope, depth: number, read: Read): Expr {
  const keyword = (...names: string[]): SyntaxNode | undefined => names.map((name) => args.keywords.get(name)).find((value) => value);
  const mean = positional[0] ?? keyword("mean", "loc");
  const scale = positional[1] ?? keyword("std", "stddev", "scale");
  const rest = meaningful(args).filter((key) => !["mean", "loc", "std", "stddev", "scale"].includes(key));
  if (rest.length) return failure(`uses the keyword \`${rest[0]}\``, span);
  const scaled = scale ? node("mul", [read(scale, scope, depth), eps], span) : eps;
  return mean ? node("add", [read(mean, scope, depth), scaled], span) : scaled;
}

function readFunction(path: string, name: string, args: Arguments, span: Span, scope: Scope, depth: number, read: Read): Expr {
  if (IDENTITIES.has(name) && args.positional.length === 1) return { ...read(args.positional[0], scope, depth), span };
  const meaning = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!meaning || meaningful(args).length) return unknown(path, span);
  return (
    meaning(
      args.positional.map((arg) => read(arg, scope, depth)),
      span,
    ) ?? failure(`gives \`${name}\` ${args.positional.length} arguments`, span)
  );
}

function readMethod(callee: SyntaxNode, name: string, args: Arguments, span: Span, scope: Scope, depth: number, read: Read): Expr {
  const receiver = children(callee)[0];
  if (name === "normal_") return located(args, args.positional, draw("normal", span, scope), span, scope, depth, read);
  if (name === "uniform_" && args.positional.length === 0) return draw("uniform", span, scope);
  if (GENERATOR.test(textOf(receiver, scope)) && /^(standard_normal|normal)$/.test(name))
    return located(args, name === "normal" ? args.positional.slice(0, 2) : [], draw("normal", span, scope), span, scope, depth, read);
  if (name === "rsample" || name === "sample") return readSample(receiver, span, scope, depth, read);
  if (textOf(receiver, scope) === "self" || receiver.name === "String") return unknown(textOf(callee, scope), span);
  const value = read(receiver, scope, depth);
  if (IDENTITIES.has(name)) return { ...value, span };
  if (name === "detach") return some(value, (e) => e.op === "symbol") ? failure("detaches a value from the gradient", span) : { ...value, span };
  const plain = name.endsWith("_") ? name.slice(0, -1) : name;
  const meaning = Object.hasOwn(FUNCTIONS, plain) ? FUNCTIONS[plain] : undefined;
  if (!meaning || meaningful(args).length) return unknown(`.${name}`, span);
  const result = meaning([value, ...args.positional.map((arg) => read(arg, scope, depth))], span);
  if (!result) return failure(`gives \`${name}\` ${args.positional.length} arguments`, span);
  if (plain !== name) noteMutation(receiver, result, scope);
  return result;
}

/** Names that one gives to a generator of random numbers. */
const GENERATOR = /^(rng|gen|generator|random_state|rs|self\.rng)$/;

/** `Normal(mu, std)` by itself, to be sampled later. */
function readLaw(args: Arguments, span: Span, scope: Scope, depth: number, read: Read): Expr | undefined {
  const mean = args.positional[0] ?? args.keywords.get("loc");
  const scale = args.positional[1] ?? args.keywords.get("scale");
  return mean && scale ? node("law", [read(mean, scope, depth), read(scale, scope, depth)], span, "normal") : undefined;
}

/** `Normal(mu, std).rsample()`, or of a name that holds such a law. `sample()` has the same distribution, but no gradient. */
function readSample(receiver: SyntaxNode, span: Span, scope: Scope, depth: number, read: Read): Expr {
  if (receiver.name === "VariableName") return node("sample", [read(receiver, scope, depth), draw("normal", span, scope)], span);
  if (receiver.name !== "CallExpression") return unknown("sample", span);
  const [callee, list] = children(receiver);
  if (!/(^|\.)Normal$/.test(textOf(callee, scope)) || !list) return unknown("sample", span);
  const args = splitArguments(list, scope);
  return located(args, args.positional, draw("normal", span, scope), span, scope, depth, read);
}

/** A chain of in-place methods changes the name at its root. */
function noteMutation(receiver: SyntaxNode, value: Expr, scope: Scope): void {
  let root = receiver;
  while (root.name === "CallExpression" && /_$/.test(textOf(children(root)[0], scope)) && children(root)[0].name === "MemberExpression")
    root = children(children(root)[0])[0];
  if (root.name === "VariableName") scope.mutations.push({ name: textOf(root, scope), value });
}
