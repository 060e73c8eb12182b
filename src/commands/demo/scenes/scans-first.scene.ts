import { hoursBefore } from '../stage/days.ts';
import { command, place, readOrder, scan } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import type { Scene } from '../stage/scene.ts';

const trackingNumber = '6A11122233344';

/** The carrier's feed is faster than the warehouse: its scans wait for their parcel. */
export const scansFirst: Scene = {
  title: 'Scans that come before their parcel',
  play: async (stage) => {
    const { expect, tell, now } = stage;
    const ago = (hours: number) => hoursBefore(now, hours);
    const order = { channel: 'shop', number: 'S-5', placedAt: ago(30), person: people.paris };
    const { orderId, state } = await place(stage, order);
    const counts = await scan(stage, 'colissimo', [
      { trackingNumber, code: 'accepted', occurredAt: ago(21), location: 'Lille' },
      { trackingNumber, code: 'delivered', occurredAt: ago(3), location: 'Paris' },
    ]);
    expect.equal('the scans are kept', counts, { recorded: 2, duplicates: 0, awaitingShipment: 2 });
    expect.equal('the order knows nothing of them', (await readOrder(stage, orderId)).state, 'unshipped');
    await command(stage, orderId, 'shipments', { carrier: 'colissimo', trackingNumber, shippedAt: ago(22) });
    const after = await readOrder(stage, orderId);
    expect.equal('its parcel brings them', [after.state, after.deliveredAt], ['delivered', ago(3)]);
    tell(
      `${counts.awaitingShipment} scans of an unknown parcel are kept; told of the parcel, the order goes ${state} → ${after.state}.`,
    );
  },
};
