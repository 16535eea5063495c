import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands before several processes of a deployment: it hands each request to the next of them in turn. */
export async function balancer(): Promise<{ url: string; before(...urls: string[]): void; close(): void }> {
  let backends: string[] = [];
  let turn = 0;
  const server = createServer((asked, answer) => {
    const { port } = new URL(backends[turn++ % backends.length] ?? '');
    const { method, url: path, headers } = asked;
    const passedOn = request({ host: '127.0.0.1', port, method, path, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    passedOn.on('error', () => answer.writeHead(502).end());
    asked.pipe(passedOn);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    before: (...urls) => {
      backends = urls;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
