/**
 * `npm run bench`: the list of 24 goods, signed in and with everything on but compression, against a bare server of the same
 * goods. The two take turns in one run, since a machine is never equally fast twice. JSON out; the aim is a ratio of 0.4.
 */
import autocannon from 'autocannon';
import { inFolder, median, previewing, processorMs, rounded, startServer, startTheApp, stopServer } from './app.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 9);
const SECONDS = Number(process.env.SECONDS ?? 2);

async function load(url, headers = {}) {
  const result = await autocannon({ url, headers, connections: 10, duration: SECONDS });
  if (result.non2xx || result.errors) throw new Error(`${url} failed ${result.non2xx + result.errors} times`);
  return { total: result.requests.total, perSecond: result.requests.total / result.duration };
}

async function measured(server, url, headers) {
  const before = processorMs(server);
  const { total, perSecond } = await load(url, headers);
  return { perSecond, processor: before === null ? null : (processorMs(server) - before) / total };
}

/** How far the bare page may be from the app's: a page that grew only on one side would not be compared but flattered or wronged. */
const FAIR = 0.02;

const bytes = async (url, headers = {}) => (await (await fetch(url, { headers })).arrayBuffer()).byteLength;

await inFolder(async (folder) => {
  const app = await startTheApp(folder);
  const { browser, market } = await previewing(app.url);
  const bare = await startServer('bench/bare/server.mjs', folder, { DATA_DIR: folder, MARKET: market });
  const listing = `${app.url}/m/${market}`;
  const signedIn = { cookie: browser.cookie };
  try {
    const [appBytes, bareBytes] = [await bytes(listing, signedIn), await bytes(bare.url)];
    if (Math.abs(bareBytes / appBytes - 1) > FAIR)
      throw new Error(
        `bench/bare/page.hbs makes ${bareBytes} bytes and the app ${appBytes}: bring it up to date first.`,
      );
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const both = { bare: await measured(bare, bare.url), app: await measured(app, listing, signedIn) };
      // The first round only warms them up.
      if (round > 0) rounds.push({ ...both, ratio: both.app.perSecond / both.bare.perSecond });
    }
    const report = {
      bench: 'storefront',
      node: process.version,
      rounds: rounds.map((round) => rounded(round.ratio, 3)),
      ratio: rounded(median(rounds.map((round) => round.ratio)), 3),
      appPerSecond: rounded(median(rounds.map((round) => round.app.perSecond)), 0),
      barePerSecond: rounded(median(rounds.map((round) => round.bare.perSecond)), 0),
      processorRatio: rounded(median(rounds.map((round) => round.bare.processor / round.app.processor)), 3),
      appBytes,
      bareBytes,
      aim: 0.4,
    };
    process.stdout.write(`${JSON.stringify(report)}\n`);
  } finally {
    await stopServer(bare);
    await stopServer(app);
  }
});
