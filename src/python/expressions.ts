/** Turns the syntax tree of one Python expression into an expression tree; what is outside of the subset is an error node. */
import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../base/span";
import { type Expr, failure, node, number, symbol } from "../expression/tree";
import { readCall } from "./calls";
import { children, type Scope, spanOf, textOf } from "./scope";

/** Deepest nesting that is read: beyond it nobody wrote by hand. */
const DEEPEST = 100;

export function readExpression(n: SyntaxNode, scope: Scope, depth = 0): Expr {
  const span = spanOf(n, scope);
  if (depth > DEEPEST) return failure("is nested too deeply", span);
  switch (n.name) {
    case "Number":
      return readNumber(textOf(n, scope), span);
    case "VariableName":
      return symbol(textOf(n, scope), span);
    case "ParenthesizedExpression":
      return { ...readExpression(children(n)[1], scope, depth + 1), span };
    case "UnaryExpression":
      return readUnary(n, scope, depth);
    case "BinaryExpression":
      return readBinary(n, scope, depth);
    case "CallExpression":
      return readCall(n, scope, depth + 1, readExpression);
    case "ConditionalExpression":
      return readConditional(n, scope, depth);
    case "MemberExpression":
      return readMember(n, scope, depth);
    default:
      return failure("is outside of the PyTorch subset that is read here", span);
  }
}

/** `a if self.training else b`: what is done in training. */
function readConditional(n: SyntaxNode, scope: Scope, depth: number): Expr {
  const [value, , condition] = children(n);
  return /^(self\.)?training$/.test(textOf(condition, scope)) ? readExpression(value, scope, depth + 1) : failure("depends on a condition", spanOf(n, scope));
}

function readNumber(text: string, span: Span): Expr {
  const plain = text.replace(/_/g, "");
  return /^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? number(plain, span) : failure("is no real decimal number", span);
}

function readUnary(n: SyntaxNode, scope: Scope, depth: number): Expr {
  const [operator, operand] = children(n);
  const value = readExpression(operand, scope, depth + 1);
  const sign = textOf(operator, scope);
  if (sign === "-") return node("neg", [value], spanOf(n, scope));
  return sign === "+" ? value : failure(`uses the operator ${sign}`, spanOf(n, scope));
}

function readBinary(n: SyntaxNode, scope: Scope, depth: number): Expr {
  const [left, operator, right] = children(n);
  const span = spanOf(n, scope);
  const a = readExpression(left, scope, depth + 1);
  const b = readExpression(right, scope, depth + 1);
  switch (textOf(operator, scope)) {
    case "+":
      return node("add", [a, b], span);
    case "-":
      return node("add", [a, node("neg", [b], b.span)], span);
    case "*":
      return node("mul", [a, b], span);
    case "/":
      return node("div", [a, b], span);
    case "**":
      return node("pow", [a, b], span);
    default:
      return failure(`uses the operator ${textOf(operator, scope)}`, span);
  }
}

/** `math.pi`, `std.data`, `self.mu`. */
function readMember(n: SyntaxNode, scope: Scope, depth: number): Expr {
  const parts = children(n);
  const property = textOf(parts[parts.length - 1], scope);
  const path = textOf(n, scope).replace(/\s/g, "");
  if (/^(math|np|numpy|torch)\.pi$/.test(path)) return number(Math.PI, spanOf(n, scope));
  if (/^self\.\w+$/.test(path)) return symbol(property, spanOf(n, scope));
  if (property === "data") return readExpression(parts[0], scope, depth + 1);
  return failure(`uses \`${path.slice(0, 40)}\`, which is outside of the subset`, spanOf(n, scope));
}
