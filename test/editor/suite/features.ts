/** Hovers, quick fixes and lenses in the real editor. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, errorsAt, open, scratch, spotcheck, until } from "./workspace";

export function featuresSuite(): void {
  describe("features", () => {
    before(spotcheck);
    afterEach(closeAll);

    it("a hover explains the step under the cursor", async () => {
      const { document } = await open("sums.md");
      await vscode.commands.executeCommand("spotcheck.checkDocument");
      const [first] = await errorsAt(document, ["4 + 2", "13"]);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, first.range.start);
      const text = hovers.flatMap((hover) => hover.contents.map((each) => (typeof each === "string" ? each : each.value))).join("\n");
      assert.match(text, /This step fails/);
      assert.match(text, /To mend it:/);
      // the diagnostic at the same place says the numbers
      assert.match(first.message, /left side is 5, the right side 6/);
      assert.ok(!text.includes("Counterexample"));
    });

    it("a quick fix leaves a derivation alone, and then it has no errors", async () => {
      const { document } = await scratch("Some words.\n\n$$\n1 + 1 = 3\n$$\n");
      const [error] = await errorsAt(document, ["3"]);
      const actions = await actionsAt(document, error.range);
      const off = actions.find((action) => /not check this derivation/i.test(action.title));
      assert.ok(off?.edit, actions.map((action) => action.title).join());
      await vscode.workspace.applyEdit(off.edit);
      assert.match(document.getText(), /^<!-- spotcheck: off -->\n\$\$/m);
      await errorsAt(document, []);
    });

    it("a quick fix that the report offers makes the step hold", async () => {
      const { document } = await scratch("$$(a + b)^2 = (a + b)(a + b) = a^2 - 2 a b + b^2$$\n");
      const [error] = await errorsAt(document, ["a^2 - 2 a b + b^2"]);
      const [fix] = (await actionsAt(document, error.range)).filter((action) => action.isPreferred);
      assert.ok(fix?.edit, "a preferred fix is offered");
      await vscode.workspace.applyEdit(fix.edit);
      await errorsAt(document, []);
    });

    it("a mark stands behind each step that holds", async () => {
      const { document } = await open("sums.md");
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      let marked: string[] = [];
      await until(
        async () => {
          const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole);
          marked = hints.map(({ position, label }) => `${document.lineAt(position.line).text.slice(0, position.character)} ${label}`);
          return marked.length > 0 && marked.every((each) => each.endsWith(" ✓"));
        },
        () => `marks: ${marked.join(" | ")}`,
      );
      assert.ok(!marked.some((each) => each.includes("13")), marked.join(" | "));
    });

    it("a lens sums a derivation up", async () => {
      const { document } = await open("sums.md");
      await vscode.commands.executeCommand("spotcheck.checkDocument");
      await errorsAt(document, ["4 + 2", "13"]);
      let titles: (string | undefined)[] = [];
      await until(
        async () => {
          const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 100);
          titles = lenses.map((lens) => lens.command?.title);
          return titles.includes("✓ 1 holds\u2002✗ 1 fails");
        },
        () => `lenses: ${titles.join(" | ")}`,
      );
    });
  });
}

async function actionsAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, range);
}
