/** Documents of a file system that is no disk: everything goes through the editor's own access to files. */
import * as vscode from "vscode";
import { closeAll, errorsAt, spotcheck } from "./workspace";

const scheme = "spotcheck-memory";
const at = (name: string) => vscode.Uri.from({ scheme, path: `/notes/${name}` });

export function virtualSuite(): void {
  describe("a virtual file system", () => {
    let files: vscode.Disposable;
    before(async () => {
      await spotcheck();
      files = vscode.workspace.registerFileSystemProvider(scheme, new Memory(TEXTS), { isReadonly: true });
    });
    afterEach(closeAll);
    after(() => files.dispose());

    it("has documents that are checked, with the macros of files beside them", async () => {
      const document = await vscode.workspace.openTextDocument(at("sheet.tex"));
      await vscode.window.showTextDocument(document);
      await errorsAt(document, ["\\half + 1"]);
    });

    it("has documents that are checked by command", async () => {
      const document = await vscode.workspace.openTextDocument(at("plain.md"));
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand("spotcheck.checkDocument");
      await errorsAt(document, ["8"]);
    });
  });
}

const TEXTS: ReadonlyMap<string, string> = new Map([
  ["/notes/macros.tex", "\\newcommand{\\half}{\\frac{1}{2}}\n"],
  ["/notes/sheet.tex", "\\documentclass{article}\n\\input{macros}\n\\begin{document}\n\\[ \\half + \\half = 1 = \\half + 1 \\]\n\\end{document}\n"],
  ["/notes/plain.md", "$3 + 4 = 8$\n"],
]);

/** Files of one folder, kept in memory. */
class Memory implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(private readonly texts: ReadonlyMap<string, string>) {}

  readFile({ path }: vscode.Uri): Uint8Array {
    const text = this.texts.get(path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return new TextEncoder().encode(text);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === "/notes") return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.readFile(uri).length };
  }

  readDirectory(): [string, vscode.FileType][] {
    return [...this.texts.keys()].map((path) => [path.replace("/notes/", ""), vscode.FileType.File]);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  createDirectory = refuse;
  writeFile = refuse;
  delete = refuse;
  rename = refuse;
}

const refuse = (): never => {
  throw vscode.FileSystemError.NoPermissions("read only");
};
