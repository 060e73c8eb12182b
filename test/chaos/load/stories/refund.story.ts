import type { Job } from '../client.ts';
import { placeOrder } from '../orders.ts';
import { atOnce, type Scene } from '../scene.ts';
import type { Story } from './story.ts';

const either = ['done', 'rejected'] as const;

/** Ways in which a seller gives money back; more than what was paid is never possible. */
const ways: readonly ((scene: Scene, orderId: string) => Promise<readonly Job[]>)[] = [
  // The same request again, from a caller who has not heard of the first.
  (scene, orderId) => {
    const refund = { orderId, lines: [{ lineId: '1', quantity: 1 }], reason: 'goodwill' };
    const key = `${scene.number}/refund`;
    return atOnce([1, 2].map(() => scene.ask('/v1/refunds', refund, { key })));
  },
  // Two parts.
  (scene, orderId) =>
    atOnce([
      scene.ask('/v1/refunds', { orderId, lines: [{ lineId: '1', amountMinor: 60 }], reason: 'late' }),
      scene.ask('/v1/refunds', { orderId, shippingMinor: 490, reason: 'late' }),
    ]),
  // Twice what there is, at once, on purpose: one of them has to be refused.
  (scene, orderId) =>
    atOnce(
      [1, 2].map(() =>
        scene.ask('/v1/refunds', { orderId, shippingMinor: 490, reason: 'shipping' }, { expected: either }),
      ),
    ),
];

export const refundStory: Story = {
  name: 'refund',
  weight: 12,
  works: 3,
  play: async (scene) => {
    const way = scene.random.pick(ways);
    await way(scene, await placeOrder(scene));
  },
};

/** Two people cancel an order that was paid: its money goes back once. */
export const cancellationStory: Story = {
  name: 'cancellation',
  weight: 4,
  works: 3,
  play: async (scene) => {
    const path = `/v1/orders/${await placeOrder(scene)}/cancellations`;
    const cancel = { source: 'seller', reason: 'Out of stock' };
    await atOnce([1, 2].map(() => scene.ask(path, cancel, { expected: either })));
  },
};
