/** Names that stand for more than a name are shown as what they stand for. */
import { expect, it } from "vitest";
import { functionNamed, rateName } from "../../src/latex/made-names";
import { plainWords } from "../../src/latex/plain-text";

it.each([
  [`at $${rateName("V", "t")}$ = 3`, "at dV/dt = 3"],
  [`what $${functionNamed("u_1")}$ is, is not said`, "what u1 is, is not said"],
  ["what $\\mathrm{offset}$ is", "what offset is"],
])("%s", (message, shown) => expect(plainWords(message)).toBe(shown));
