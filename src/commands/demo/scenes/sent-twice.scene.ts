import { hoursBefore } from '../stage/days.ts';
import { orderBody, teapot } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import type { Scene } from '../stage/scene.ts';
import { jobView, orderPage, problemView } from '../stage/views.ts';

const number = '7010';

/** Connectors send again what they are not sure of, ten at once if need be: one order, one job. */
export const sentTwice: Scene = {
  title: 'Sent twice, and sent with other content',
  play: async ({ api, expect, tell, now }) => {
    const placedAt = hoursBefore(now, 0.1);
    const body = orderBody({
      channel: 'woocommerce:ma-boutique',
      number,
      placedAt,
      person: people.strasbourg,
    });
    const first = await api.post('/v1/orders', body, { prefer: 'wait=20' });
    const { jobId } = jobView.parse(first.body);
    expect.equal('the first is no replay', first.headers.get('idempotent-replayed'), null);

    const again = await Promise.all(
      Array.from({ length: 10 }, () => api.post('/v1/orders', body, { prefer: 'wait=20' })),
    );
    const jobs = new Set(again.map((reply) => jobView.parse(reply.body).jobId));
    expect.equal('ten more have the same job', [...jobs], [jobId]);
    const replayed = again.filter(({ headers }) => headers.get('idempotent-replayed') === 'true').length;
    expect.equal('and say that they are replays', replayed, 10);
    tell(
      `The same order ${again.length} times more, at once: one job, ${replayed} marked Idempotent-Replayed.`,
    );

    const other = await api.post('/v1/orders', { ...body, lines: [teapot] });
    const conflict = problemView.parse(other.body);
    expect.equal('other content under its number', [other.status, conflict.code], [409, 'order_conflict']);
    tell(
      `Other content under its number: ${conflict.status} ${conflict.code}. ${conflict.detail ?? ''}`.trimEnd(),
    );

    const key = { 'idempotency-key': `demo-${jobId}` };
    const keyed = { ...body, channelOrderId: `${number}-B` };
    expect.equal('a new key', (await api.post('/v1/orders', keyed, key)).status, 202);
    const reused = await api.post('/v1/orders', { ...keyed, channelOrderId: `${number}-C` }, key);
    const problem = problemView.parse(reused.body);
    expect.equal('a key with another body', [reused.status, problem.code], [422, 'idempotency_key_reused']);
    tell(`An Idempotency-Key with another body: ${problem.status} ${problem.code}.`);

    const { items } = orderPage.parse((await api.get(`/v1/orders?channelOrderId=${number}`)).body);
    expect.equal('orders of this number', items.length, 1);
  },
};
