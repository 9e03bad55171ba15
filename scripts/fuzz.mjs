/** Hostile documents by the thousand; options are those of test/soundness/fuzz-run.ts. */
import { bundledRun } from "./bundledRun.mjs";

await bundledRun("test/soundness/fuzz-run.ts", ".cache/fuzz.mjs");
