/** The built app as an operator starts it, on a folder that is thrown away, for the benchmarks beside this file. */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { load } from 'cheerio';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Starts a script of this repository that says "… is at http://localhost:PORT" or "… listening on …" and answers where it is.
 * What it prints goes to a file: reading its log here would take time from the load that this process makes.
 */
export async function startServer(script, folder, settings, nodeOptions = []) {
  const printed = join(folder, `${script.replace(/\W/g, '-')}-${process.hrtime.bigint()}.log`);
  const out = openSync(printed, 'w');
  const child = spawn(process.execPath, [...nodeOptions, join(root, script)], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', out, out],
  });
  closeSync(out);
  for (let turn = 0; turn < 600; turn += 1) {
    const found = /(?:is at|listening on) (http:\/\/(?:localhost|127\.0\.0\.1):\d+)/.exec(
      readFileSync(printed, 'utf8'),
    );
    if (found) return { url: found[1].replace('localhost', '127.0.0.1'), child };
    if (child.exitCode !== null) break;
    await wait(100);
  }
  child.kill();
  throw new Error(`${script} did not start:\n${readFileSync(printed, 'utf8')}`);
}

export const startTheApp = (folder, settings = {}, nodeOptions = []) =>
  startServer(
    'dist/main.js',
    folder,
    {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      PROVIDER_PORT: '0',
      DATA_DIR: folder,
      DATABASE_URL: '',
      COMPRESS: 'no',
      LOG_LEVEL: 'info',
      SEED_DEMO: 'small',
      DEMO_DOORS: 'yes',
      ...settings,
    },
    nodeOptions,
  );

export async function stopServer({ child }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** The processor's share of a server so far in ms, or null where the system does not tell: it does not depend on who else is at work. */
export function processorMs({ child }) {
  try {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

/** Runs `work` with a folder of its own and takes the folder away afterwards. */
export async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'taladlab-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A person with a browser: her cookies, and forms sent with what they hold. */
export class Browser {
  cookies = new Map();

  constructor(base) {
    this.base = base;
  }

  get cookie() {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async visit(path, body) {
    const response = await fetch(new URL(path, this.base), {
      method: body ? 'POST' : 'GET',
      body,
      redirect: 'manual',
      headers: { cookie: this.cookie, ...(body ? { origin: this.base } : {}) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      this.cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (next) return this.visit(next);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    this.page = { path, $: load(await response.text()) };
    return this.page;
  }

  /** Sends the first form whose action is this, with its own fields and these. */
  submit(action, fields = {}) {
    const form = this.page.$(`form[action="${action}"]`).first();
    if (form.length === 0) throw new Error(`No form goes to ${action} on ${this.page.path}.`);
    const body = new URLSearchParams(form.serializeArray().map(({ name, value }) => [name, value]));
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.visit(action, body);
  }
}

/** A trainer in the market of an exercise that she previews. */
export async function previewing(base, exercise = 'first-sale') {
  const browser = new Browser(base);
  await browser.visit('/');
  await browser.submit('/demo/trainer');
  await browser.visit('/exercises');
  const { $ } = await browser.submit(`/exercises/${exercise}/preview`, { seed: 'bench' });
  const market = /\/m\/([a-z0-9]+)/.exec($.html())?.[1];
  if (!market) throw new Error('The preview names no market.');
  return { browser, market };
}

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
export const rounded = (number, digits = 2) => Number(number.toFixed(digits));
