import { aParcel, hoursAgo, placeOrder } from '../orders.ts';
import type { Story } from './story.ts';

const codes = ['in_transit', 'out_for_delivery', 'delivered'] as const;

/** A parcel and its scans, some before anybody has heard of the parcel, some twice. */
export const parcelStory: Story = {
  name: 'parcel',
  weight: 14,
  works: 4,
  play: async (scene) => {
    const { number, random, seller, notebook } = scene;
    const { carrier, trackingNumber, ...parcel } = aParcel(number);
    const scans = codes.map((code, n) => ({
      carrier,
      trackingNumber,
      code,
      occurredAt: hoursAgo(0.9 - n * 0.2),
    }));
    const early = random.chance(0.3);
    const record = async (some: readonly (typeof scans)[number][]): Promise<void> => {
      await scene.ask('/v1/tracking-events', some);
      for (const { code, occurredAt } of some) {
        notebook.scans.push({ sellerKey: seller.key, trackingNumber, code, occurredAt });
      }
    };
    if (early) await record(scans.slice(0, 2));
    const orderId = await placeOrder(scene);
    await scene.ask(`/v1/orders/${orderId}/shipments`, { ...parcel, carrier, trackingNumber });
    if (!early) await record(scans.slice(0, 2));
    await record(scans.slice(1));
  },
};
