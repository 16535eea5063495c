/** `npm start`: builds when a source is newer than the build, then runs the app in this process. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = `${root}dist/assets/app.css`;

/** Here nothing is built yet that could say it. */
function say(key, values = {}) {
  for (const language of ['th', 'en']) {
    const words = JSON.parse(readFileSync(`${root}views/catalogues/${language}/operator.json`, 'utf8'));
    process.stdout.write(`${words[key].replace(/\{\{(\w+)\}\}/g, (_hole, name) => values[name])}\n`);
  }
}

function newest(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(`${entry.parentPath}/${entry.name}`).mtimeMs), 0);
}

function isOlder(found, wanted) {
  const [a, b] = [found, wanted].map((version) => version.split('.').map(Number));
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

const wanted = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).engines.node.replace('>=', '');
if (isOlder(process.versions.node, wanted)) {
  say('start_old_node', { wanted, found: process.versions.node });
  process.exit(1);
}
if (!existsSync(built) || statSync(built).mtimeMs < Math.max(newest(`${root}src`), newest(`${root}views`))) {
  say('start_building');
  try {
    execFileSync('npm', ['run', '--silent', 'build'], {
      cwd: root,
      stdio: 'pipe',
      shell: process.platform === 'win32',
    });
  } catch ({ stdout, stderr }) {
    process.stderr.write(`${stdout}${stderr}`);
    process.exit(1);
  }
}
await import(`${root}dist/main.js`);
