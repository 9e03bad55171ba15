/** The command line as it is built: arguments, files, exit statuses, the stream. */
import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readArguments, UsageError } from "../../src/hosts/cli/arguments";
import { preamblesOf } from "../../src/hosts/cli/preambleFiles";
import { decode, findPaths } from "../../src/hosts/cli/sources";
import { answer } from "../../src/hosts/cli/stream";
import type { Report } from "../../src/verify/report";

const cli = path.resolve("dist/cli.js");
let folder: string;

function run(args: readonly string[], input = ""): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [cli, ...args], { cwd: folder, input, encoding: "utf8" });
}

function write(name: string, content: string | Uint8Array): void {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}

beforeAll(() => {
  if (!fs.existsSync(cli)) spawnSync(process.execPath, ["scripts/build.mjs"]);
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "spotcheck-cli-"));
  write("right.md", "$1 + 1 = 2$\n");
  write("wrong.md", "$1 + 1 = 3$\n");
  write("binary.md", Uint8Array.of(36, 0, 1, 2));
  write("latin.md", Uint8Array.of(65, 10, 0xe9, 10));
  write("course/.git/HEAD", "");
  write("course/.gitignore", "drafts\n*.tmp.md\n!kept.tmp.md\n");
  write("course/a.md", "");
  write("course/b.tex", "");
  write("course/c.txt", "");
  write("course/x.tmp.md", "");
  write("course/kept.tmp.md", "");
  write("course/drafts/d.md", "");
  write("course/weeks/e.qmd", "");
  write("course/weeks/.gitignore", "f.md");
  write("course/weeks/f.md", "");
  write("course/node_modules/g.md", "");
  write("empty/h.txt", "");
});

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe("exit statuses", () => {
  it.each([
    [["check", "right.md"], 0],
    [["check", "wrong.md"], 1],
    [["check", "right.md", "wrong.md"], 1],
    [["check", "nowhere.md"], 2],
    [["check", "binary.md", "right.md"], 2],
    [["check", "empty"], 2],
    [["check"], 2],
    [["chek", "right.md"], 2],
    [["check", "right.md", "--formt", "json"], 2],
    [["check", "right.md", "--format", "yaml"], 2],
    [["check", "right.md", "--seed", "x"], 2],
    [["check", "right.md", "--samples", "0"], 2],
    [["stream", "right.md"], 2],
    [[], 2],
    [["--help"], 0],
    [["--version"], 0],
  ])("of %j is %d", (args, status) => expect(run(args).status).toBe(status));

  it("of wrong usage comes with one line that says why", () => {
    expect(run(["check", "right.md", "--format", "yaml"]).stderr).toMatch(/^spotcheck: unknown format "yaml": pretty, json.*\nTry spotcheck --help\n$/);
  });
});

describe("output", () => {
  it("is one JSON object with the report", () => {
    const report: Report = JSON.parse(run(["check", "wrong.md", "right.md", "--format", "json", "--seed", "5"]).stdout);
    expect(report).toMatchObject({ version: 1, tool: { name: "spotcheck" }, seed: 5 });
    expect(report.files.map(({ path: name, summary }) => [name, summary.fails, summary.holds])).toEqual([
      ["wrong.md", 1, 0],
      ["right.md", 0, 1],
    ]);
  });

  it("reports the other files beside one that cannot be read, and names the place", () => {
    const { stdout, stderr } = run(["check", "binary.md", "latin.md", "wrong.md", "--format", "json"]);
    expect(JSON.parse(stdout).files.map((file: { path: string }) => file.path)).toEqual(["wrong.md"]);
    expect(stderr).toContain("binary.md: not a text file: byte 1 is zero");
    expect(stderr).toContain("latin.md: not a UTF-8 text: byte 2, line 2");
  });

  it("has no colours where there is no terminal", () => expect(run(["check", "wrong.md"]).stdout).not.toContain("\u001b"));

  it("marks the failing part", () => expect(run(["check", "wrong.md"]).stdout).toMatch(/1 \| \$1 \+ 1 = 3\$\n +\| +\^\n/));

  it("is empty if quiet and nothing fails", () => {
    expect(run(["check", "right.md", "--quiet"]).stdout).toBe("");
    expect(run(["check", "wrong.md", "--quiet"]).stdout).toContain("fails");
  });

  it.each(["sarif", "junit", "github"])("%s tells of the failing step", (format) => {
    expect(run(["check", "wrong.md", "--format", format]).stdout).toContain("wrong.md");
  });

  it("of standard input has the name it was given", () => {
    const { stdout, status } = run(["check", "-", "--stdin-path", "x/y.tex", "--format", "json"], "\\[ 2 = 3 \\]\n");
    expect(JSON.parse(stdout).files[0].path).toBe("x/y.tex");
    expect(status).toBe(1);
  });

  it("is the same by one thread and by several", () => {
    const part = (k: number): string =>
      `## Part ${k}\n\nLet $c = ${k} a + 1$. Then $(c - 1)^2 = ${k * k} a^2$ and $(x + ${k})^2 = x^2 + ${k} x + ${k * k}$.\n\n`;
    write("long/a.md", Array.from({ length: 300 }, (_, k) => part(k + 1)).join(""));
    const by = (jobs: string): string => run(["check", "long/a.md", "--format", "json", "--jobs", jobs]).stdout;
    expect(by("3")).toBe(by("1"));
  }, 120_000);

  it("is the same every time", () => {
    const once = run(["check", path.resolve("samples/homework.md"), "--format", "json"]).stdout;
    expect(run(["check", path.resolve("samples/homework.md"), "--format", "json"]).stdout).toBe(once);
  });

  it("ends quietly when nobody reads it", async () => {
    const child = spawn(process.execPath, [cli, "stream"], { stdio: ["pipe", "pipe", "pipe"] });
    child.stdout.destroy();
    child.stdin.on("error", () => {});
    let complaint = "";
    child.stderr.on("data", (chunk) => {
      complaint += chunk;
    });
    for (let count = 0; count < 50; count++) child.stdin.write(`${JSON.stringify({ path: "a.md", text: "$1=1$" })}\n`);
    child.stdin.end();
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect([status, complaint]).toEqual([0, ""]);
  });
});

