import { Agent, request } from 'node:http';
import { apiKey } from './installation.ts';

export interface LoadAnswer {
  readonly status: number;
  readonly text: string;
}

/** Keep-alive connections, as many as asked for. */
export const createClient = (url: string, connections: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    post: (path: string, body: string): Promise<LoadAnswer> =>
      new Promise((resolve, reject) => {
        const headers = {
          authorization: `Bearer ${apiKey}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        };
        const sent = request(url + path, { agent, method: 'POST', headers }, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk: string) => {
            text += chunk;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        });
        sent.on('error', reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
};

export type LoadClient = ReturnType<typeof createClient>;

/** Posts `count` bodies, always as many under way as there are connections. Requests answered 202 per second. */
export const measureLoad = async (
  client: LoadClient,
  {
    count,
    connections,
    body,
  }: { readonly count: number; readonly connections: number; readonly body: (n: number) => string },
): Promise<number> => {
  let next = 0;
  const began = performance.now();
  const run = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      const { status, text } = await client.post('/v1/orders', body(next - 1));
      if (status !== 202) throw new Error(`Answered ${status}: ${text}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, run));
  return count / ((performance.now() - began) / 1_000);
};
