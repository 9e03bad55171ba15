/** An esbuild plugin: `import source from "inline-worker:./path"` gives the text of that module, bundled as a classic worker. */
import path from "node:path";
import esbuild from "esbuild";

export const inlineWorker = {
  name: "inline-worker",
  setup(build) {
    build.onResolve({ filter: /^inline-worker:/ }, ({ path: name, resolveDir }) => ({
      path: path.resolve(resolveDir, `${name.slice("inline-worker:".length)}.ts`),
      namespace: "inline-worker",
    }));
    build.onLoad({ filter: /.*/, namespace: "inline-worker" }, async ({ path: file }) => {
      const { minify, target, mainFields, define } = build.initialOptions;
      const built = await esbuild.build({
        entryPoints: [file],
        bundle: true,
        write: false,
        format: "iife",
        platform: "browser",
        metafile: true,
        minify,
        target,
        mainFields,
        define,
      });
      return { contents: built.outputFiles[0].text, loader: "text", watchFiles: Object.keys(built.metafile.inputs).map((name) => path.resolve(name)) };
    });
  },
};
