/** Makes the scripts of the pages in dist/assets: one file a layout, small enough for a phone, for Chrome 90 and what is newer. */
import { buildSync } from 'esbuild';

export function buildScripts(root, out) {
  buildSync({
    entryPoints: ['phone', 'print', 'service-worker'].map((name) => `${root}views/scripts/${name}.ts`),
    outdir: out,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2020', 'chrome90'],
    logLevel: 'warning',
  });
}
