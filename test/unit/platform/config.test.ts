import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../../src/platform/config.ts';

const secret = 'a-secret-of-more-than-thirty-two-characters';

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://navette:geheim@db/navette',
  SMTP_URL: 'smtp://mail',
  MAIL_FROM: 'shop@example.test',
  PUBLIC_URL: 'https://shop.example.test',
  OPERATOR_PASSWORD: 'correct horse',
  LINK_SECRETS: secret,
};

const problemsOf = (env: NodeJS.ProcessEnv): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
};

describe('the environment', () => {
  it('may be empty: everything is embedded then', () => {
    expect(readConfig({})).toMatchObject({
      production: false,
      port: 3000,
      databaseUrl: null,
      redisUrl: null,
      smtpUrl: null,
      apiKey: null,
      viewer: null,
      linkSecrets: [],
      retentionDays: 30,
      stripe: { apiKey: null, apiBase: 'https://api.stripe.com', webhookSecret: null },
    });
  });

  it('takes an empty value for none', () => {
    const empty = { DATABASE_URL: '', PORT: '', REDIS_URL: '', CONCURRENCY_ORDERS: '' };
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it('is read with its units and forms', () => {
    const config = readConfig({
      PORT: '8080',
      PUBLIC_URL: 'https://shop.example.test//',
      REDIS_URL: 'redis+sentinel://one:26379,two:26379/main',
      LINK_SECRETS: `${secret},${secret}2`,
      CONCURRENCY_ORDERS: '16',
      CONCURRENCY_RESPONSE_TIME: '2',
    });
    expect(config.port).toBe(8080);
    expect(config.publicUrl).toBe('https://shop.example.test');
    expect(config.linkSecrets).toEqual([secret, `${secret}2`]);
    expect([...config.concurrency]).toEqual([
      ['orders', 16],
      ['response-time', 2],
    ]);
  });

  it('is told of with all that is wrong at once, by name, never by value', () => {
    const problems = problemsOf({
      PORT: 'hunter2',
      DATABASE_URL: 'mysql://root:hunter2@db',
      API_KEY: 'hunter2',
      CONCURRENCY_MAIL: '0',
      RETENTION_DAYS: '7',
    });
    for (const name of ['PORT', 'DATABASE_URL', 'API_KEY', 'CONCURRENCY_MAIL', 'RETENTION_DAYS']) {
      expect(problems).toContain(name);
    }
    expect(problems).not.toContain('hunter2');
  });

  it('may have a key of Stripe without a secret for its messages, and the other way round', () => {
    expect(readConfig({ STRIPE_API_KEY: 'sk_test_1' }).stripe).toMatchObject({ webhookSecret: null });
    expect(readConfig({ STRIPE_WEBHOOK_SECRET: 'whsec_1' }).stripe).toMatchObject({ apiKey: null });
  });

  it('takes another address for Stripe, but no path, which its library would drop', () => {
    expect(readConfig({ STRIPE_API_BASE: 'http://127.0.0.1:12111' }).stripe.apiBase).toBe(
      'http://127.0.0.1:12111',
    );
    expect(problemsOf({ STRIPE_API_BASE: 'https://proxy.test/stripe' })).toContain('STRIPE_API_BASE');
    expect(problemsOf({ STRIPE_API_BASE: 'api.stripe.com' })).toContain('STRIPE_API_BASE');
    expect(problemsOf({ STRIPE_API_BASE: 'https://' })).toContain('STRIPE_API_BASE');
  });

  it('has no key that was copied with a blank or a line end', () => {
    expect(problemsOf({ STRIPE_API_KEY: 'sk_live_hunter2\n' })).toContain('STRIPE_API_KEY');
    expect(problemsOf({ STRIPE_WEBHOOK_SECRET: ' whsec_hunter2' })).toContain('STRIPE_WEBHOOK_SECRET');
    expect(problemsOf({ STRIPE_API_KEY: 'sk_live_hunter2 ' })).not.toContain('hunter2');
  });

  it('has no short secrets', () => {
    expect(problemsOf({ LINK_SECRETS: 'short' })).toContain('LINK_SECRETS');
    expect(problemsOf({ OPERATOR_PASSWORD: 'short' })).toContain('OPERATOR_PASSWORD');
  });
});

describe('in production', () => {
  it('a complete environment is accepted', () => {
    expect(readConfig(production)).toMatchObject({ production: true });
  });

  it.each(Object.keys(production).filter((name) => name !== 'NODE_ENV'))(
    'nothing embedded and no made-up secret takes the place of %s',
    (name) => {
      expect(problemsOf({ ...production, [name]: undefined })).toContain(name);
    },
  );
});
