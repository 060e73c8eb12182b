import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeConnections } from '../../src/commands/import/send-request.ts';
import { packagePath } from '../../src/platform/package-root.ts';
import { createApiClient } from './api-client.ts';
import { compare } from './compare.ts';
import { learnPolicy } from './learn-policy.ts';
import { startNavetteProcess } from './navette-process.ts';
import { sendAll } from './send-all.ts';
import { showReport } from './show.ts';
import { readOrders, type SourceOrder } from './source-order.ts';
import { channel } from './to-requests.ts';

const { values } = parseArgs({
  options: {
    /** The file; not in this repository, whose rows stay where they are. */
    file: { type: 'string', default: packagePath('../shared/data/real-orders.csv') },
    limit: { type: 'string' },
    url: { type: 'string' },
    key: { type: 'string' },
    /** Puts what came out into docs/real-orders.md. */
    write: { type: 'boolean', default: false },
  },
});

const page = packagePath('docs/real-orders.md');

const measure = async (url: string, key: string, orders: readonly SourceOrder[]): Promise<string> => {
  const api = createApiClient(url, key);
  const half = Math.ceil(orders.length / 2);
  const training = orders.slice(0, half);
  const states = [...new Set(orders.map(({ sellerState }) => sellerState))];
  const policy = learnPolicy(training, states);
  await api.request('PUT', '/v1/settings/delivery-policy', policy);
  await api.request('PUT', `/v1/settings/channels/${channel}`, { language: 'en', alerts: 'off' });
  const beganMs = Date.now();
  const sent = await sendAll(api, orders, (text) => console.error(`  ${text}`));
  const seconds = (Date.now() - beganMs) / 1_000;
  return showReport({
    sent,
    seconds,
    lanes: policy.lanes.length,
    centres: policy.fulfilmentCentres.length,
    training: compare(training, sent.listed),
    later: compare(orders.slice(half), sent.listed),
  });
};

const withNavette = async (work: (url: string, key: string) => Promise<string>): Promise<string> => {
  if (values.url !== undefined) {
    if (values.key === undefined) throw new Error('--url needs --key');
    return work(values.url.replace(/\/+$/, ''), values.key);
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'navette-real-orders-'));
  try {
    const navette = await startNavetteProcess(dataDir, { REDIS_URL: process.env.REDIS_URL ?? '' });
    try {
      return await work(navette.url, navette.key);
    } finally {
      await navette.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const write = async (report: string): Promise<void> => {
  const text = await readFile(page, 'utf8');
  const block = `<!-- latest -->\n\`\`\`\n${report}\n\`\`\`\n<!-- /latest -->`;
  writeFileSync(
    page,
    text.replace(/<!-- latest -->[\s\S]*<!-- \/latest -->/, () => block),
  );
};

if (!existsSync(values.file)) {
  console.log(
    `Skipped: there is no ${values.file}. Give another one with --file; docs/real-orders.md says which.`,
  );
} else {
  const all = readOrders(values.file);
  const orders = values.limit === undefined ? all : all.slice(0, Number(values.limit));
  const report = await withNavette((url, key) => measure(url, key, orders));
  closeConnections();
  console.log(report);
  if (values.write) await write(report);
}
