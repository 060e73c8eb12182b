import { setTimeout as pause } from 'node:timers/promises';
import { isFinished, type Job, jsonHeaders } from '../load/client.ts';
import { attemptAt } from '../load/http.ts';
import type { Notebook } from '../load/notebook.ts';
import type { Seller } from '../stage/open-stage.ts';

export interface Probe {
  readonly seller: Seller;
  readonly number: string;
  /** The servers to ask, in turns: those that the fault was about. */
  readonly origins: readonly string[];
  readonly notebook: Notebook;
  /** The next fault of the same part: what recovers after it is not this one's to count. */
  readonly overtaken: AbortSignal;
}

const betweenMs = 25;

/** Seconds until an order that is posted now is accepted and finished; null: overtaken by the next fault. */
export const measureRecovery = async (probe: Probe): Promise<number | null> => {
  const { seller, number, origins, notebook, overtaken } = probe;
  const beganMs = performance.now();
  const body = JSON.stringify({
    channel: 'shop',
    channelOrderId: number,
    placedAt: new Date(Date.now() - 3_600_000).toISOString(),
    payment: { status: 'verified' },
    currency: 'EUR',
    buyer: { name: 'Zoé Łukasik', email: 'probe@buyers.example' },
    shipTo: { name: 'Zoé Łukasik', line1: '3 rue Haute', postalCode: '69003', city: 'Lyon', country: 'FR' },
    lines: [{ lineId: '1', sku: 'P', title: 'P', quantity: 1, unitPriceMinor: 100 }],
  });
  for (let n = 0; !overtaken.aborted; n += 1) {
    notebook.counts.requests += 1;
    const made = await attemptAt(origins[n % origins.length] ?? '', {
      method: 'POST',
      path: '/v1/orders',
      headers: { ...jsonHeaders(seller), 'idempotency-key': number, prefer: 'wait=2' },
      body,
    });
    if (made.kind === 'hung') notebook.hung.push(`POST /v1/orders of ${number}`);
    if (made.kind === 'answer' && (made.status === 200 || made.status === 202)) {
      const job = JSON.parse(made.text) as Job;
      const work = { sellerKey: seller.key, jobId: job.jobId, name: number, origin: 'request' } as const;
      notebook.accept({ ...work, expected: ['done'] });
      if (made.status === 200 && isFinished(job)) {
        notebook.orders.push({ sellerKey: seller.key, number });
        return (performance.now() - beganMs) / 1_000;
      }
    } else await pause(betweenMs);
  }
  return null;
};
