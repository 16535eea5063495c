import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closePlace, openPlace, type Place, untilNone } from '../support/place.js';
import { smallShop } from '../support/small-shop.js';
import { type Tap, tap, tapIn } from '../support/taps.js';

describe('an app that is told to stop', () => {
  let place: Place;
  let rename: Tap;

  beforeAll(async () => {
    place = await openPlace('stopping_under_way');
    const { me, market } = await smallShop(place.app.url);
    await me.visit(`/m/${market}/shop/profile`);
    rename = tapIn(me, `/m/${market}/shop/profile`, { name: 'ร้านที่มาทันเวลา' });
  });
  afterAll(() => closePlace(place));

  it('finishes the request of a slow phone, takes no new one, and ends in good order', async () => {
    const phone = await begun(rename);
    const ended = new Promise((resolve) => place.app.child.once('exit', resolve));
    place.app.child.kill('SIGTERM');
    await untilNone(async () => ((await tap(rename)).status === 0 ? [] : ['it still takes requests']), 20);
    expect(place.app.child.exitCode).toBeNull();
    phone.write(rename.body.slice(half(rename)));
    expect(await answerOf(phone)).toMatch(/^HTTP\/1\.1 303 /);
    expect(await ended).toBe(0);
    const [shop] = await place.raw.ask<{ name: string }>(`SELECT "name" FROM "shop" ORDER BY "createdAt" DESC LIMIT 1`);
    expect(shop?.name).toBe('ร้านที่มาทันเวลา');
  });
});

const half = ({ body }: Tap) => Math.floor(body.length / 2);

/** A form of which the server has the head and half of the body. It says itself when it has the head: that is what 100 means. */
async function begun({ base, path, body, cookie }: Tap): Promise<Socket> {
  const { port, host } = new URL(base);
  const socket = connect(Number(port), '127.0.0.1');
  const lines = [
    `POST ${path} HTTP/1.1`,
    `Host: ${host}`,
    `Origin: ${base}`,
    `Cookie: ${cookie}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
    'Expect: 100-continue',
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  const first = await new Promise<Buffer>((resolve) => socket.once('data', resolve));
  expect(String(first)).toContain('100 Continue');
  socket.write(body.slice(0, Math.floor(body.length / 2)));
  return socket;
}

const answerOf = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    socket.once('data', (data) => resolve(String(data)));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('The line was cut without an answer.')));
  });
