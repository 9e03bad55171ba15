/** Starts the command line: its bundle, with the code that V8 compiled when it was built, which saves a tenth of the time of a short run. */
import fs from "node:fs";
import Module, { createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";
import { optimizeLate } from "../optimizing";

const bundle = path.join(__dirname, "spotcheck.js");
const compiled = path.join(__dirname, "spotcheck.v8");
/** Set by the build, which wants the compiled code of a run written beside the bundle. */
const WRITES = "SPOTCHECK_WRITES_COMPILED";

/** The compiled code; another version of Node refuses it and compiles the bundle anew. */
function kept(): Buffer | undefined {
  try {
    return process.env[WRITES] ? undefined : fs.readFileSync(compiled);
  } catch {
    return undefined;
  }
}

type Body = (exports: object, require: NodeJS.Require, module: object, file: string, folder: string) => void;

// V8 refuses what was compiled under other flags
optimizeLate();
const script = new vm.Script(Module.wrap(fs.readFileSync(bundle, "utf8")), { filename: bundle, cachedData: kept() });
if (process.env[WRITES]) process.on("exit", () => fs.writeFileSync(compiled, script.createCachedData()));
const loaded = { exports: {} };
(script.runInThisContext() as Body)(loaded.exports, createRequire(bundle), loaded, bundle, __dirname);
