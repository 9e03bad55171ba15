/** The page about the architecture names what is there. */
import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { floors } from "./floors";

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
