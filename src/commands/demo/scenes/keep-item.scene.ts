import { placeDelivered } from '../stage/deliveries.ts';
import { people } from '../stage/people.ts';
import { money, paidByRule } from '../stage/refunds.ts';
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
    const { returnId, rma } = await requestReturn(stage, orderId, {
      lines: [{ lineId: '1', quantity: 1, reason: 'wrong_item' }],
    });
    // Authorised by itself; once it is closed no label would come any more.
    await mailTo(stage, person.buyer.email, number, rma ?? 'no RMA');
    const message = 'Gardez la tasse : la renvoyer de Corse coûterait plus qu’elle.';
    const closed = { reason: 'refund_without_return', message };
    const job = await api.work(`/v1/returns/${returnId}/close`, closed);
    expect.equal('closed', job.status, 'done');
    await paidByRule(stage, orderId, ['keep_item', 1_290]);
    expect.equal('nothing has to come back', (await readReturn(stage, returnId)).state, 'closed');
    await mailTo(stage, person.buyer.email, number, message);
    const mail = await mailTo(stage, person.buyer.email, number, '12,90');
    tell(`Closed as ${closed.reason}: ${money(1_290)} by itself. “${mail.subject}”`);
  },
};
