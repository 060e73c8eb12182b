import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../src/platform/config.ts';
import { createLogger } from '../../../src/platform/logger.ts';
import { startNavette } from '../../../src/roles/start.ts';
import type { TestDatabase } from '../../support/database.ts';

export const secrets = {
  apiKey: 'nav_marked-key-of-the-default-seller',
  operatorPassword: 'marked:operator:password',
  viewerPassword: 'marked viewer password',
  linkSecret: 'a marked link secret of more than 32 characters',
  webhookSecret: 'whsec_marked_webhook_secret',
} as const;

export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

export interface WholeApp {
  readonly url: string;
  /** All that was logged, at every level, a JSON object a line. */
  readonly log: readonly string[];
  /** A request of the default seller. */
  call(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  asOperator(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

/** Navette as `npm start` runs it, both roles and all pages, on a database of the test, logging all that it can. */
export const startWholeApp = async (
  pg: TestDatabase,
  { smtpUrl = '', workers = true }: { readonly smtpUrl?: string; readonly workers?: boolean } = {},
): Promise<WholeApp> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'navette-security-'));
  const config = readConfig({
    PORT: '0',
    PUBLIC_URL: 'https://after-sales.example.test',
    DATABASE_URL: pg.url,
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'Navette <navette@after-sales.example.test>',
    API_KEY: secrets.apiKey,
    OPERATOR_PASSWORD: secrets.operatorPassword,
    VIEWER_PASSWORD: secrets.viewerPassword,
    LINK_SECRETS: secrets.linkSecret,
    STRIPE_WEBHOOK_SECRET: secrets.webhookSecret,
    NAVETTE_DATA: dataDir,
    LOG_LEVEL: 'trace',
    DATABASE_POOL: '8',
  });
  const log: string[] = [];
  const destination = { write: (line: string) => void log.push(line) };
  const logger = createLogger({ level: config.logLevel, pretty: false, destination });
  const running = await startNavette(config, logger, { api: true, workers });
  const url = `http://127.0.0.1:${running.api?.port}`;
  const withLogin =
    (authorization: string) =>
    (path: string, init: RequestInit = {}): Promise<Response> =>
      fetch(url + path, { redirect: 'manual', ...init, headers: { authorization, ...init.headers } });
  const call = withLogin(`Bearer ${secrets.apiKey}`);
  return {
    url,
    log,
    call,
    post: (path, body, headers = {}) =>
      call(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    asOperator: withLogin(basic('operator', secrets.operatorPassword)),
    stop: async () => {
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
