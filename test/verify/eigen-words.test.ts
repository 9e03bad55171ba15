/** Equations between vectors and matrices as rules, said in formulas or in words. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const EIGEN = String.raw`Let $\mathbf{v}$ be an eigenvector of $A$ for the eigenvalue $\lambda$. Then`;
const VALUE = String.raw`Suppose $\lambda$ is an eigenvalue of the matrix $A$ with corresponding eigenvector $\mathbf{v}$. Then`;
const GIVEN = String.raw`Let $A\mathbf{v} = \lambda\mathbf{v}$ for a square matrix $A$. Then`;
const KERNEL = String.raw`Let $\mathbf{z}$ be in the kernel of $T$. Then`;
const CASES: readonly (readonly [document: string, last: string])[] = [
  ...[EIGEN, VALUE, GIVEN].flatMap((said): [string, string][] => [
    [String.raw`${said} $$ (A - \lambda I)\mathbf{v} = A\mathbf{v} - \lambda\mathbf{v} = \lambda\mathbf{v} - \lambda\mathbf{v} $$`, "holds"],
    [String.raw`${said} $$ (A - \lambda I)\mathbf{v} = A\mathbf{v} - \lambda\mathbf{v} = \lambda\mathbf{v} + \lambda\mathbf{v} $$`, "fails"],
    [String.raw`${said} $$ A^2\mathbf{v} = A(A\mathbf{v}) = A(\lambda\mathbf{v}) $$`, "holds"],
    [String.raw`${said} $$ A^2\mathbf{v} = A(A\mathbf{v}) = \lambda A(\lambda\mathbf{v}) $$`, "fails"],
  ]),
  [String.raw`${EIGEN} $$ \tfrac{1}{\lambda} A^{-1} (\lambda \mathbf{v}) = \tfrac{1}{\lambda} A^{-1} A \mathbf{v} $$`, "holds"],
  [String.raw`${EIGEN} $$ \tfrac{1}{\lambda} A^{-1} (\lambda \mathbf{v}) = A^{-1} A \mathbf{v} $$`, "fails"],
  [String.raw`${KERNEL} $$ T(\mathbf{x} + \mathbf{z}) = T\mathbf{x} + T\mathbf{z} = T\mathbf{x} + \mathbf{0} = T \mathbf{x} $$`, "holds"],
  [String.raw`${KERNEL} $$ T(\mathbf{x} + \mathbf{z}) = T\mathbf{x} + T\mathbf{z} = 2 T\mathbf{x} $$`, "unchecked"],
  [String.raw`Let $\mathbf{z}$ be a vector. $$ T(\mathbf{x} + \mathbf{z}) = T\mathbf{x} + T\mathbf{z} = T\mathbf{x} + \mathbf{0} $$`, "holds-if"],
  [
    String.raw`Let $\lambda$ be an eigenvalue of $A$ and let $x \neq 0$ be an eigenvector of $A$ for $\lambda$. Then $A A x = \lambda A x = \lambda^2 x$.`,
    "holds",
  ],
  [
    String.raw`Let $\lambda$ be an eigenvalue of $A$ and let $x \neq 0$ be an eigenvector of $A$ for $\lambda$. Then $A A x = \lambda A x = 2 \lambda x$.`,
    "holds-if",
  ],
];

it.each(CASES)("%s", (document, verdict) => expect(verdicts(`${document}\n`).at(-1)).toBe(verdict));
