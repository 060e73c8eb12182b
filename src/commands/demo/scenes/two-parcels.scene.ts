import { day, hoursBefore, span } from '../stage/days.ts';
import { command, mug, place, readOrder, scan, teapot } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import type { Scene } from '../stage/scene.ts';

const [mugs, pot] = ['00340434-A', '00340434-B'];

/** One order in two parcels; its scans come late, twice and backwards. */
export const twoParcels: Scene = {
  title: 'Two parcels, their scans out of order and twice',
  play: async (stage) => {
    const { api, expect, tell, link, now } = stage;
    const ago = (hours: number) => hoursBefore(now, hours);
    const { orderId, promise } = await place(stage, {
      channel: 'amazon.de',
      number: '305-2020',
      placedAt: ago(30),
      person: people.berlin,
      more: { lines: [mug, teapot] },
    });
    const ship = (trackingNumber: string, lines: readonly object[]) =>
      command(stage, orderId, 'shipments', { carrier: 'dhl', trackingNumber, shippedAt: ago(22), lines });
    const states: string[] = [];
    const look = async () => {
      const order = await readOrder(stage, orderId);
      states.push(order.state);
      return order;
    };

    await ship(mugs, [{ lineId: mug.lineId, quantity: 2 }]);
    await look();
    await ship(pot, [{ lineId: teapot.lineId, quantity: 1 }]);
    const shipped = await look();
    expect.equal('promises: the order, each parcel', shipped.promises.length, 3);
    expect.equal('the first promise stays', shipped.promises[0]?.latest, promise?.latest);
    tell(
      `First promise: arrives by ${day(promise?.latest ?? '')}. It stays; each parcel has its own beside it:`,
    );
    for (const { shipmentId, earliest, latest } of shipped.promises) {
      if (shipmentId !== null) tell(`  parcel: arrives ${span(earliest, latest)}`);
    }

    const delivered = { trackingNumber: mugs, code: 'delivered', occurredAt: ago(2), location: 'Berlin' };
    const first = await scan(stage, 'dhl', [delivered]);
    expect.equal('the last scan comes first', first, { recorded: 1, duplicates: 0, awaitingShipment: 0 });
    const older = await scan(stage, 'dhl', [
      { trackingNumber: mugs, code: 'in_transit', occurredAt: ago(12), location: 'Leipzig' },
      { trackingNumber: mugs, code: 'accepted', occurredAt: ago(21), location: 'Lille' },
      delivered,
    ]);
    expect.equal('older ones and a repeated one', older, { recorded: 2, duplicates: 1, awaitingShipment: 0 });
    const half = await look();
    expect.equal('an older scan never undoes a delivery', half.shipments.map(({ status }) => status).sort(), [
      'delivered',
      null,
    ]);
    tell(
      `Scans: delivered, then in_transit, accepted and delivered again: ${older.duplicates} duplicate, still delivered.`,
    );

    await scan(stage, 'dhl', [{ trackingNumber: pot, code: 'delivered', occurredAt: ago(1) }]);
    const done = await look();
    expect.equal('delivered when the last parcel is', done.deliveredAt, ago(1));
    expect.equal(
      'every raw scan is kept',
      done.shipments.map((parcel) => parcel.trackingEvents.length).sort(),
      [1, 3],
    );
    expect.equal('the states of the order', states, ['unshipped', 'shipped', 'shipped', 'delivered']);
    tell(`The order: ${states.join(' → ')}`);

    const page = await api.text(new URL(done.trackingUrl).pathname);
    expect.holds(
      'its tracking page shows both parcels',
      page.includes(mugs) && page.includes(pot),
      page.length,
    );
    link('Tracking page in German', done.trackingUrl);
  },
};
