/** The manifest says what the sources say. */
import fs from "node:fs";
import { describe, expect, it } from "vitest";

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
