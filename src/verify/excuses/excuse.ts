/** What an excuse is: why a step that differs is no mistake of its author, by what stands around it. */
import type { Item } from "../../derivation/facts/items";
import type { Step } from "../report";
import type { JudgeInput } from "../trying/trial";

/** What is said of the step in place of the accusation. */
export type Excused = Pick<Step, "verdict" | "code" | "message"> & Partial<Pick<Step, "holdsIf" | "basis" | "reading">>;

export type Excuse = (item: Item, input: JudgeInput) => Excused | undefined;

export const unjudged = (code: string, message: string): Excused => ({ verdict: "unchecked", code, message });
