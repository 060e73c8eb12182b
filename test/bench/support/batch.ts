import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { apiKey, type Installation } from './installation.ts';
import { orderBody, takeNumbers } from './orders.ts';

/** Posts orders as one stream of NDJSON and reads every answer; seconds until the last of them. */
export const postBatch = async ({ url }: Pick<Installation, 'url'>, count: number): Promise<number> => {
  const first = takeNumbers(count);
  // Made before the clock starts.
  const pieces = Array.from({ length: Math.ceil(count / 200) }, (_, piece) => {
    const start = piece * 200;
    const orders = Array.from({ length: Math.min(200, count - start) }, (__, k) =>
      orderBody(first + start + k),
    );
    return Buffer.from(`${orders.join('\n')}\n`);
  });
  const began = performance.now();
  const response = await fetch(`${url}/v1/orders/batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/x-ndjson' },
    body: Readable.toWeb(Readable.from(pieces)) as ReadableStream,
    duplex: 'half',
  } as RequestInit);
  if (!response.ok || response.body === null) throw new Error(`The batch was answered ${response.status}`);
  let accepted = 0;
  for await (const line of createInterface({ input: Readable.fromWeb(response.body as never) })) {
    if (line.includes('"jobId"')) accepted += 1;
    else if (line !== '') throw new Error(`A line was refused: ${line}`);
  }
  if (accepted !== count) throw new Error(`Of ${count} lines ${accepted} were accepted`);
  return (performance.now() - began) / 1_000;
};
