/** The tensor functions of the subset: what each means as a tree, under the names that PyTorch, NumPy and TensorFlow give them. */
import type { Span } from "../base/span";
import { type Expr, node, number } from "../expression/tree";

/** Arguments in order to a tree; undefined if their number does not fit. */
export type Meaning = (args: readonly Expr[], span: Span) => Expr | undefined;

const call =
  (name: string): Meaning =>
  (args, span) =>
    args.length === 1 ? node("call", args, span, name) : undefined;

const two =
  (build: (a: Expr, b: Expr, span: Span) => Expr): Meaning =>
  (args, span) =>
    args.length === 2 ? build(args[0], args[1], span) : undefined;

const one =
  (build: (a: Expr, span: Span) => Expr): Meaning =>
  (args, span) =>
    args.length === 1 ? build(args[0], span) : undefined;

const add = two((a, b, span) => node("add", [a, b], span));
const sub = two((a, b, span) => node("add", [a, node("neg", [b], b.span)], span));
const mul = two((a, b, span) => node("mul", [a, b], span));
const div = two((a, b, span) => node("div", [a, b], span));
const neg = one((a, span) => node("neg", [a], span));
const pow = two((a, b, span) => node("pow", [a, b], span));
/** Sums and means over entries: what is inside is there once an entry. */
const reduce: Meaning = (args, span) => (args.length > 0 ? node("reduce", [args[0]], span) : undefined);
const onePlus = (a: Expr, span: Span): Expr => node("add", [number(1, span), a], span);

/** Functions by their last name; as a method, the receiver is the first argument, and an underscore at the end writes in place. */
export const FUNCTIONS: Readonly<Record<string, Meaning>> = {
  exp: call("exp"),
  log: call("log"),
  sqrt: call("sqrt"),
  abs: call("abs"),
  tanh: call("tanh"),
  sin: call("sin"),
  cos: call("cos"),
  add,
  sub,
  subtract: sub,
  mul,
  multiply: mul,
  div,
  divide: div,
  true_divide: div,
  neg,
  negative: neg,
  pow,
  power: pow,
  square: one((a, span) => node("pow", [a, number(2, span)], span)),
  reciprocal: one((a, span) => node("div", [number(1, span), a], span)),
  rsqrt: one((a, span) => node("div", [number(1, span), node("call", [a], span, "sqrt")], span)),
  log1p: one((a, span) => node("call", [onePlus(a, span)], span, "log")),
  expm1: one((a, span) => node("add", [node("call", [a], span, "exp"), number(-1, span)], span)),
  softplus: one((a, span) => node("call", [onePlus(node("call", [a], span, "exp"), span)], span, "log")),
  sigmoid: one((a, span) => node("div", [number(1, span), onePlus(node("call", [node("neg", [a], span)], span, "exp"), span)], span)),
  sum: reduce,
  mean: reduce,
  addcmul: (args, span) => (args.length === 3 ? node("add", [args[0], node("mul", [args[1], args[2]], span)], span) : undefined),
};

/** Modules whose functions are looked up in the table. */
export const MODULES: ReadonlySet<string> = new Set([
  "torch",
  "np",
  "numpy",
  "math",
  "tf",
  "K",
  "jnp",
  "F",
  "tf.math",
  "torch.nn.functional",
  "nn.functional",
  "tf.keras.backend",
]);

/** Calls and methods that give back the value of their first argument. */
export const IDENTITIES: ReadonlySet<string> = new Set([
  "clone",
  "contiguous",
  "to",
  "cuda",
  "cpu",
  "float",
  "double",
  "type_as",
  "requires_grad_",
  "Variable",
  "tensor",
  "as_tensor",
]);

/** Keyword arguments that say where and how a tensor is stored, not what it holds. */
export const STORAGE_KEYWORDS: ReadonlySet<string> = new Set([
  "device",
  "dtype",
  "requires_grad",
  "layout",
  "pin_memory",
  "non_blocking",
  "size",
  "shape",
  "generator",
  "seed",
  "memory_format",
  "dim",
  "axis",
  "keepdim",
  "keepdims",
  "key",
]);
