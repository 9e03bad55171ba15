/** Derivatives with primes of functions of which nothing is known: products, second derivatives, numbered functions. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const CASES: readonly (readonly [formula: string, last: string])[] = [
  ["L = (u v)'' = u'' v + 2u' v' + u v''", "holds"],
  ["L = (u v)''' = u''' v + 3u'' v' + 3u' v'' + u v'''", "holds"],
  ["L = (u v' - v u')' = u v'' - v u''", "holds"],
  ["L = (u v' - v u')' = u v'' + v u''", "fails"],
  ["L = (a u + b v)'' = a u'' + b v''", "holds"],
  ["L = (a u + b v)'' = a u'' - b v''", "unchecked"],
  ["W' = (y_1 y_2' - y_2 y_1')' = y_1 y_2'' - y_2 y_1''", "holds"],
  ["W' = (y_1 y_2' - y_2 y_1')' = y_1 y_2'' + y_2 y_1''", "fails"],
  ["L = (u_1 y_1 + u_2 y_2)' = u_1' y_1 + u_1 y_1' + u_2' y_2 + u_2 y_2'", "holds"],
  ["L = (u_1 y_1 + u_2 y_2)' = u_1' y_1 + u_1 y_1' + u_2' y_2 - u_2 y_2'", "fails"],
  ["L = (C_1 y_1 + C_2 y_2)'' + p (C_1 y_1 + C_2 y_2)' = C_1 y_1'' + C_2 y_2'' + C_1 p y_1' + C_2 p y_2'", "holds"],
];

it.each(CASES)("%s", (formula, verdict) => expect(verdicts(`Then $$ ${formula} $$\n`).at(-1)).toBe(verdict));
