#!/usr/bin/env node
/** Stands in for the desktop executable: understands the arguments of @vscode/test-electron and runs the suite in the workbench in a browser. */
import util from "node:util";
import { openEditor } from "./editor.mjs";

const argument = (name) => process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);
const folder = process.argv.slice(2).find((each) => !each.startsWith("--"));
const editor = await openEditor({
  folder: folder ?? process.cwd(),
  extension: argument("extensionDevelopmentPath"),
  tests: argument("extensionTestsPath"),
});
const outcome = new Promise((resolve) => {
  void editor.page.exposeFunction("codeAutomationLog", (type, args) => {
    process.stdout.write(`${util.format(...args)}\n`);
    if (type === "error") process.stderr.write("");
  });
  void editor.page.exposeFunction("codeAutomationExit", resolve);
  editor.page.on("crash", () => resolve(3));
  setTimeout(() => resolve(4), 240_000).unref();
});
await editor.goto();
const code = await outcome;
if (code === 4) process.stdout.write("the suite did not end in four minutes\n");
await editor.close();
process.exit(code);
