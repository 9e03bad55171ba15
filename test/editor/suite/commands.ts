/** The palette's commands, run as the palette runs them. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, errors, errorsAt, file, open, ours, scratch, spotcheck, until } from "./workspace";

const run = <T>(name: string): Thenable<T> => vscode.commands.executeCommand<T>(`spotcheck.${name}`);

export function commandsSuite(): void {
  describe("commands", () => {
    let extension: vscode.Extension<unknown>;
    before(async () => {
      extension = await spotcheck();
    });
    afterEach(closeAll);

    it("are all registered, and the manifest names each", async () => {
      const registered = (await vscode.commands.getCommands(true)).filter((each) => each.startsWith("spotcheck."));
      const named: string[] = extension.packageJSON.contributes.commands.map((each: { command: string }) => each.command);
      assert.deepEqual(registered.sort(), named.sort());
    });

    it("check a document and say what was found", async () => {
      await open("sums.md");
      const answer = await run<{ summary: Record<string, number>; detail: string }>("checkDocument");
      assert.equal(answer.summary.fails, 2);
      assert.match(answer.detail, /2 fail/);
    });

    it("check the derivation at the cursor", async () => {
      const editor = await open("sums.md");
      await run("checkDocument");
      editor.selection = new vscode.Selection(8, 4, 8, 4);
      const answer = await run<{ summary: Record<string, number> }>("checkDerivation");
      assert.equal(answer.summary.holds, 1);
      assert.equal(answer.summary.fails, 0);
    });

    it("check every file of the workspace", async () => {
      const answer = await run<{ checked: number; failing: number; unread: string[] }>("checkWorkspace");
      assert.deepEqual({ checked: answer.checked, failing: answer.failing, unread: answer.unread }, { checked: 4, failing: 4, unread: [] });
      assert.equal(errors(file("sums.tex")).length, 1);
      await run("clear");
    });

    it("clear the results", async () => {
      const { document } = await open("sums.md");
      await run("checkDocument");
      await errorsAt(document, ["4 + 2", "13"]);
      await run("clear");
      await until(
        () => ours(document.uri).length === 0,
        () => "results stay",
      );
    });

    it("go to the next problem and back, around the end", async () => {
      const editor = await open("sums.md");
      await run("checkDocument");
      const places = (await errorsAt(editor.document, ["4 + 2", "13"])).map((each) => each.range.start);
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      const visited: vscode.Position[] = [];
      for (const name of ["nextProblem", "nextProblem", "nextProblem", "previousProblem"]) {
        await run(name);
        visited.push(editor.selection.active);
      }
      assert.deepEqual(visited, [places[0], places[1], places[0], places[1]]);
    });

    it("restart the checker, and go on", async () => {
      const editor = await scratch("$2 + 2 = 5$\n");
      await errorsAt(editor.document, ["5"]);
      await run("restartChecker");
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "$3 + 3 = 7$ and "));
      await errorsAt(editor.document, ["7", "5"]);
    });

    it("show the output", async () => {
      await run("showOutput");
    });
  });
}
