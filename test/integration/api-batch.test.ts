import { once } from 'node:events';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Intake } from '../../queues/intake/submission.ts';
import { orderExample } from '../../src/api/orders/examples.ts';
import { newId } from '../../src/platform/ids.ts';
import { jsonOf, startTestApi, type TestApi, workOff } from '../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { until } from '../support/until.ts';

let pg: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  pg = await createTestDatabase();
  api = await startTestApi(pg.database);
});

afterAll(async () => {
  await api.stop();
  await pg.stop();
});

interface Result {
  readonly line: number;
  readonly jobId?: string;
  readonly replayed?: boolean;
  readonly error?: { readonly code: string; readonly detail: string; readonly errors?: { path: string }[] };
}

const path = '/v1/orders/batch';
const ndjson = 'application/x-ndjson';

const send = (body: string | Buffer, type = ndjson, headers: Record<string, string> = {}) =>
  api.call(path, { method: 'POST', headers: { 'content-type': type, ...headers }, body });

const resultsOf = async (response: Response): Promise<Result[]> => {
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(ndjson);
  const text = await response.text();
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Result);
};

const orderOf = (channelOrderId: string, changes: object = {}) =>
  JSON.stringify({ ...orderExample, channelOrderId, ...changes });

const countOrders = async (sellerId: string): Promise<number> => {
  const rows = await pg.database.system<{ count: number }[]>`
    SELECT count(*)::int FROM job WHERE seller_id = ${sellerId} AND name = 'place'`;
  return rows[0]?.count ?? 0;
};

v8.setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is still held, on the heap and in buffers, once the garbage is gone. */
const liveMegabytes = (): number => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
};

