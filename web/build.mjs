// Bundles GraphiQL into one folder: `node build.mjs OUTPUT_FOLDER`. graph/assets.py calls this.
import { build } from "esbuild";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv, exit } from "node:process";

const folder = argv[2];
if (!folder) {
  console.error("usage: node build.mjs OUTPUT_FOLDER");
  exit(2);
}

// graphiql/style.css already holds the editor's rules and its icon font; a second copy would only weigh.
const editorStylesOnce = {
  name: "editor-styles-once",
  setup: ({ onLoad }) => onLoad({ filter: /monaco-editor[\\/]esm[\\/].*\.css$/ }, () => ({ contents: "", loader: "css" })),
};

const shared = {
  bundle: true,
  minify: true,
  metafile: true,
  outdir: folder,
  platform: "browser",
  target: "es2022",
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "none", // licences.txt has every licence whole
  logLevel: "warning",
};

/** The licence of every package that went into the bundle, which must travel with it. */
function licences(inputs) {
  const packages = inputs.map((input) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]).filter(Boolean);
  const texts = [...new Set(packages)].sort().map((path) => {
    const { name, version, license } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
    const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(path, file), "utf8").trim() : ""}\n`;
  });
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

const results = await Promise.all([
  build({
    ...shared,
    entryPoints: { graphiql: "src/main.jsx" },
    format: "esm",
    splitting: true,
    chunkNames: "chunk-[hash]",
    jsx: "automatic",
    // GraphiQL imports Prettier's parsers by their old CommonJS names, whose members a bundle does not find.
    alias: { "prettier/parser-babel": "prettier/plugins/babel", "prettier/parser-graphql": "prettier/plugins/graphql" },
    plugins: [editorStylesOnce],
  }),
  // A worker is a script of its own: the page cannot hand it a chunk.
  build({
    ...shared,
    entryPoints: {
      "editor.worker": "monaco-editor/esm/vs/editor/editor.worker.js",
      "graphql.worker": "monaco-graphql/esm/graphql.worker.js",
      "json.worker": "monaco-editor/esm/vs/language/json/json.worker.js",
    },
    format: "iife",
  }),
]);

writeFileSync(join(folder, "licences.txt"), licences(results.flatMap(({ metafile }) => Object.keys(metafile.inputs))));
