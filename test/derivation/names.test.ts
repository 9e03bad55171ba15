/** Names of figures, congruences, numbers that the words declare, labels of quantities. */
import { describe, expect, it } from "vitest";
import { verdicts } from "../verify/run";

describe("how statements are read", () => {
  const rows: [string, string[]][] = [
    ["In triangle $PQR$ let $PQ = 4$. $$PQ^2 = QP \\cdot PQ = 16$$", ["defines", "holds", "holds"]],
    ["$$P Q^2 = P^2 Q^2$$", ["given"]],
    ["$$5^2 = 25 \\equiv 1 \\pmod{6}$$", ["holds", "holds"]],
    ["$$5^2 \\equiv 2 \\pmod{6}$$", ["fails"]],
    ["For positive real numbers $u$ and $v$: $$\\sqrt{u^2 v^2} = uv$$", ["holds"]],
    ["For real numbers $u$ and $v$: $$\\sqrt{u^2 v^2} = uv$$", ["holds-if"]],
    ["$$4 \\text{ (cats)} + 3 \\text{ (dogs)} = 7$$", ["holds"]],
    ["As $\\text{vol}(C) = 4 + a$, if $2\\,\\text{vol}(D) = 2 b$, then", ["given", "given"]],
    ["Let $\\rho(x) = x^3$. Let $\\rho(t) = w$. $$\\rho'(x) = 3x^2$$", ["defines", "given", "holds"]],
    ["Let $\\rho(x) = x^3$. Let $\\rho(t) = w$. $$\\rho'(x) = 3x$$", ["defines", "given", "fails"]],
    ["$$p({\\bf u} \\mid E) \\propto p({\\bf u}) p(E \\mid {\\bf u})$$", ["holds"]],
    ["$$p(\\mathbf u \\mid E) \\propto p(\\mathbf u) p(\\mathbf u \\mid E)$$", ["fails"]],
    ["$$4 \\text{ (cats)} + 3 \\text{ (dogs)} = 8$$", ["fails"]],
    ["$$\\sum_z p(z|x,\\theta^{old}) (\\log p(x,z|\\theta) + 1) = 1 + \\sum_z p(z|x,\\theta^{old}) \\log p(x,z|\\theta)$$", ["holds"]],
    ["$$\\sum_z p(z|x,\\theta^{\\mathrm{old}}) = 1$$", ["holds"]],
    ["$$\\sum_{k=1}^m g_k (y_k - 1) = \\sum_{k=1}^m g_k y_k - \\sum_{k=1}^m g_k$$", ["holds"]],
    ["Let $g_k(s) = s^k$. $$\\sum_{k=1}^m g_k (y_k) z_k = \\sum_{k=1}^m y_k^k z_k$$", ["defines", "holds"]],
  ];
  it.each(rows)("%s", (text, expected) => {
    const found = verdicts(text);
    if (expected[0] === "given") expect(found).not.toContain("holds");
    else expect(found).toEqual(expected);
  });
  it("a letter beside a number is no function of what is squared behind it", () =>
    expect(verdicts("The cost is $q(v) + p (v)^2$ with $r, p > 0$. $$p (u + v)^2 = p u^2 + 2 p u v + p v^2$$").pop()).toBe("holds"));
  it("numbers that count entries are no powers", () =>
    expect(verdicts("For all $y$ we have $y^1 + y^2 = 3$, so the line $y^1 = y^2 = \\dots = y^n$ is")).not.toContain("fails"));
});
