import { sendRequest } from '../../src/commands/import/send-request.ts';
import {
  type ApiClient,
  awaitJobs,
  type EndedJob,
  inFlight,
  type ListedOrder,
  listOrders,
} from './api-client.ts';
import type { SourceOrder } from './source-order.ts';
import { channel, toDraft, toEnding, toPayment, toScan, toShipment } from './to-requests.ts';

/** As many connections as a connector would open at most. */
const atOnce = 32;
const scansPerRequest = 1_000;

/** One part of the load: its jobs, and how long it took from the first request until the last job had ended. */
export interface Phase {
  readonly name: string;
  /** Things sent: a job of scans holds many. */
  readonly sent: number;
  readonly jobs: readonly EndedJob[];
  readonly seconds: number;
}

export interface Sent {
  readonly phases: readonly Phase[];
  readonly listed: ReadonlyMap<string, ListedOrder>;
  /** Lines that were not taken in, by code. */
  readonly refusedLines: Readonly<Record<string, number>>;
  /** Orders that the shop cancelled before they left, and that cannot be told yet. */
  readonly cancellationsUnsent: number;
}

interface Accepted {
  readonly jobId: string;
}

export type Say = (text: string) => void;

const run = async (
  { api, say }: { readonly api: ApiClient; readonly say: Say },
  name: string,
  send: () => Promise<{ readonly sent: number; readonly jobIds: readonly string[] }>,
): Promise<Phase> => {
  const beganMs = Date.now();
  const { sent, jobIds } = await send();
  say(`${name}: ${sent} sent in ${((Date.now() - beganMs) / 1_000).toFixed(1)} s`);
  const jobs = await awaitJobs(api, jobIds, (ended) =>
    say(`${name}: ${ended} of ${jobIds.length} jobs ended`),
  );
  return { name, sent, jobs, seconds: (Date.now() - beganMs) / 1_000 };
};

async function* toNdjson(orders: readonly SourceOrder[]): AsyncGenerator<Buffer> {
  for (let n = 0; n < orders.length; n += 200) {
    const lines = orders.slice(n, n + 200).map((order) => `${JSON.stringify(toDraft(order))}\n`);
    yield Buffer.from(lines.join(''));
  }
}

const sendOrders = async (
  api: ApiClient,
  orders: readonly SourceOrder[],
  refused: Record<string, number>,
) => {
  const jobIds: string[] = [];
  await sendRequest({
    target: api,
    contentType: 'application/x-ndjson',
    body: toNdjson(orders),
    onAnswer: ({ jobId, error }) => {
      if (jobId !== undefined) jobIds.push(jobId);
      if (error !== undefined) refused[error.code] = (refused[error.code] ?? 0) + 1;
    },
    signal: new AbortController().signal,
  });
  return { sent: orders.length, jobIds };
};

/** Posts what `toBody` makes of each order that is known, many at a time. */
const postEach = async (
  api: ApiClient,
  orders: readonly SourceOrder[],
  listed: ReadonlyMap<string, ListedOrder>,
  path: string,
  toBody: (order: SourceOrder) => unknown,
) => {
  const posts = orders.flatMap((order) => {
    const body = toBody(order);
    const orderId = listed.get(order.id)?.orderId;
    return body === null || orderId === undefined ? [] : [{ orderId, body }];
  });
  const accepted = await inFlight(posts, atOnce, ({ orderId, body }) =>
    api.request<Accepted>('POST', `/v1/orders/${orderId}/${path}`, body),
  );
  return { sent: posts.length, jobIds: accepted.map(({ jobId }) => jobId) };
};

const sendScans = async (api: ApiClient, orders: readonly SourceOrder[]) => {
  const scans = orders.flatMap((order) => toScan(order) ?? []);
  const batches = Array.from({ length: Math.ceil(scans.length / scansPerRequest) }, (_, n) =>
    scans.slice(n * scansPerRequest, (n + 1) * scansPerRequest),
  );
  const accepted = await inFlight(batches, 4, (batch) =>
    api.request<Accepted>('POST', '/v1/tracking-events', batch),
  );
  return { sent: scans.length, jobIds: accepted.map(({ jobId }) => jobId) };
};

/** Whether this Navette can be told of cancellations: an unknown path is a 404 without a job. */
const cancel = async (
  api: ApiClient,
  orders: readonly SourceOrder[],
  listed: ReadonlyMap<string, ListedOrder>,
) => {
  const cancelled = orders.filter((order) => toEnding(order) === 'cancelled');
  const body = { source: 'seller', reason: 'cancelled in the shop' };
  try {
    return { unsent: 0, done: await postEach(api, cancelled, listed, 'cancellations', () => body) };
  } catch (error) {
    const status = error instanceof Error && 'status' in error ? error.status : null;
    if (status !== 404 && status !== 405) throw error;
    return { unsent: cancelled.length, done: { sent: 0, jobIds: [] } };
  }
};

/** Sends everything as a seller's own system would, and waits until every job has ended. */
export const sendAll = async (api: ApiClient, orders: readonly SourceOrder[], say: Say): Promise<Sent> => {
  const ports = { api, say };
  const refusedLines: Record<string, number> = {};
  const placed = await run(ports, 'orders', () => sendOrders(api, orders, refusedLines));
  const listed = await listOrders(api, channel);
  const paid = await run(ports, 'late payments', () => postEach(api, orders, listed, 'payment', toPayment));
  const shipped = await run(ports, 'shipments', () => postEach(api, orders, listed, 'shipments', toShipment));
  const scanned = await run(ports, 'scans', () => sendScans(api, orders));
  const unavailable = orders.filter((order) => toEnding(order) === 'unfulfillable');
  let cancellationsUnsent = 0;
  const ended = await run(ports, 'endings', async () => {
    const unfulfillable = await postEach(api, unavailable, listed, 'unfulfillable', () => ({
      reason: 'out_of_stock',
    }));
    const { unsent, done } = await cancel(api, orders, listed);
    cancellationsUnsent = unsent;
    return { sent: unfulfillable.sent + done.sent, jobIds: [...unfulfillable.jobIds, ...done.jobIds] };
  });
  const phases = [placed, paid, shipped, scanned, ended];
  return { phases, listed: await listOrders(api, channel), refusedLines, cancellationsUnsent };
};
