import { hoursBefore } from '../stage/days.ts';
import { readAll } from '../stage/lists.ts';
import { refundPage, refundResult } from '../stage/money-views.ts';
import { mug, place, readOrder } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import { money, settled, tryRefund } from '../stage/refunds.ts';
import type { Scene } from '../stage/scene.ts';
import { jobView, problemView } from '../stage/views.ts';
import { moneyChannel } from './open-shop.scene.ts';

const number = 'A-1003';
const times = 20;

/** An impatient connector, a forgetful one and a greedy one: the buyer has 5.00 once, and never more than was paid. */
export const overRefund: Scene = {
  title: `${times} equal refunds at once, and one too many`,
  play: async (stage) => {
    const { api, expect, tell, now } = stage;
    const placedAt = hoursBefore(now, 0.1);
    const person = people.strasbourg;
    const { orderId } = await place(stage, { channel: moneyChannel, number, placedAt, person });
    const five = { orderId, lines: [{ lineId: mug.lineId, amountMinor: 500 }], reason: 'goodwill' };

    const keyless = await api.post('/v1/refunds', five);
    const problem = problemView.parse(keyless.body);
    expect.equal('without a key', [keyless.status, problem.code], [400, 'idempotency_key_required']);

    const headers = { 'idempotency-key': `goodwill-${number}`, prefer: 'wait=20' };
    const answers = await Promise.all(
      Array.from({ length: times }, () => api.post('/v1/refunds', five, headers)),
    );
    const refundIds = answers.map(({ body }) => refundResult.parse(jobView.parse(body).result).refundId);
    const replayed = answers.filter((answer) => answer.headers.get('idempotent-replayed') === 'true').length;
    expect.equal('replays', replayed, times - 1);
    const stored = await readAll(stage, `/v1/refunds?orderId=${orderId}`, refundPage);
    expect.equal(
      'one refund',
      [...new Set(refundIds)],
      stored.map(({ refundId }) => refundId),
    );
    const { state } = await settled(stage, refundIds[0] ?? '');
    expect.equal('paid', state, 'succeeded');
    tell(`${times} times ${money(500)} at once with one Idempotency-Key: ${stored.length} refund, ${state}.`);

    const [tooMuch, stale] = await Promise.all([
      tryRefund(stage, { ...five, lines: [{ lineId: mug.lineId, amountMinor: 2_081 }] }),
      tryRefund(stage, { ...five, previouslyRefundedMinor: 0 }),
    ]);
    expect.equal(
      'above what is left',
      [tooMuch.status, tooMuch.error?.code],
      ['rejected', 'amount_above_left'],
    );
    expect.holds('it says what is left', tooMuch.error?.detail.includes('2080') === true, tooMuch.error);
    tell(`${money(2_081)} more: ${tooMuch.error?.code}. ${tooMuch.error?.detail} (in cents)`);

    expect.equal('from a page that is old', stale.error?.code, 'refunded_meanwhile');
    tell(`${money(500)} again from a page that knows of no refund: ${stale.error?.code}.`);
    const { refundable } = await readOrder(stage, orderId);
    expect.equal('nothing of this was paid', refundable, { capturedMinor: 3_070, refundedMinor: 500 });
  },
};
