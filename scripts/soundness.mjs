/** The soundness test by hand; options are those of test/soundness/run.ts. */
import { bundledRun } from "./bundledRun.mjs";

await bundledRun("test/soundness/run.ts", ".cache/soundness.mjs");
