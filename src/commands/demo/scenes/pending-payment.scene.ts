import { daysBefore, span } from '../stage/days.ts';
import { command, datesOf, place, quote, readOrder } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import type { Scene } from '../stage/scene.ts';

/** Until the payment is verified there is no buyer, no address, no promise and no parcel (002). */
export const pendingPayment: Scene = {
  title: 'A pending payment, verified five days later',
  play: async (stage) => {
    const { api, expect, tell, now } = stage;
    const placed = { channel: 'amazon.fr', number: '402-1010', placedAt: daysBefore(now, 5), person: null };
    const { orderId, state, promise } = await place(stage, placed);
    expect.equal('state before the payment', state, 'pending');
    expect.equal('promise before the payment', promise, null);

    const shipment = { shippedAt: now.toISOString(), carrier: 'colissimo', trackingNumber: '6A-TOO-EARLY' };
    const early = await api.work(`/v1/orders/${orderId}/shipments`, shipment);
    expect.equal(
      'a parcel before the payment',
      [early.status, early.error?.code],
      ['rejected', 'payment_pending'],
    );
    tell(`Placed 5 days ago: ${state}, no promise. A parcel that wants to leave: ${early.error?.detail}`);

    const at = now.toISOString();
    await command(stage, orderId, 'payment', { status: 'verified', at, ...people.paris });
    const order = await readOrder(stage, orderId);
    expect.equal('state after the payment', order.state, 'unshipped');
    const { country, postalCode } = people.paris.shipTo;
    const today = await quote(stage, { placedAt: at, country, postalCode });
    expect.equal('the promise counts from the verification', datesOf(order.promise), datesOf(today));
    const why = order.promise?.explanation[0];
    expect.equal('the explanation begins with it', why?.code, 'payment_verified_later');
    tell(`Verified now: ${order.state}, arrives ${span(today.earliest, today.latest)}. ${why?.detail}`);
  },
};
