import { hungAfterMs, waitToRetry } from './http.ts';
import type { Scene } from './scene.ts';

interface Line {
  readonly line: number;
  readonly jobId?: string;
  readonly error?: { readonly code: string; readonly detail: string };
}

/** Answers that ask for the same line again. */
const passing = new Set(['database_unavailable', 'server_stopping']);

/** Sends orders as one stream and notes each answer as it comes: what was answered is promised, whatever follows. */
export const sendBatch = async (
  { client, seller, notebook, number, await: awaitIt }: Scene,
  orders: readonly { readonly channelOrderId: string }[],
): Promise<void> => {
  const body = orders.map((order) => `${JSON.stringify(order)}\n`).join('');
  const answered = new Set<number>();
  let attempts = 0;

  const note = (text: string): void => {
    const { line, jobId, error } = JSON.parse(text) as Line;
    const order = orders[line - 1]?.channelOrderId ?? '';
    if (jobId === undefined || error !== undefined) {
      if (!passing.has(error?.code ?? '')) notebook.surprises.push(`Line ${order}: ${text.slice(0, 300)}`);
      return;
    }
    notebook.accept({ sellerKey: seller.key, jobId, name: order, origin: 'line', expected: ['done'] });
    if (!answered.has(line)) notebook.orders.push({ sellerKey: seller.key, number: order });
    answered.add(line);
  };

  const sendOnce = async (limit: AbortSignal): Promise<void> => {
    notebook.counts.requests += 1;
    const response = await fetch(`${client.nextOrigin()}/v1/orders/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${seller.key}`, 'content-type': 'application/x-ndjson' },
      body,
      signal: limit,
    });
    if (response.status !== 200 || response.body === null) return;
    let rest = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) note(text);
    }
  };

  await awaitIt(`the answers to batch ${number}`, async () => {
    const limit = AbortSignal.timeout(hungAfterMs);
    await sendOnce(limit).catch(() => {});
    if (limit.aborted) notebook.hung.push(`POST /v1/orders/batch of ${number}`);
    if (answered.size === orders.length) return true;
    notebook.counts.troubles += 1;
    attempts += 1;
    await waitToRetry({ kind: 'broken' }, attempts);
    return null;
  });
};
