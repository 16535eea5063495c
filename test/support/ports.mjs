import { createServer } from 'node:net';

// Below what the system gives to whoever asks for any port, so that nobody is given one of ours between two starts of an app.
const FIRST = 16_000;
const LAST = 32_000;
const BLOCK = 20;

/** What this process has claimed and not given away yet. */
let claimed = Promise.resolve({ next: 0, end: 0 });

/**
 * A port for an app that must come back at the same address: nobody else's until this process ends. Whoever gives ports away holds a
 * block by listening on its first; the system lets go of it with the process, however that ends.
 * @returns {Promise<string>}
 */
export async function freePort() {
  // One after the other: of two who ask at once each gets a port of its own.
  const mine = claimed.then(taken);
  claimed = mine.then(({ block }) => block);
  return String((await mine).port);
}

async function taken(block) {
  for (let port = block.next; port < block.end; port += 1)
    if (await isFree(port)) return { port, block: { ...block, next: port + 1 } };
  return taken(await newBlock());
}

async function newBlock() {
  const blocks = (LAST - FIRST) / BLOCK;
  for (let tries = 0; tries < blocks; tries += 1) {
    const start = FIRST + ((process.pid * 7 + tries) % blocks) * BLOCK;
    const held = await listening(start);
    if (!held) continue;
    held.unref();
    return { next: start + 1, end: start + BLOCK };
  }
  throw new Error(`No block of ports is free between ${FIRST} and ${LAST}.`);
}

async function isFree(port) {
  const server = await listening(port);
  if (server) await new Promise((resolve) => server.close(resolve));
  return server !== null;
}

/** @returns {Promise<import('node:net').Server | null>} */
function listening(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
