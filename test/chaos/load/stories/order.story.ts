import { anOrder } from '../orders.ts';
import { atOnce } from '../scene.ts';
import type { Story } from './story.ts';

/** A shop posts an order, often twice at once or once more later: it is one order and one job. */
export const orderStory: Story = {
  name: 'order',
  weight: 30,
  works: 1,
  play: async (scene) => {
    const { random, number, seller, notebook } = scene;
    const order = anOrder(scene, number);
    const twice = random.chance(0.2);
    const again = random.chance(0.2);
    const key = `${number}/order`;
    await atOnce(Array.from({ length: twice ? 2 : 1 }, () => scene.ask('/v1/orders', order, { key })));
    notebook.orders.push({ sellerKey: seller.key, number });
    if (again) await scene.ask('/v1/orders', order, { key });
  },
};
