/** The house stands: imports go only downwards and never in a circle, every file says what it does, the core knows no host. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { findCycle, importsOf, readSources } from "./imports";

const floors: Record<string, number> = {
  base: 0,
  document: 1,
  latex: 1,
  numeric: 1,
  expression: 2,
  notation: 3,
  distributions: 3,
  python: 3,
  derivation: 4,
  worlds: 5,
  checks: 6,
  fixes: 7,
  gpu: 7,
  verify: 8,
  features: 9,
  hosts: 10,
};

const sources = readSources();
const folderOf = (name: string): string => name.split("/")[0];
const isSource = (name: string): boolean => folderOf(name) in floors && name.includes("/");

describe("the sources", () => {
  it("stand in folders that have a floor", () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter(({ name }) => !(folderOf(name) in floors)).map(({ name }) => name)).toEqual([]);
  });

  it("import only from lower floors", () => {
    const wrong = sources.flatMap(({ name, imports }) =>
      imports
        .filter((each) => isSource(each) && folderOf(each) !== folderOf(name) && floors[folderOf(each)] >= floors[folderOf(name)])
        .map((each) => `${name} imports ${each}`),
    );
    expect(wrong).toEqual([]);
  });

  it("import files that are there", () => {
    const names = new Set(sources.map(({ name }) => name));
    const missing = sources.flatMap(({ name, imports }) =>
      imports
        .filter((each) => isSource(each) && !names.has(each) && !names.has(`${each}/index`) && !fs.existsSync(`src/${each}`))
        .map((each) => `${name}: ${each}`),
    );
    expect(missing).toEqual([]);
  });

  it("have no cycle of imports", () => {
    expect(findCycle(new Map(sources.map(({ name, imports }) => [name, imports])))).toBeUndefined();
  });

  it("open with a sentence", () => {
    const silent = sources.filter(({ text }) => !/^(?:#![^\n]*\n)?\s*(\/\*\*[\s\S]*?[.:;!?)][\s\S]*?\*\/|\/\/[^\n]*[.!?])/.test(text));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it("know nothing of an editor or of Node below the hosts", () => {
    const builtin = /^(vscode(-.*)?|node:.*|fs|path|os|url|util|worker_threads|child_process|crypto|picocolors|tinyglobby|ignore)$/;
    const wrong = sources
      .filter(({ name }) => folderOf(name) !== "hosts")
      .flatMap(({ name, imports }) => imports.filter((each) => builtin.test(each)).map((each) => `${name}: ${each}`));
    expect(wrong).toEqual([]);
  });

  it("compile below the hosts without the DOM and without Node", () => {
    const { stdout } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.core.json"], { encoding: "utf8" });
    expect(stdout).toBe("");
  });

  it("export nothing that no other file uses, types aside", () => {
    const tests = fs.readdirSync("test", { recursive: true, encoding: "utf8" }).filter((file) => /\.m?ts$/.test(file));
    const texts = [...sources, ...tests.map((file) => ({ name: `test/${file}`, text: fs.readFileSync(`test/${file}`, "utf8") }))];
    const words = new Map(texts.map(({ name, text }) => [name, new Set(text.match(/[A-Za-z_$][\w$]*/g))]));
    const idle = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/^export (?:async )?(?:const|function\*?|let) (\w+)/gm)]
        .map(([, exported]) => exported)
        .filter((exported) => ![...words].some(([other, own]) => other !== name && own.has(exported)))
        .map((exported) => `${name}: ${exported}`),
    );
    expect(idle).toEqual([]);
  });

  it("leave generated code alone", () => {
    const code = sources.filter(({ text }) => /\bnew Function\b|\beval\s*\(/.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "")));
    expect(code.map(({ name }) => name)).toEqual([]);
  });
});

describe("the reader of imports", () => {
  const cases: [string, string[]][] = [
    ['import { a } from "./a";', ["./a"]],
    ["import type { A } from '../b/a'", ["../b/a"]],
    ['import "./effect";', ["./effect"]],
    ['export { a } from "./a"; export * from "./b";', ["./a", "./b"]],
    ['const late = () => import("./late");', ["./late"]],
    ['// import "./no";\n/* from "./no" */ const text = "from nowhere";', []],
    ['const quoted = `import "./no"`;', []],
  ];
  it.each(cases)("%s", (text, expected) => expect(importsOf(text)).toEqual(expected));

  it("finds a cycle, and only where there is one", () => {
    expect(
      findCycle(
        new Map([
          ["a", ["b"]],
          ["b", ["c"]],
          ["c", ["b"]],
        ]),
      ),
    ).toEqual(["b", "c", "b"]);
    expect(
      findCycle(
        new Map([
          ["a", ["b", "c"]],
          ["b", ["c"]],
          ["c", []],
        ]),
      ),
    ).toBeUndefined();
  });
});

describe("the manifest", () => {
  const manifest = JSON.parse(fs.readFileSync("package.json", "utf8"));

  it("states the settings of the schema", async () => {
    const { manifestConfiguration } = await import("../../src/features/settings");
    expect(manifest.contributes.configuration).toEqual(JSON.parse(JSON.stringify(manifestConfiguration())));
  });

  it("names every command of the client", async () => {
    const text = fs.readFileSync("src/hosts/vscode/entry.ts", "utf8");
    const names = [.../commandNames = \[([\s\S]*?)\]/.exec(text)![1].matchAll(/"(\w+)"/g)].map(([, name]) => `spotcheck.${name}`);
    expect(manifest.contributes.commands.map((each: { command: string }) => each.command).sort()).toEqual([...names, "spotcheck.openDemo"].sort());
  });
});

describe("the page about the architecture", () => {
  const page = fs.readFileSync("ARCHITECTURE.md", "utf8");
  const named = [...new Set([...page.matchAll(/`([\w./-]+)`/g)].map(([, each]) => each))].filter((each) => /\.(ts|mjs)$|\/$|^\w+\/[\w/-]+$/.test(each));

  it("names files and folders that are there", () => {
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((each) => !fs.existsSync(each) && !fs.existsSync(`src/${each}`))).toEqual([]);
  });

  it("has a row for every folder of the sources", () => {
    expect(Object.keys(floors).filter((folder) => !new RegExp(`^\\| \\d+ \\|[^|]*\`${folder}\``, "m").test(page))).toEqual([]);
  });
});