describe("files", () => {
  it("of a folder are its documents, less what is ignored", () => {
    const { paths } = findPaths([path.join(folder, "course")]);
    expect(paths.map((each) => path.relative(folder, each))).toEqual(["course/a.md", "course/b.tex", "course/kept.tmp.md", "course/weeks/e.qmd"]);
  });
  it("of a folder inside obey the rules above it", () => {
    expect(findPaths([path.join(folder, "course/weeks")]).paths.map((each) => path.basename(each))).toEqual(["e.qmd"]);
  });
  it("of a glob are what it matches", () => {
    expect(findPaths([path.join(folder, "*.md")]).paths.map((each) => path.basename(each))).toEqual(["binary.md", "latin.md", "right.md", "wrong.md"]);
  });
  it("named twice are checked once", () => expect(findPaths([cli, cli]).paths).toEqual([cli]));
  it("with a mark of their encoding are read", () => {
    expect(decode("a", Uint8Array.of(0xff, 0xfe, 0x41, 0))).toEqual({ path: "a", text: "A" });
    expect(decode("a", Uint8Array.of(0xfe, 0xff, 0, 0x41))).toEqual({ path: "a", text: "A" });
  });
  it("that a document includes are found beside it", () => {
    write("paper/main.tex", "");
    write("paper/my.sty", "\\newcommand{\\R}{r} \\input{sub/more}");
    write("paper/sub/more.tex", "\\newcommand{\\S}{s}");
    const texts = preamblesOf({ path: path.join(folder, "paper/main.tex"), text: "\\usepackage{amsmath,my}" });
    expect(texts).toEqual(["\\newcommand{\\R}{r} \\input{sub/more}", "\\newcommand{\\S}{s}"]);
  });
});

describe("arguments", () => {
  it("are read", () => {
    expect(readArguments(["check", "a", "--samples", "9", "--no-color", "-q"])).toMatchObject({
      patterns: ["a"],
      samples: 9,
      color: false,
      quiet: true,
      seed: 0,
    });
  });
  it.each([[["check", "a", "--seed", "-1"]], [["check", "a", "--seed", "1.5"]], [["check", "a", "--seed"]]])("%j are refused", (argv) =>
    expect(() => readArguments(argv)).toThrow(UsageError),
  );
});

describe("the stream", () => {
  it("answers every line, in order, and survives bad ones", () => {
    const lines = [JSON.stringify({ path: "a.md", text: "$1=2$" }), "{", "[1]", '{"path":"b.md"}', "", JSON.stringify({ path: "c.md", text: "\u2028$1=1$" })];
    const { stdout, status } = run(["stream"], `${lines.join("\n")}\n`);
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers.map((each) => [each.path, each.report.summary.fails, each.report.problems[0]?.code])).toEqual([
      ["a.md", 1, undefined],
      ["", 0, "stream/bad-line"],
      ["", 0, "stream/bad-line"],
      ["b.md", 0, "stream/bad-line"],
      ["c.md", 0, undefined],
    ]);
    expect(status).toBe(0);
  });

  it("answers before its input ends", async () => {
    const child = spawn(process.execPath, [cli, "stream"]);
    const first = new Promise<string>((resolve) => child.stdout.once("data", (chunk) => resolve(String(chunk))));
    child.stdin.write(`${JSON.stringify({ path: "a.md", text: "😀 $1=1$" })}\n`);
    expect(JSON.parse(await first).path).toBe("a.md");
    child.stdin.end();
    await new Promise((resolve) => child.on("close", resolve));
  });

  it("names the line that is no request", () => expect(answer("nope", 3, { seed: 0 }).report.problems[0].message).toBe("Line 3 of the stream is not JSON."));
});
