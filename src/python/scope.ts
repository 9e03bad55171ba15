/** What is shared while the statements of one code answer are read, and small steps on its syntax tree. */
import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../base/span";
import type { Expr } from "../expression/tree";

export interface Scope {
  /** The text of the line under way, and where it starts in the source. */
  readonly text: string;
  readonly offset: number;
  /** Counts the random draws of the answer: each call has a name of its own. */
  readonly draws: { count: number };
  /** Names that a method such as `exp_` changed in place, with their new values, in order. */
  readonly mutations: { name: string; value: Expr }[];
}

export const spanOf = (n: { from: number; to: number }, scope: Scope): Span => ({ from: scope.offset + n.from, to: scope.offset + n.to });
export const textOf = (n: { from: number; to: number }, scope: Scope): string => scope.text.slice(n.from, n.to);

export function children(n: SyntaxNode): SyntaxNode[] {
  const list: SyntaxNode[] = [];
  for (let child = n.firstChild; child; child = child.nextSibling) if (child.name !== "Comment") list.push(child);
  return list;
}
