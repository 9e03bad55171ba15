/** How several runs over one document share its windows: each is judged by one of them, and one run gathers what all have found. */
import type { JudgedStep } from "./judge";
import type { Step } from "./report";
import type { Window } from "./windows";

/** The steps of a window as plain data: the block of each by its group in the window. */
export type SharedSteps = readonly { readonly group: number; readonly from: number; readonly step: Step }[];

export interface Share {
  /** Whether this run is to judge a window: exactly one run is. */
  takes(window: number): boolean;
  /** Told of each window that this run has judged. */
  judged?(window: number, steps: SharedSteps): void;
  /** What another run has found: undefined as long as it is at work, "lost" where it has ended without. Only the gathering run asks. */
  found?(window: number): SharedSteps | "lost" | undefined;
}

export const shared = ({ own }: Window, steps: readonly JudgedStep[]): SharedSteps =>
  steps.map(({ step, block, from }) => ({ group: own.findIndex((g) => g.line.block === block), from, step }));

export const unshared = ({ own }: Window, steps: SharedSteps): JudgedStep[] =>
  steps.map(({ step, group, from }) => ({ step, block: own[group].line.block, from }));
