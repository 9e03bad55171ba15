/** Whether a message carries its counterexample, so that a front end need not repeat it. */
import { plainText } from "../latex/plain-text";
import type { Step } from "../verify/report";

/** The message names both sides and every value. */
export const saysWitness = ({ message, witness }: Step): boolean =>
  / left side (is|,) /.test(message) && Object.keys(witness?.values ?? {}).every((name) => message.includes(`${plainText(name)} = `));
