/** Builds what browsers load into dist/assets: one style sheet, the Thai font, the pictures of the join cards and the scripts. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildScripts } from '../scripts/build.mjs';
import { drawAppIcons } from './app-icons.mjs';
import { drawSharePicture } from './share-picture.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = `${root}dist/assets`;
mkdirSync(out, { recursive: true });

execFileSync(
  process.execPath,
  [
    `${root}node_modules/@tailwindcss/cli/dist/index.mjs`,
    '-i',
    'views/styles/app.css',
    '-o',
    `${out}/app.css`,
    '--minify',
  ],
  {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
for (const weight of [400, 700]) {
  copyFileSync(
    `${root}node_modules/@fontsource/ibm-plex-sans-thai-looped/files/ibm-plex-sans-thai-looped-thai-${weight}-normal.woff2`,
    `${out}/plex-thai-${weight}.woff2`,
  );
}
for (const file of readdirSync(`${root}views/styles`).filter((name) => /\.svg$/.test(name))) {
  copyFileSync(`${root}views/styles/${file}`, `${out}/${file}`);
}
for (const file of readdirSync(`${root}views/styles/pictures`).filter((name) => name.endsWith('.svg'))) {
  copyFileSync(`${root}views/styles/pictures/${file}`, `${out}/picture-${file}`);
}
buildScripts(root, out);
await drawSharePicture(root, out);
await drawAppIcons(root, out);

// Which commit it was built of, where that is known: the operator's page and every backup say it.
try {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  writeFileSync(`${root}dist/commit`, commit);
} catch {
  rmSync(`${root}dist/commit`, { force: true });
}
