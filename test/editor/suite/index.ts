/** Runs the mocha suite inside the extension host and leaves its counts in a file. */
import fs from "node:fs";
import Mocha from "mocha";
import { commandsSuite } from "./commands";
import { diagnosticsSuite } from "./diagnostics";
import { featuresSuite } from "./features";
import { notebooksSuite } from "./notebooks";
import { virtualSuite } from "./virtual";

declare const RESULTS: string;

export function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 30_000, reporter: "spec", color: false });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  for (const define of [diagnosticsSuite, featuresSuite, commandsSuite, notebooksSuite, virtualSuite]) define();
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failed) => {
      const passed = runner.stats?.passes ?? 0;
      fs.writeFileSync(RESULTS, JSON.stringify({ passed, failed }));
      if (failed > 0) reject(new Error(`${failed} of the suite's tests failed`));
      else resolve();
    });
  });
}
