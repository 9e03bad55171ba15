/** Writes the settings of src/features/settings.ts into the manifest, so that they are stated in one place. */
import fs from "node:fs";
import esbuild from "esbuild";

const built = await esbuild.build({ entryPoints: ["src/features/settings.ts"], bundle: true, write: false, format: "esm", mainFields: ["module", "main"] });
const { manifestConfiguration } = await import(`data:text/javascript;base64,${Buffer.from(built.outputFiles[0].contents).toString("base64")}`);
const manifest = JSON.parse(fs.readFileSync("package.json", "utf8"));
manifest.contributes.configuration = manifestConfiguration();
fs.writeFileSync("package.json", `${JSON.stringify(manifest, null, 2)}\n`);
