import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/**
 * Starts the built app on a free port and answers its address and process when it says where it is.
 * @param {Record<string, string>} settings
 */
export async function startApp(settings) {
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    PORT: '0',
    PROVIDER_PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    // The full demo has a spec of its own; the others begin with a class that has done nothing yet.
    SEED_DEMO: 'small',
    ...settings,
  };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  child.stderr.on('data', (data) => {
    printed += data;
  });
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => {
      printed += data;
      const found = /TaladLab is at (http:\/\/localhost:\d+)/.exec(printed);
      if (found) resolve(found[1].replace('localhost', '127.0.0.1'));
    });
    child.once('exit', (code) => reject(new Error(`The app ended with ${code} before it listened:\n${printed}`)));
  });
  return { url, child, printed: () => printed };
}

/** Ends an app as an operator does and waits until it is gone. */
export function stopApp({ child }) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}
