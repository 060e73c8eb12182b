import type { Sql } from '../../../db/client.ts';
import { createApiKey } from '../../../db/repositories/api-keys/create-api-key.ts';
import { median } from '../../support/median.ts';
import type { BenchRow, Round } from '../row.ts';
import { type Installation, openInstallation } from '../support/installation.ts';

/**
 * Messages of 90 days in a thousand conversations of three channels, with the tallies that ours would keep. Few
 * enough are late that the goal is met and the next ones due are listed, with few messages and with many.
 */
const fill = async ({ sql }: Installation, sellerId: string, count: number): Promise<void> => {
  await sql`
    INSERT INTO thread (id, seller_id, channel, channel_order_id)
    SELECT gen_random_uuid(), ${sellerId}, (array['shop', 'amazon.fr', 'amazon.de'])[1 + i % 3], 'o' || i
    FROM generate_series(1, 1000) AS i`;
  await sql`
    INSERT INTO message (id, seller_id, thread_id, channel, direction, source, sent_at, body, automatic,
      no_response_needed, historical, counts, warn_at, due_at, answered_at)
    SELECT gen_random_uuid(), ${sellerId}, t.id, t.channel, 'inbound', 'upstream', s, 'Where is it?', false, false,
      false, true, s + interval '20 hours', s + interval '24 hours',
      CASE WHEN r < 0.01 THEN NULL WHEN r < 0.06 THEN s + interval '24 hours' + random() * interval '60 hours'
        ELSE s + random() * interval '24 hours' END
    FROM (SELECT array_agg(id) AS ids, array_agg(channel) AS channels FROM thread WHERE seller_id = ${sellerId}) AS a,
      LATERAL (
        SELECT date_trunc('milliseconds', now() - random() * interval '90 days') AS s, random() AS r,
          1 + floor(random() * 999)::int AS k
        FROM generate_series(1, ${count}) AS g WHERE g > 0 OR a.ids IS NULL) AS m,
      LATERAL (SELECT a.ids[k] AS id, a.channels[k] AS channel) AS t`;
  await sql`UPDATE message SET answered_at = NULL WHERE seller_id = ${sellerId} AND answered_at > now()`;
  await sql`
    INSERT INTO response_tally
    SELECT seller_id, c, floor(extract(epoch FROM sent_at) * 1000 / 7200000)::int,
      coalesce(floor(extract(epoch FROM answered_at) * 1000 / 43200000)::int, 2147483647), 86400000, 72000000,
      count(*), count(*) FILTER (WHERE answered_at <= due_at),
      coalesce(sum((extract(epoch FROM answered_at - sent_at) * 1000)::bigint), 0), 0, 0
    FROM message, unnest(array[channel, '']) AS c WHERE seller_id = ${sellerId} GROUP BY 1, 2, 3, 4`;
};

interface Figures {
  readonly windows: readonly {
    readonly days: number;
    readonly within: { readonly count: number };
    readonly late: { readonly count: number };
  }[];
  readonly projection: { readonly messageIds: readonly string[] };
}

const readFigures = async (url: string, key: string): Promise<Figures> => {
  const response = await fetch(`${url}/v1/metrics/response-time`, {
    headers: { authorization: `Bearer ${key}` },
  });
  if (!response.ok) throw new Error(`The figures were answered ${response.status}`);
  return (await response.json()) as Figures;
};

/** That what is timed counts the messages, nearly all of which are answered, and lists some. */
const checkFigures = ({ windows, projection }: Figures, count: number): void => {
  const longest = windows.find(({ days }) => days === 90);
  const counted = (longest?.within.count ?? 0) + (longest?.late.count ?? 0);
  if (counted < count * 0.95 || counted > count || projection.messageIds.length === 0) {
    throw new Error(`Of ${count} messages the figures count ${counted}, ${projection.messageIds.length} due`);
  }
};

/** Milliseconds of a request for the figures, the median of some. */
const measure = async (url: string, key: string, requests: number): Promise<number> => {
  const times: number[] = [];
  for (let n = 0; n < requests; n += 1) {
    const began = performance.now();
    await readFigures(url, key);
    times.push(performance.now() - began);
  }
  return median(times);
};

export const responseFigures: BenchRow = {
  name: 'response-figures',
  needsRedis: false,
  run: async ({ folder, quick, rounds, progress }) => {
    const sizes = quick ? { few: 1_000, many: 10_000 } : { few: 10_000, many: 1_000_000 };
    const installation = await openInstallation({ folder, queues: 'postgres' });
    const measured: Round[] = [];
    try {
      await installation.startApi();
      const newKey = (sellerName: string) =>
        createApiKey(installation.sql as unknown as Sql, { sellerName, name: 'bench' });
      const few = await newKey('few messages');
      const many = await newKey('many messages');
      await fill(installation, few.sellerId, sizes.few);
      await fill(installation, many.sellerId, sizes.many);
      await installation.sql`VACUUM ANALYZE message, response_tally`;
      checkFigures(await readFigures(installation.url, few.plaintext), sizes.few);
      checkFigures(await readFigures(installation.url, many.plaintext), sizes.many);
      // Compiled by the engine before it counts.
      await measure(installation.url, few.plaintext, 10);
      for (let round = 0; round < rounds; round += 1) {
        const reference = await measure(installation.url, few.plaintext, 25);
        const ours = await measure(installation.url, many.plaintext, 25);
        measured.push({ ours, reference });
        progress(`figures ${round + 1}: ${ours.toFixed(1)} of ${reference.toFixed(1)} ms`);
      }
    } finally {
      await installation.stop();
    }
    const what = `response-time figures of ${sizes.many.toLocaleString('en')} messages, by HTTP`;
    const common = { what, unit: 'ms', rounds: measured };
    const reference = `the same of ${sizes.few.toLocaleString('en')} messages`;
    return [
      { ...common, reference, goal: { kind: 'ratio', atMost: 2 } },
      { ...common, reference, goal: { kind: 'absolute', atMost: 50 } },
    ];
  },
};