/** A request of which the test sends and reads pieces itself. */
const open = async (of: TestApi): Promise<{ request: ClientRequest; response: Promise<IncomingMessage> }> => {
  const request = httpRequest(of.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${of.key}`, 'content-type': ndjson },
  });
  const response = once(request, 'response').then(([message]) => {
    const answer = message as IncomingMessage;
    answer.on('error', () => {});
    return answer;
  });
  response.catch(() => {});
  request.on('error', () => {});
  return { request, response };
};

describe('A batch of NDJSON', () => {
  it('answers each line in order, and a bad one stops no other', async () => {
    const lines = [
      orderOf('N-1'),
      '{"broken":',
      '',
      orderOf('N-2', { currency: 'eur' }),
      orderOf('N-3'),
      orderOf('N-1', { shippingMinor: 1 }),
      orderOf('N-3'),
      orderOf('N-4', { shipTo: { ...orderExample.shipTo, postalCode: '7501' } }),
    ];
    const results = await resultsOf(await send(`${lines.join('\r\n')}`));
    expect(results.map(({ line, error }) => [line, error?.code])).toEqual([
      [1, undefined],
      [2, 'malformed_json'],
      [4, 'invalid_request'],
      [5, undefined],
      [6, 'order_conflict'],
      [7, undefined],
      [8, 'invalid_request'],
    ]);
    expect(results[2]?.error?.errors?.map((error) => error.path)).toEqual(['currency']);
    expect(results[5]).toMatchObject({ jobId: results[3]?.jobId, replayed: true });
    expect(await countOrders(api.sellerId)).toBe(2);
    const job = await jsonOf(await api.call(`/v1/jobs/${results[0]?.jobId}`));
    expect(job).toMatchObject({ name: 'place', status: 'waiting' });
  });

  it('sent twice makes every order once', async () => {
    const seller = await startTestApi(pg.database);
    const body = Array.from({ length: 3_000 }, (_, n) => orderOf(`R-${n}`)).join('\n');
    const post = () =>
      seller.call(path, { method: 'POST', headers: { 'content-type': ndjson }, body }).then(resultsOf);
    const [one, two] = await Promise.all([post(), post()]);
    const three = await post();
    expect(one.map(({ line }) => line)).toEqual(Array.from({ length: 3_000 }, (_, n) => n + 1));
    expect(two.map(({ jobId }) => jobId)).toEqual(one.map(({ jobId }) => jobId));
    expect(three.every(({ replayed }) => replayed === true)).toBe(true);
    expect(await countOrders(seller.sellerId)).toBe(3_000);
    expect(await (await seller.call('/metrics')).text()).toMatch(
      /navette_batch_lines_total\{outcome="replayed"\} 6000/,
    );
    await seller.stop();
  });

  it('may be gzip, and says so when it is not', async () => {
    const packed = gzipSync(`${orderOf('G-1')}\n${orderOf('G-2')}\n`);
    const gzip = { 'content-encoding': 'gzip' };
    expect((await resultsOf(await send(packed, ndjson, gzip))).map(({ jobId }) => jobId)).toEqual([
      expect.any(String),
      expect.any(String),
    ]);
    const cut = await resultsOf(await send(packed.subarray(0, packed.length - 20), ndjson, gzip));
    expect(cut.at(-1)?.error?.code).toBe('malformed_encoding');
    const brotli = await send('x', ndjson, { 'content-encoding': 'br' });
    expect([brotli.status, (await jsonOf(brotli)).code]).toEqual([415, 'unsupported_media_type']);
  });

  it('of another media type is refused', async () => {
    const response = await send('{}', 'application/json');
    expect([response.status, (await jsonOf(response)).code]).toEqual([415, 'unsupported_media_type']);
  });

  it('with nothing in it has no results', async () => {
    expect(await resultsOf(await send(''))).toEqual([]);
    expect(await resultsOf(await send('\n\n'))).toEqual([]);
  });

  it('answers a line before the next one is sent', async () => {
    const { request, response } = await open(api);
    request.write(`${orderOf('S-1')}\n`);
    const lines = createInterface({ input: await response });
    const [first] = await once(lines, 'line');
    expect(JSON.parse(String(first))).toMatchObject({ line: 1, jobId: expect.any(String) });
    request.end(orderOf('S-2'));
    const [second] = await once(lines, 'line');
    expect(JSON.parse(String(second))).toMatchObject({ line: 2, jobId: expect.any(String) });
  });

  it('whose client goes away keeps what was sent, and disturbs nobody', async () => {
    const seller = await startTestApi(pg.database);
    const { request, response } = await open(seller);
    request.write(`${orderOf('A-1')}\n${orderOf('A-2')}\n${orderOf('A-3').slice(0, 50)}`);
    await once(await response, 'data');
    request.destroy();
    await until('both whole lines are committed', async () => (await countOrders(seller.sellerId)) === 2);
    expect((await seller.call('/v1/orders')).status).toBe(200);
    await seller.stop();
  });

  it('ends with the line to go on from when the process is asked to stop', async () => {
    const stopping = new AbortController();
    const seller = await startTestApi(pg.database, { stopping: stopping.signal });
    const { request, response } = await open(seller);
    request.write(`${orderOf('P-1')}\n`);
    const lines = createInterface({ input: await response })[Symbol.asyncIterator]();
    const next = async () => JSON.parse(String((await lines.next()).value)) as Result;
    expect(await next()).toMatchObject({ line: 1, jobId: expect.any(String) });
    // Half a line is sent and the rest is not: nobody waits for it.
    request.write(orderOf('P-2').slice(0, 40));
    stopping.abort();
    expect(await next()).toMatchObject({ line: 2, error: { code: 'server_stopping' } });
    expect((await lines.next()).done).toBe(true);
    await seller.stop();
  });

  it('gives every line its error while PostgreSQL is away, and does not break', async () => {
    const gone = Object.assign(new Error('gone'), { code: 'CONNECTION_CLOSED' });
    let calls = 0;
    const intake: Intake = {
      submit: async () => {
        calls += 1;
        if (calls % 2 === 0) throw gone;
        return { kind: 'accepted', jobId: newId(), state: 'waiting' };
      },
      drain: async () => {},
    };
    const seller = await startTestApi(pg.database, { intake });
    const body = [1, 2, 3].map((n) => orderOf(`D-${n}`)).join('\n');
    const results = await resultsOf(
      await seller.call(path, { method: 'POST', headers: { 'content-type': ndjson }, body }),
    );
    expect(results.map(({ error }) => error?.code)).toEqual([undefined, 'database_unavailable', undefined]);
    await seller.stop();
  });
});

describe('A batch of CSV', () => {
  const header =
    'channel,channelOrderId,placedAt,payment.status,currency,buyer.name,buyer.email,shipTo.name,shipTo.line1,shipTo.postalCode,shipTo.city,shipTo.country';
  const order = (id: string) =>
    `shop,${id},2026-05-07T14:00:00+02:00,verified,EUR,Camille,camille@example.com,Camille,8 rue de la Soie,69003,Lyon,FR`;
  const lines =
    '"[{""lineId"":""1"",""sku"":""A"",""title"":""Tasse"",""quantity"":2,""unitPriceMinor"":1290}]"';

  it('takes a row per order with its lines as JSON', async () => {
    const results = await resultsOf(
      await send(`${header},lines,note\n${order('C-1')},${lines},x\n${order('C-2')},nonsense,\n`, 'text/csv'),
    );
    expect(results).toMatchObject([
      { line: 2, jobId: expect.any(String) },
      { line: 3, error: { code: 'invalid_request', errors: [{ path: 'lines' }] } },
    ]);
  });

  it('takes a row per order line, and gives each row the job of its order', async () => {
    const seller = await startTestApi(pg.database);
    const body =
      `${header},sku,title,quantity,unitPriceMinor\n${order('L-1')},A,Tasse,2,1290\n` +
      `shop,L-1,,,,,,,,,,,B,"Assiette, bleue",1,990\n${order('L-2')},C,Bol,many,500\n`;
    const results = await resultsOf(
      await seller.call(path, {
        method: 'POST',
        headers: { 'content-type': 'text/csv; charset=utf-8' },
        body,
      }),
    );
    expect(results.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(results[1]?.jobId).toBe(results[0]?.jobId);
    expect(results[2]?.error?.errors?.map((error) => error.path)).toEqual(['lines[0].quantity']);
    await workOff(pg.database, seller.sellerId);
    const { items } = await jsonOf<{ items: { orderId: string }[] }>(await seller.call('/v1/orders'));
    expect(await jsonOf(await seller.call(`/v1/orders/${items[0]?.orderId}`))).toMatchObject({
      lines: [
        { lineId: '1', sku: 'A', quantity: 2 },
        { lineId: '2', sku: 'B', title: 'Assiette, bleue' },
      ],
    });
    await seller.stop();
  });

  it('without a usable header is refused as a whole', async () => {
    const response = await send('sku,quantity\nA,1\n', 'text/csv');
    expect(response.status).toBe(422);
    expect(await jsonOf(response)).toMatchObject({ code: 'invalid_request', errors: [{ path: 'header' }] });
  });
});

describe('A long batch', () => {
  it('of 200,000 lines takes no memory to speak of, and asks for no more work at once than it should', async () => {
    let most = 0;
    let inFlight = 0;
    const intake: Intake = {
      submit: async () => {
        inFlight += 1;
        most = Math.max(most, inFlight);
        await new Promise((resolve) => setImmediate(resolve));
        inFlight -= 1;
        return { kind: 'accepted', jobId: newId(), state: 'waiting' };
      },
      drain: async () => {},
    };
    const seller = await startTestApi(pg.database, { intake });
    const { request, response } = await open(seller);
    const chunk = Array.from({ length: 500 }, (_, n) => `${orderOf(`M-${n}`)}\n`).join('');
    const sending = (async () => {
      for (let n = 0; n < 400; n += 1) if (!request.write(chunk)) await once(request, 'drain');
      request.end();
    })();
    const before = liveMegabytes();
    let highest = before;
    let count = 0;
    let sampleAt = 0;
    let tail = '';
    for await (const piece of await response) {
      const text = String(piece);
      count += text.split('\n').length - 1;
      tail = text;
      if (count > sampleAt) {
        highest = Math.max(highest, liveMegabytes());
        sampleAt += 20_000;
      }
    }
    await sending;
    expect(count).toBe(200_000);
    expect(tail.trim().split('\n').at(-1)).toContain('"line":200000');
    expect(most).toBeLessThanOrEqual(1_000);
    expect(highest - before).toBeLessThan(40);
    await seller.stop();
  }, 180_000);
});
