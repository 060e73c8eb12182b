import { aParcel, hoursAgo, placeOrder, shipOrder } from '../orders.ts';
import { atOnce, type Scene } from '../scene.ts';
import type { Story } from './story.ts';

const expected = ['done', 'rejected'] as const;
const daysAgo = (days: number): string => hoursAgo(24 * days);

const claimAtOnce = (scene: Scene, orderId: string, kind: 'lost' | 'damaged', times: number) =>
  atOnce(Array.from({ length: times }, () => scene.finish('/v1/claims', { orderId, kind }, { expected })));

/** Three people claim the same broken cups: one claim. */
const broken = async (scene: Scene): Promise<void> => {
  const { number } = scene;
  const orderId = await shipOrder(scene);
  const { carrier, trackingNumber } = aParcel(number);
  const occurredAt = hoursAgo(0.5);
  await scene.finish('/v1/tracking-events', [{ carrier, trackingNumber, code: 'delivered', occurredAt }]);
  scene.notebook.scans.push({
    sellerKey: scene.seller.key,
    trackingNumber,
    code: 'delivered',
    occurredAt,
  });
  await claimAtOnce(scene, orderId, 'damaged', 3);
};

/** A parcel that has been away for weeks is found lost by itself while two people claim it by hand. */
const lost = async (scene: Scene): Promise<void> => {
  const orderId = await placeOrder(scene, { placedAt: daysAgo(40) });
  await scene.finish(`/v1/orders/${orderId}/shipments`, aParcel(scene.number, daysAgo(39)));
  const jobs = await claimAtOnce(scene, orderId, 'lost', 2);
  const claimId = jobs.find(({ status }) => status === 'done')?.result?.claimId;
  if (claimId === undefined) return;
  await scene.finish(`/v1/claims/${claimId}/submit`, {});
  await scene.finish(`/v1/claims/${claimId}/decision`, { outcome: 'reimbursed' });
};

export const claimStory: Story = {
  name: 'claim',
  weight: 4,
  works: 6,
  play: (scene) => (scene.random.chance(0.5) ? broken(scene) : lost(scene)),
};
