/** The square of a vector, v² for v · v, as physicists write it of what is bold or under an arrow. */
import { symbolName } from "../../expression/names";
import { type Expr, some } from "../../expression/tree";

/** A small Latin letter in bold, any letter under an arrow; a bold σ² is taken entry by entry where people write it. */
const VECTOR = /^\\(?:vec|overrightarrow)\{|^\\mathbf\{(?:\\(?:hat|bar|tilde|dot)\{)?[a-z]\b/;

const isNamed = (e: Expr): boolean => (e.op === "symbol" || e.op === "indexed") && VECTOR.test(symbolName(e));

/** Whether an expression is a vector by how its names are written: a name, a sum, a multiple, a cross product. */
function isVector(e: Expr): boolean {
  if (isNamed(e)) return true;
  if (e.op === "add") return e.args.every(isVector);
  if (e.op === "neg" || e.op === "div") return isVector(e.args[0]) && !(e.args[1] && some(e.args[1], isNamed));
  if (e.op !== "mul") return false;
  const vectors = e.args.filter((a) => some(a, isNamed));
  return vectors.every(isVector) && (vectors.length === 1 || (vectors.length === 2 && e.args.length === 2 && e.data?.style === "times"));
}

/** v² of a vector v. */
export const isVectorSquare = (e: Expr): boolean => e.op === "pow" && e.args[1].op === "number" && e.args[1].name === "2" && isVector(e.args[0]);
