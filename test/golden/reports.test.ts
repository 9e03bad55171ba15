/** Reports of the samples: they change only on purpose (`npx vitest run test/golden -u` writes them anew). */
import fs from "node:fs";
import { expect, it } from "vitest";
import { check, stepsOf } from "../verify/run";

const documents = fs.readdirSync("samples").filter((name) => /\.(md|tex|ipynb)$/.test(name));

it.each(documents)("%s", async (name) => {
  const text = fs.readFileSync(`samples/${name}`, "utf8");
  const rows = stepsOf(check(text, {}, name)).map(
    (s) =>
      `${s.range.start.line + 1}:${s.range.start.character + 1} ${s.verdict} ${s.code} ${text.slice(s.relationRange.start.offset, s.range.end.offset).replace(/\s+/g, " ").slice(0, 80)}`,
  );
  await expect(`${rows.join("\n")}\n`).toMatchFileSnapshot(`../golden/${name}.txt`);
});
