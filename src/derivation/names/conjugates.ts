/** Names with a bar over a name whose formula has the imaginary unit: they are its conjugate, and no names of their own. */
import { isImaginaryUnit } from "../../expression/constants";
import { some } from "../../expression/tree";
import type { Definition } from "../facts/facts";

/** The formula of the name under the bar; undefined where there is no bar, or the formula is real. */
export function complexUnder(name: string, definitions: ReadonlyMap<string, Definition>): Definition | undefined {
  const d = definitions.get(/^\\bar\{(.+)\}$/.exec(name)?.[1] ?? "");
  return d && some(d.body, isImaginaryUnit) ? d : undefined;
}
