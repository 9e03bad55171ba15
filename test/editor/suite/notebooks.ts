/** Notebooks: each cell's problems stand in that cell, and follow its edits. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, errors, errorsAt, file, spotcheck, until } from "./workspace";

export function notebooksSuite(): void {
  describe("notebooks", () => {
    before(spotcheck);
    afterEach(closeAll);

    it("have their problems in the cells", async () => {
      const notebook = await vscode.workspace.openNotebookDocument(file("sums.ipynb"));
      await vscode.window.showNotebookDocument(notebook);
      const [first, , last] = notebook.getCells().map((cell) => cell.document);
      const [error] = await errorsAt(first, ["3 + 2"]);
      assert.equal(error.range.start.line, 2);
      assert.deepEqual(errors(last.uri), []);
    });

    it("follow the edits of a cell", async () => {
      const notebook = await vscode.workspace.openNotebookDocument(file("sums.ipynb"));
      await vscode.window.showNotebookDocument(notebook);
      const last = notebook.cellAt(2).document;
      await errorsAt(notebook.cellAt(0).document, ["3 + 2"]);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(last.uri, new vscode.Range(0, 10, 0, 11), "7");
      assert.ok(await vscode.workspace.applyEdit(edit));
      await until(
        () => last.getText().includes("= 7"),
        () => last.getText(),
      );
      await errorsAt(last, ["7"]);
    });
  });
}
