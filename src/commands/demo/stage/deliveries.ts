import { hoursBefore } from './days.ts';
import { command, type NewOrder, place, scan } from './orders.ts';
import type { Stage } from './scene.ts';

/** In hours: neither leaves nor arrives late, whatever the weekday and the hour. */
export const deliveryHoursAgo = { placed: 30, shipped: 22, delivered: 3 } as const;

/** Scans of a parcel on its way, and how many hours ago they were made. */
export type Journey = readonly (readonly [code: string, hoursAgo: number])[];

/**
 * An order of yesterday that has arrived; its parcel is `DL-` and its number. Not historical: buyers of old orders get no mail about money. Gives its id.
 */
export const placeDelivered = async (
  stage: Stage,
  order: Omit<NewOrder, 'placedAt'>,
  journey: Journey = [['delivered', deliveryHoursAgo.delivered]],
): Promise<string> => {
  const ago = (hours: number) => hoursBefore(stage.now, hours);
  const { orderId } = await place(stage, { ...order, placedAt: ago(deliveryHoursAgo.placed) });
  const trackingNumber = `DL-${order.number}`;
  await command(stage, orderId, 'shipments', {
    carrier: 'colissimo',
    trackingNumber,
    shippedAt: ago(deliveryHoursAgo.shipped),
  });
  const scans = journey.map(([code, hours]) => ({ trackingNumber, code, occurredAt: ago(hours) }));
  await scan(stage, 'colissimo', scans);
  return orderId;
};
