/** The house stands: imports go only downwards and never in a circle, every file says what it does, the core knows no host. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { floors } from "./floors";
import { findCycle, readSources } from "./imports";

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
    const users = ["test", "bench", "scripts"].flatMap((root) => fs.readdirSync(root, { recursive: true, encoding: "utf8" }).map((file) => `${root}/${file}`));
    const texts = [...sources, ...users.filter((file) => /\.m?[tj]s$/.test(file)).map((name) => ({ name, text: fs.readFileSync(name, "utf8") }))];
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
