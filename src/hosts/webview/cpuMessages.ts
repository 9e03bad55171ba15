/** What the page and its CPU worker say to each other. */
import type { Raw, Settings } from "../../gpu/layout";
import type { Program } from "../../gpu/program";

export type ToWorker = { readonly type: "run"; readonly id: number; readonly program: Program; readonly settings: Settings } | { readonly type: "stop" };

export type FromWorker =
  | { readonly type: "done"; readonly id: number; readonly raw: Raw; readonly milliseconds: number }
  | { readonly type: "stopped"; readonly id: number }
  | { readonly type: "failed"; readonly id: number; readonly message: string };
