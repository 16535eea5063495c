import { appendFileSync } from 'node:fs';
import { ServerResponse } from 'node:http';

/**
 * Loaded into the provider's process (`node --import`): writes down every answer under /v1, so that all specs are held
 * against Stripe's schema without asking for it. Written at once, because some of these processes are killed.
 */
const file = process.env.WIRE_LOG;
const end = ServerResponse.prototype.end;

ServerResponse.prototype.end = function tapped(chunk, ...rest) {
  const { method, url } = this.req;
  if (url.startsWith('/v1/')) {
    const body = chunk === undefined || typeof chunk === 'function' ? '' : String(chunk);
    appendFileSync(file, `${JSON.stringify({ method, url, status: this.statusCode, body })}\n`);
  }
  return end.call(this, chunk, ...rest);
};
