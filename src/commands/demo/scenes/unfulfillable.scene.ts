import { alertAbout } from '../stage/alerts.ts';
import { hoursBefore } from '../stage/days.ts';
import { command, place, readOrder } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import { paidByRule } from '../stage/refunds.ts';
import { mailTo } from '../stage/returns.ts';
import type { Scene } from '../stage/scene.ts';
import { sellerEmail } from './open-shop.scene.ts';

const number = '305-2010';

/** The last teapot fell off the shelf. The seller of a German channel reads about it in German. */
export const unfulfillable: Scene = {
  title: 'Out of stock: an order that cannot be fulfilled',
  play: async (stage) => {
    const placedAt = hoursBefore(stage.now, 0.1);
    const order = { channel: 'amazon.de', number, placedAt, person: people.munich };
    const { orderId } = await place(stage, order);
    await command(stage, orderId, 'unfulfillable', { reason: 'out_of_stock' });
    const { state, unfulfillable: why } = await readOrder(stage, orderId);
    stage.expect.equal('state and reason', [state, why?.reason], ['unfulfillable', 'out_of_stock']);
    await alertAbout(stage, number, 'unfulfillable');
    const mail = await mailTo(stage, sellerEmail, number);
    stage.expect.holds('the mail is in German', mail.text.includes('Bestellung'), mail.text.slice(0, 80));
    stage.tell(`${state}: ${why?.reason}. Mail: “${mail.subject}”`);
    await paidByRule(stage, orderId, ['cancellation', 3_070]);
    const told = await mailTo(stage, people.munich.buyer.email, number, '30,70');
    stage.tell(`Nothing will come for what was paid, so it goes back: “${told.subject}”`);
  },
};
