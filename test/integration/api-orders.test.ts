import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderExample } from '../../src/api/orders/examples.ts';
import {
  endJob,
  startTestApi,
  startTestDatabase,
  type TestApi,
  type TestDatabase,
} from '../support/api-fixture.ts';

let pg: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  pg = await startTestDatabase();
  api = await startTestApi(pg.database);
}, 60_000);

afterAll(async () => {
  await api.stop();
  await pg.stop();
});

let number = 0;
const newOrder = (changes: object = {}) => {
  number += 1;
  return { ...orderExample, channelOrderId: `T-${number}`, ...changes };
};

describe('POST /v1/orders', () => {
  it('commits the work and answers 202 with the job and where to find it', async () => {
    const response = await api.post('/v1/orders', newOrder());
    expect(response.status).toBe(202);
    const body = await response.json();
    expect(body).toEqual({
      jobId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      status: 'waiting',
      links: { self: `http://navette.test/v1/jobs/${body.jobId}` },
    });
    expect(response.headers.get('location')).toBe(`/v1/jobs/${body.jobId}`);
    const job = await (await api.call(`/v1/jobs/${body.jobId}`)).json();
    expect(job).toMatchObject({
      jobId: body.jobId,
      queue: 'orders',
      name: 'place',
      status: 'waiting',
      attempts: 0,
    });
  });

  it('answers 200 with the finished job when the caller prefers to wait', async () => {
    const pending = api.post('/v1/orders', newOrder({ channelOrderId: 'wait' }), { prefer: 'wait=20' });
    const jobId = await expect
      .poll(async () => {
        const [row] = await pg.database.system<{ id: string }[]>`
        SELECT id FROM job WHERE seller_id = ${api.sellerId} AND refs ->> 'order' = 'wait'`;
        return row?.id;
      })
      .toBeDefined()
      .then(async () => {
        const [row] = await pg.database.system<{ id: string }[]>`
        SELECT id FROM job WHERE seller_id = ${api.sellerId} AND refs ->> 'order' = 'wait'`;
        return row?.id ?? '';
      });
    await endJob(pg, api.sellerId, jobId, { state: 'done', result: { orderId: jobId } });
    const response = await pending;
    expect(response.status).toBe(200);
    expect(response.headers.get('preference-applied')).toBe('wait=20');
    expect(await response.json()).toMatchObject({ jobId, status: 'done', result: { orderId: jobId } });
  });
});
