import { z } from 'zod';

const url = (...protocols: string[]) =>
  z.string().refine((value) => protocols.some((protocol) => value.startsWith(protocol)), {
    error: `must begin with ${protocols.join(' or ')}`,
  });

/** The library of Stripe takes a scheme, a host and a port, and would drop a path without a word. */
const hasNoPath = (value: string): boolean => URL.canParse(value) && new URL(value).pathname === '/';

/** A key that is sent in a header or signs with: a blank or a line end in it is a slip of copying. */
const key = z.string().regex(/^[\x21-\x7e]+$/, 'must have no blanks and no line ends');

const wholeNumber = (fallback: number, min: number, max: number) =>
  z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(min)
    .max(max)
    .default(fallback);

/** The environment, as far as Navette reads it. An empty value is as good as none. */
const environment = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: wholeNumber(3000, 0, 65_535),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: url('http://', 'https://').optional(),
  DATABASE_URL: url('postgres://', 'postgresql://').optional(),
  REDIS_URL: url('redis://', 'rediss://', 'redis+', 'rediss+').optional(),
  SMTP_URL: url('smtp://', 'smtps://').optional(),
  MAIL_FROM: z.string().optional(),
  API_KEY: z.string().min(16, 'must have at least 16 characters').optional(),
  OPERATOR_USER: z.string().default('operator'),
  OPERATOR_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
  VIEWER_USER: z.string().default('viewer'),
  VIEWER_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
  LINK_SECRETS: z.string().optional(),
  NAVETTE_DATA: z.string().default('.navette'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  DATABASE_POOL: wholeNumber(20, 2, 500),
  RATE_LIMIT_PER_MINUTE: wholeNumber(600_000, 1, 100_000_000),
  RETENTION_DAYS: wholeNumber(30, 30, 3_650),
  TRUST_PROXY: wholeNumber(0, 0, 10),
  STRIPE_API_KEY: key.optional(),
  STRIPE_API_BASE: url('http://', 'https://')
    .refine(hasNoPath, { error: 'must be an address without a path' })
    .default('https://api.stripe.com'),
  STRIPE_WEBHOOK_SECRET: key.optional(),
});

/** One account for the whole installation. */
export interface StripeConfig {
  /** Null: orders that were paid by Stripe cannot be refunded by this process. */
  readonly apiKey: string | null;
  /** Scheme, host and port. */
  readonly apiBase: string;
  /** By which Stripe signs what it tells us; null: nothing is taken from it. */
  readonly webhookSecret: string | null;
}

export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  /** What links begin with; null: follows from the port once it is bound. */
  readonly publicUrl: string | null;
  /** Null: embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  /** Null: the queues live on PostgreSQL. */
  readonly redisUrl: string | null;
  /** Null: the development mailbox. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly apiKey: string | null;
  readonly operator: { readonly user: string; readonly password: string | null };
  readonly viewer: { readonly user: string; readonly password: string } | null;
  readonly linkSecrets: readonly string[];
  readonly dataDir: string;
  readonly logLevel: string;
  readonly databasePool: number;
  readonly rateLimitPerMinute: number;
  /** Days that finished jobs and idempotency keys are kept. */
  readonly retentionDays: number;
  /** Proxies of our own in front of the API, whose X-Forwarded-For is believed. */
  readonly trustedProxies: number;
  readonly stripe: StripeConfig;
  /** Carriers at once per queue, from `CONCURRENCY_<QUEUE>`; missing: the contract's. */
  readonly concurrency: ReadonlyMap<string, number>;
}

/** What is wrong with the environment, all at once. Names variables, never their values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(problems: readonly string[]) {
    super(`The environment is not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** In production nothing embedded and no made-up secret is accepted. */
const neededInProduction = [
  'DATABASE_URL',
  'SMTP_URL',
  'MAIL_FROM',
  'PUBLIC_URL',
  'OPERATOR_PASSWORD',
  'LINK_SECRETS',
] as const;

const missingInProduction = (filled: Record<string, unknown>): string[] =>
  filled.NODE_ENV === 'production'
    ? neededInProduction
        .filter((name) => filled[name] === undefined)
        .map((name) => `${name} is missing (NODE_ENV=production)`)
    : [];

const readConcurrency = (raw: NodeJS.ProcessEnv, problems: string[]): Map<string, number> => {
  const concurrency = new Map<string, number>();
  for (const [name, value] of Object.entries(raw)) {
    const queue = /^CONCURRENCY_([A-Z_]+)$/.exec(name)?.[1]?.toLowerCase().replaceAll('_', '-');
    if (queue === undefined || value === '' || value === undefined) continue;
    const count = Number(value);
    if (Number.isInteger(count) && count >= 1 && count <= 200) concurrency.set(queue, count);
    else problems.push(`${name} must be a whole number from 1 to 200`);
  }
  return concurrency;
};

/** Reads the environment once, at start. Throws ConfigError, which names every variable that needs mending. */
export const readConfig = (raw: NodeJS.ProcessEnv): Config => {
  const filled = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(filled);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  const concurrency = readConcurrency(raw, problems);
  problems.push(...missingInProduction(filled));
  if (!parsed.success) throw new ConfigError(problems);
  const env = parsed.data;
  const production = env.NODE_ENV === 'production';
  const linkSecrets = (env.LINK_SECRETS ?? '').split(',').filter((secret) => secret !== '');
  if (env.LINK_SECRETS !== undefined && linkSecrets.length === 0)
    problems.push('LINK_SECRETS must name at least one secret');
  if (linkSecrets.some((secret) => secret.length < 32))
    problems.push('LINK_SECRETS must each have at least 32 characters');
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    production,
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    databaseUrl: env.DATABASE_URL ?? null,
    redisUrl: env.REDIS_URL ?? null,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? 'navette@localhost',
    apiKey: env.API_KEY ?? null,
    operator: { user: env.OPERATOR_USER, password: env.OPERATOR_PASSWORD ?? null },
    viewer:
      env.VIEWER_PASSWORD === undefined ? null : { user: env.VIEWER_USER, password: env.VIEWER_PASSWORD },
    linkSecrets,
    dataDir: env.NAVETTE_DATA,
    logLevel: env.LOG_LEVEL,
    databasePool: env.DATABASE_POOL,
    rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
    retentionDays: env.RETENTION_DAYS,
    trustedProxies: env.TRUST_PROXY,
    stripe: {
      apiKey: env.STRIPE_API_KEY ?? null,
      apiBase: env.STRIPE_API_BASE,
      webhookSecret: env.STRIPE_WEBHOOK_SECRET ?? null,
    },
    concurrency,
  };
};
