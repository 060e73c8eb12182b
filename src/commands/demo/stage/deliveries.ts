import { hoursBefore } from './days.ts';
import { command, type NewOrder, place, scan } from './orders.ts';
import type { Stage } from './scene.ts';

/** Scans of a parcel on its way, and how many hours ago they were made. */
export type Journey = readonly (readonly [code: string, hoursAgo: number])[];

/**
 * An order of yesterday that has arrived, neither late on whichever weekday the demo plays; its parcel is `DL-` and
 * its number. Not historical: buyers of old orders get no mail about money. Gives its id.
 */
export const placeDelivered = async (
  stage: Stage,
  order: Omit<NewOrder, 'placedAt'>,
  journey: Journey = [['delivered', 3]],
): Promise<string> => {
  const ago = (hours: number) => hoursBefore(stage.now, hours);
  const { orderId } = await place(stage, { ...order, placedAt: ago(30) });
  const trackingNumber = `DL-${order.number}`;
  await command(stage, orderId, 'shipments', { carrier: 'colissimo', trackingNumber, shippedAt: ago(22) });
  const scans = journey.map(([code, hours]) => ({ trackingNumber, code, occurredAt: ago(hours) }));
  await scan(stage, 'colissimo', scans);
  return orderId;
};
