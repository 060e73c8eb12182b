import { setTimeout as sleep } from 'node:timers/promises';

/** A running Navette, spoken to as any upstream system does. */
export interface ApiClient {
  readonly url: string;
  readonly key: string;
  /** @throws Error with the problem's detail unless the status is 2xx. */
  request<T>(method: string, path: string, body?: unknown): Promise<T>;
}

export const createApiClient = (url: string, key: string): ApiClient => ({
  url,
  key,
  request: async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) {
      throw Object.assign(new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`), {
        status: response.status,
      });
    }
    return JSON.parse(text) as T;
  },
});

/** Does the work of many with so many of them in flight; keeps their order. */
export const inFlight = async <T, R>(
  many: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  let next = 0;
  const take = async (): Promise<void> => {
    for (let n = next++; n < many.length; n = next++) {
      const one = many[n];
      if (one !== undefined) results[n] = await work(one);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, many.length) }, take));
  return results;
};

export interface ListedOrder {
  readonly orderId: string;
  readonly channelOrderId: string;
  readonly state: string;
  readonly shipBy: string | null;
  /** Of the first promise. */
  readonly latest: string | null;
  readonly deliveredAt: string | null;
}

/** Every order of a channel, by the shop's number. */
export const listOrders = async (api: ApiClient, channel: string): Promise<Map<string, ListedOrder>> => {
  const found = new Map<string, ListedOrder>();
  let cursor: string | null = null;
  do {
    const at: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: { items: ListedOrder[]; nextCursor: string | null } = await api.request(
      'GET',
      `/v1/orders?channel=${channel}&limit=200${at}`,
    );
    for (const order of page.items) found.set(order.channelOrderId, order);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
};

export interface EndedJob {
  readonly jobId: string;
  readonly name: string;
  readonly status: string;
  readonly result?: unknown;
  readonly error?: { readonly code: string; readonly detail: string };
}

const unfinished = new Set(['waiting', 'queued']);

/** Asks after jobs until all have ended, in their order. */
export const awaitJobs = async (
  api: ApiClient,
  jobIds: readonly string[],
  onEnd: (ended: number) => void,
): Promise<EndedJob[]> => {
  const ended = new Map<string, EndedJob>();
  let open = [...new Set(jobIds)];
  while (open.length > 0) {
    // Those handed in last end last, more or less: while they are open, asking after all would only
    // take time from the work.
    const asked = [open.slice(-16), open];
    for (const ids of asked) {
      const jobs = await inFlight(ids, 16, (id) => api.request<EndedJob>('GET', `/v1/jobs/${id}`));
      const done = jobs.filter(({ status }) => !unfinished.has(status));
      for (const job of done) ended.set(job.jobId, job);
      if (done.length < ids.length) break;
    }
    open = open.filter((id) => !ended.has(id));
    if (open.length === 0) onEnd(ended.size);
    if (open.length > 0) await sleep(250);
  }
  return jobIds.flatMap((id) => ended.get(id) ?? []);
};
