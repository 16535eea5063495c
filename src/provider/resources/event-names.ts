import type Stripe from 'stripe';
import { z } from 'zod';
import { readSeedFile } from '../../shared/seed-file.js';

export type EventName = Exclude<Stripe.WebhookEndpointCreateParams.EnabledEvent, '*'>;

const Names = z.strictObject({ events: z.record(z.string(), z.array(z.string())) });

/** Every type of event that Stripe has in this version: what an endpoint may ask for, whether it ever happens here or not. */
export const EVENT_NAMES: readonly EventName[] = Object.entries(
  readSeedFile('provider/events.yaml', Names).events,
).flatMap(([of, names]) => names.map((name) => `${of}.${name}` as EventName));

/** The names that `charge.*` or one name stands for. */
export const eventsLike = (pattern: string): string[] =>
  pattern.endsWith('*') ? EVENT_NAMES.filter((name) => name.startsWith(pattern.slice(0, -1))) : [pattern];
