/** `npm run dev`: builds, runs the app, and starts it again when a source, a view, a word or a style has changed. */
import { execFileSync, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const QUIET_MS = 300;
let app;
let waiting;

function start() {
  app = spawn(process.execPath, [`${root}dist/main.js`], { cwd: root, stdio: 'inherit' });
}

/** Several files change at once: the app starts again when they are quiet, and after the old one has let go of its port. */
function restart() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (app.exitCode !== null) return start();
    app.once('exit', start);
    app.kill('SIGTERM');
  }, QUIET_MS);
}

function styles() {
  execFileSync(process.execPath, [`${root}views/styles/build.mjs`], { cwd: root, stdio: 'inherit' });
}

execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
start();
const compiler = spawn(
  process.execPath,
  [`${root}node_modules/typescript/bin/tsc`, '-p', 'tsconfig.json', '--watch', '--preserveWatchOutput'],
  // A group of its own: the compiler is a process of this one's child, and ends with its group.
  { cwd: root, stdio: 'inherit', detached: true },
);
watch(`${root}dist`, { recursive: true }, (_event, file) => {
  if (file?.endsWith('.js') && !file.startsWith('assets')) restart();
});
watch(`${root}seeds`, { recursive: true }, restart);
watch(`${root}views`, { recursive: true }, () => {
  // A class that no view had used before is not in the style sheet yet.
  styles();
  restart();
});
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    if (compiler.pid) process.kill(-compiler.pid);
    app.once('exit', () => process.exit(0));
    app.kill('SIGTERM');
  });
