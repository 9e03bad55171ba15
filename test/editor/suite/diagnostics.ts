/** Diagnostics as a document is opened and edited: exactly at the right-hand sides, never stale, never shifted. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, errorsAt, file, open, ours, replace, scratch, spotcheck, until } from "./workspace";

export function diagnosticsSuite(): void {
  describe("diagnostics", () => {
    before(spotcheck);
    afterEach(closeAll);

    it("stand at the right-hand sides of Markdown, behind an emoji too", async () => {
      const { document } = await open("sums.md");
      const [first] = await errorsAt(document, ["4 + 2", "13"]);
      assert.match(first.message, /5/);
      assert.equal(first.source, "spotcheck");
    });

    it("stand in LaTeX", async () => {
      const { document } = await open("sums.tex");
      await errorsAt(document, ["6 - 2"]);
    });

    it("stand right behind Windows line ends and tabs", async () => {
      const { document } = await scratch("first\r\n\r\n\t$1 + 1 = 3$\r\n\r\n$2 + 2 = 4$\r\n");
      await errorsAt(document, ["3"]);
    });

    it("follow the text", async () => {
      const editor = await scratch("$$1 + 2 = 4$$\n");
      await errorsAt(editor.document, ["4"]);
      await replace(editor, "= 4", "= 3");
      await errorsAt(editor.document, []);
      await replace(editor, "= 3", "= 3 = 5");
      await errorsAt(editor.document, ["5"]);
    });

    it("are of the version at hand, however fast one types", async () => {
      const editor = await scratch("$$6 + 1 = 8$$\n");
      await errorsAt(editor.document, ["8"]);
      for (let count = 0; count < 20; count++) {
        await replace(editor, "$$6", "\n$$6");
        await new Promise((resolve) => setTimeout(resolve, 15 * (count % 5)));
      }
      const [error] = await errorsAt(editor.document, ["8"]);
      assert.equal((error as { data?: { version?: number } }).data?.version, editor.document.version);
    });

    it("go when the document is closed", async () => {
      await vscode.commands.executeCommand("vscode.open", file("closing.md"));
      const { document } = vscode.window.activeTextEditor!;
      await errorsAt(document, ["11"]);
      await closeAll();
      await until(
        () => ours(document.uri).length === 0,
        () => "diagnostics of a closed document stay",
      );
    });

    it("survive text that is no mathematics at all", async () => {
      const { document } = await scratch(`$\\frac{1${"{".repeat(3000)} \\begin{align} & = = \u0000 \ud800 $$ \n\n$2 + 2 = 5$\n`);
      await until(
        () => vscode.languages.getDiagnostics(document.uri).length >= 0,
        () => "",
      );
      await vscode.commands.executeCommand("spotcheck.checkDocument");
      assert.ok((await vscode.commands.executeCommand("spotcheck.checkDocument")) !== undefined);
    });
  });

  describe("settings", () => {
    before(spotcheck);
    const configuration = () => vscode.workspace.getConfiguration("spotcheck");
    const set = (key: string, value: unknown) => configuration().update(key, value, vscode.ConfigurationTarget.Global);
    afterEach(async () => {
      for (const key of ["run", "severity.fails", "exclude"]) await set(key, undefined);
      await closeAll();
    });

    it("let a document be checked by command only", async () => {
      await set("run", "manual");
      const { document } = await scratch("$9 + 9 = 19$\n");
      const answer = await vscode.commands.executeCommand<{ summary: { fails: number } }>("spotcheck.checkDocument");
      assert.equal(answer.summary.fails, 1);
      await errorsAt(document, ["19"]);
    });

    it("change how failing steps are shown, at once", async () => {
      const { document } = await scratch("$9 + 9 = 20$\n");
      await errorsAt(document, ["20"]);
      await set("severity.fails", "warning");
      const isWarning = () => ours(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Warning;
      await until(isWarning, () => "the severity did not change");
    });

    it("fall back to the default where a value makes no sense", async () => {
      await set("severity.fails", "purple");
      const { document } = await scratch("$9 + 9 = 21$\n");
      await errorsAt(document, ["21"]);
    });
  });
}
