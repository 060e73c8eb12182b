import { hoursBefore } from '../stage/days.ts';
import { command, place, readOrder, scan } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import { money, paidByRule } from '../stage/refunds.ts';
import type { Scene } from '../stage/scene.ts';

const trackingNumber = '3SBPOST-77';

/** Nobody opened the door in Brussels. */
export const backToSender: Scene = {
  title: 'A parcel that comes back to its sender',
  play: async (stage) => {
    const ago = (hours: number) => hoursBefore(stage.now, hours);
    const order = { channel: 'shop', number: 'S-6', placedAt: ago(30), person: people.brussels };
    const { orderId } = await place(stage, order);
    await command(stage, orderId, 'shipments', { carrier: 'bpost', trackingNumber, shippedAt: ago(22) });
    const states: string[] = [];
    for (const [code, hours] of [
      ['exception', 9],
      ['returning', 8],
      ['returned_to_sender', 1],
    ] as const) {
      await scan(stage, 'bpost', [{ trackingNumber, code, occurredAt: ago(hours) }]);
      states.push((await readOrder(stage, orderId)).state);
    }
    stage.expect.equal('the states of the order', states, ['shipped', 'shipped', 'returned_to_sender']);
    await paidByRule(stage, orderId, ['return_to_sender', 2_580]);
    stage.tell(`exception → returning → returned_to_sender; the order: ${states.join(' → ')}`);
    stage.tell(`By the seller's policy the mugs are refunded then, their delivery is not: ${money(2_580)}.`);
  },
};
