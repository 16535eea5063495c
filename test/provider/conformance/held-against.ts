import { exchanges } from './exchanges.js';
import { type Breach, breachesOf, breachesWithin, templateOf } from './openapi.js';

/** Asked by the CLI's own checkout triggers and described nowhere: only the objects in the answer can be checked. */
const UNDESCRIBED = /^\/v1\/payment_pages\//;

/** What in the answers of the providers on this folder is not as Stripe describes it, each kind of breach once. */
export function breachesIn(dataDir: string): string[] {
  const wrong = exchanges(dataDir).flatMap(({ method, url, status, body }) => {
    const path = url.split('?', 1)[0] ?? '';
    const json = JSON.parse(body || 'null') as Record<string, unknown>;
    // A refusal carries whole objects too: the intent that was declined, its method.
    if (status >= 300 || UNDESCRIBED.test(path)) return told(`${method} ${path}`, breachesWithin(json));
    const template = templateOf(path.replace(/\/$/, ''));
    if (!template) return [`${method} ${path}: Stripe has no such path`];
    return told(`${method} ${template}`, breachesOf(method, template, json));
  });
  return [...new Set(wrong)];
}

const told = (where: string, breaches: Breach[]): string[] =>
  breaches.map(({ schema, at, message }) => `${where}: ${schema}${at} ${message}`);
