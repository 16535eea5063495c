import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { whoseProvider, whyNotProvider } from './provider-settings.js';

const port = (otherwise: number) => z.coerce.number().int().min(0).max(65535).default(otherwise);

const Environment = z.object({
  /** Only where somebody says so: a newcomer's first start is not yet a place for real people. */
  NODE_ENV: z.enum(['development', 'production', 'test']).optional(),
  PORT: port(3000),
  HOST: z.string().default('0.0.0.0'),
  APP_URL: z.url().optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  /** Without it: embedded, unless the settings below say where another one is. */
  PROVIDER: z.enum(['embedded', 'external']).optional(),
  PROVIDER_PORT: port(12500),
  /** Seconds after each failed try of a webhook, with commas between. */
  PROVIDER_RETRY_SECONDS: z
    .string()
    .regex(/^(none|\d+(,\d+)*)$/, 'must be whole seconds with commas between, or none')
    .optional(),
  /** How the provider lets a market's shops be paid: collected by the market and split, or each by itself as Stripe has it in Thailand. */
  CONNECT_MODEL: z.enum(['platform_split', 'direct']).default('platform_split'),
  STRIPE_API_HOST: z.string().optional(),
  STRIPE_API_PORT: z.coerce.number().int().optional(),
  STRIPE_API_PROTOCOL: z.enum(['http', 'https']).optional(),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^sk_test_/, 'must be a test key: real money is never taken here')
    .optional(),
  /** Of a provider that is not ours: Stripe's own test mode, stripe-mock. */
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_/, 'must begin with whsec_')
    .optional(),
  /** `small`: the demo's class before anybody has done anything, for tests that begin there. */
  SEED_DEMO: z.enum(['auto', 'small', 'no']).default('auto'),
  /** The demo's doors: yes opens them also at a place for real people, no shuts them everywhere. */
  DEMO_DOORS: z.enum(['yes', 'no']).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
  /** Pages cost more to compress than to send where the wire is short: on one machine, behind a proxy that does it. */
  COMPRESS: z.enum(['yes', 'no']).default('yes'),
  CRASH_AT: z.string().optional(),
});

const Surroundings = Environment.transform((env) => ({
  ...env,
  PROVIDER: env.PROVIDER ?? whoseProvider(env),
})).superRefine((env, context) => {
  for (const [setting, message] of whyNotProvider(env)) context.addIssue({ code: 'custom', path: [setting], message });
});

/** Everything that the surroundings decide, read once at the start. */
export class Config {
  readonly env: z.infer<typeof Surroundings>;
  readonly dataDir: string;

  /** Whether people reach it over TLS, by a proxy. */
  get isHttps(): boolean {
    return this.env.APP_URL?.startsWith('https:') ?? false;
  }

  /** A line an answer is for a program that keeps them; in a terminal it would push away what the start says. */
  get logLevel(): NonNullable<z.infer<typeof Environment>['LOG_LEVEL']> {
    return this.env.LOG_LEVEL ?? (process.stdout.isTTY ? 'warn' : 'info');
  }

  constructor(source: NodeJS.ProcessEnv) {
    // An empty setting is one that nobody made: shells cannot unset a variable in passing.
    const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
    const read = Surroundings.safeParse(set);
    if (!read.success) throw new ConfigError(read.error);
    this.env = read.data;
    this.dataDir = resolve(read.data.DATA_DIR);
    mkdirSync(this.dataDir, { recursive: true });
  }
}

/** One sentence a setting, so that whoever runs the machine can mend it without reading code. */
export class ConfigError extends Error {
  constructor(problem: z.ZodError) {
    super(problem.issues.map((issue) => `Setting ${issue.path.join('.')}: ${issue.message}.`).join('\n'));
    this.name = 'ConfigError';
  }
}
