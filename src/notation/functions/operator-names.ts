/** `\operatorname{tr}(A)`, `\mathrm{det}`, `\text{rank}`: the name of a known function in a font. */
import type { Prefix } from "../../expression/parser";
import type { Construct } from "../construct";
import { readCall } from "./function-calls";
import { FUNCTION_NAMES } from "./function-table";

/** Functions that are not one letter, so that an upright name cannot be a product. */
const known = (name: string): string | undefined => (name.length > 1 ? FUNCTION_NAMES[name] : undefined);

const named: Prefix = (p) => {
  const start = p.cursor.position - 1;
  const name = known(p.cursor.word().trim());
  return name && (p.startsFactor() || p.cursor.is("sup") || p.cursor.is("sub")) ? readCall(p, name, start) : undefined;
};

const word: Prefix = (p, token) => {
  const name = known(token.text.trim());
  return name && p.cursor.is("symbol", "(") ? readCall(p, name, p.cursor.position - 1) : undefined;
};

export const operatorNames: Construct = {
  name: "names of functions in a font",
  prefix: { ...Object.fromEntries(["operatorname", "operatorname*", "mathrm", "mathsf", "mathit", "mathop"].map((f) => [`\\${f}`, named])), text: word },
  examples: [
    { latex: "\\operatorname{tr} \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} = a + d", verdict: "holds" },
    { latex: "\\mathrm{det} \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} = ad + bc", verdict: "fails" },
  ],
};
