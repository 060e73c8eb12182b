import { alertAbout, mailAbout } from '../stage/alerts.ts';
import { daysBefore } from '../stage/days.ts';
import { place, readOrder } from '../stage/orders.ts';
import type { Scene } from '../stage/scene.ts';
import { until } from '../stage/until.ts';

const number = '402-1011';

/** Not verified after 21 days: the system cancels and tells the seller (002). A deadline that is over fires at once. */
export const paymentNeverCame: Scene = {
  title: 'A payment that never came: 22 days',
  play: async (stage) => {
    const placedAt = daysBefore(stage.now, 22);
    const { orderId } = await place(stage, { channel: 'amazon.fr', number, placedAt, person: null });
    const cancelled = await until('The cancellation', async () => {
      const order = await readOrder(stage, orderId);
      return order.state === 'cancelled' ? order : null;
    });
    const { source, reason } = cancelled.cancellation ?? {};
    stage.expect.equal('who cancelled, and why', [source, reason], ['system', 'payment_expired']);
    await alertAbout(stage, number, 'payment_expired');
    const mail = await mailAbout(stage, number);
    stage.tell(`Cancelled by the ${source}: ${reason}. Mail: “${mail.subject}”`);
  },
};
