/** Tokens made plain: numbers in pieces, empty groups, text in formulas, broken macros. */
import { describe, expect, it } from "vitest";
import { brokenMacros } from "../../src/latex/broken-macros";
import { tokenize } from "../../src/latex/lexer";
import { normalise } from "../../src/latex/normalise";
import { shown } from "./shown";

const R = String.raw;

describe("numbers in pieces", () => {
  const cases: [string, string][] = [
    [R`7\,893\,600`, "7893600"],
    [R`0.333\,333`, "0.333333"],
    [R`1{,}5`, "1 { , } 5"],
    [R`2\,5`, "2 5"],
    [R`\mathbf{7 0}`, R`\mathbf { 70 }`],
    [R`\text{5,460} x`, "5460 x"],
    [R`12{} + {}x_{}`, "12 + x _ { }"],
    [R`\frac{}{2}`, R`\frac { } { 2 }`],
    [R`\text{Dir}(x)`, R`\mathrm { D i r } ( x )`],
    [R`\operatorname{\mathbb{E}}[x]`, R`\mathbb { E } [ x ]`],
    [R`\text{If}(x)`, '"If" ( x )'],
    [R`\vec{\nabla} f`, R`\nabla f`],
    [R`<eval{T}`, R`\lteval { T }`],
    [R`a <b{c}`, "a < b { c }"],
  ];
  it.each(cases)("%s", (source, expected) => expect(shown(normalise(brokenMacros(tokenize(source))))).toBe(expected));
});
