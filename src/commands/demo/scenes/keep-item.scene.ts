import { placeDelivered } from '../stage/deliveries.ts';
import { people } from '../stage/people.ts';
import { money, settledRefunds } from '../stage/refunds.ts';
import { mailTo, readReturn, requestReturn } from '../stage/returns.ts';
import type { Scene } from '../stage/scene.ts';
import { moneyChannel } from './open-shop.scene.ts';

const number = 'A-1006';

/** The way back would cost more than the mug: its buyer keeps it, and has the money at once (004). */
export const keepItem: Scene = {
  title: 'The buyer keeps the mug, and has the money at once',
  play: async (stage) => {
    const { api, expect, tell } = stage;
    const person = people.ajaccio;
    const orderId = await placeDelivered(stage, { channel: moneyChannel, number, person });
    const { returnId } = await requestReturn(stage, orderId, {
      lines: [{ lineId: '1', quantity: 1, reason: 'wrong_item' }],
    });
    const message = 'Gardez la tasse : la renvoyer de Corse coûterait plus qu’elle.';
    const closed = { reason: 'refund_without_return', message };
    const job = await api.work(`/v1/returns/${returnId}/close`, closed);
    expect.equal('closed', job.status, 'done');
    const refunds = await settledRefunds(stage, orderId);
    const paid = refunds.map(({ cause, state, amountMinor }) => [cause, state, amountMinor]);
    expect.equal('one mug, by itself', paid, [['keep_item', 'succeeded', 1_290]]);
    expect.equal('nothing has to come back', (await readReturn(stage, returnId)).state, 'closed');
    await mailTo(stage, person.buyer.email, number, message);
    const mail = await mailTo(stage, person.buyer.email, number, '12,90');
    tell(`Closed as ${closed.reason}: ${money(1_290)} by itself. “${mail.subject}”`);
  },
};
