import { hoursBefore, span } from '../stage/days.ts';
import { place, readOrder } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import type { Scene } from '../stage/scene.ts';

/** Stock that the seller takes home: an order like another, but no sale. */
export const removal: Scene = {
  title: 'A removal order: stock comes home',
  play: async (stage) => {
    const { orderId, promise } = await place(stage, {
      channel: 'shop',
      number: 'REMOVAL-1',
      placedAt: hoursBefore(stage.now, 0.1),
      person: people.lyon,
      more: { purpose: 'removal', shippingMinor: 0, payment: { status: 'verified', capturedMinor: 0 } },
    });
    const { state, purpose } = await readOrder(stage, orderId);
    stage.expect.equal('state and purpose', [state, purpose], ['unshipped', 'removal']);
    stage.expect.holds('it has a promise', promise !== null, promise);
    const window = promise === null ? '–' : span(promise.earliest, promise.latest);
    stage.tell(`${state}, arrives ${window}. It counts in no rate and can never be claimed as lost.`);
  },
};
