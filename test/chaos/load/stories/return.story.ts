import { shipOrder } from '../orders.ts';
import { linksOf } from '../postbox.ts';
import { atOnce, type Scene } from '../scene.ts';
import type { Story } from './story.ts';

const choice = { choice: 'yes', rma: 'generated', address: 'saved:main', label: 'generated' };

/** Presses the button behind the link until the page says that something was done, or had been. */
const press = async ({ client }: Scene, link: string): Promise<void> => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  await client.send({ method: 'POST', path: link, headers, body: new URLSearchParams(choice).toString() });
};

/** A buyer asks to send something back; the seller presses the button in the mail, twice at once. */
export const returnStory: Story = {
  name: 'return',
  weight: 8,
  works: 4,
  play: async (scene) => {
    const { random, postbox, notebook } = scene;
    const comesBack = random.chance(0.6);
    const orderId = await shipOrder(scene);
    const line = { lineId: '1', quantity: 1 };
    const lines = [{ ...line, reason: 'defective', comment: 'The handle is loose.' }];
    const asked = await scene.result('/v1/returns', { orderId, requestedBy: 'buyer', lines });
    const returnId = String(asked.returnId);
    const mail = await scene.await('the mail with the link', () =>
      postbox.find('return_seller_requested', returnId),
    );
    const [link = ''] = await linksOf(mail);
    await atOnce([press(scene, link), press(scene, link)]);
    await scene.await('the authorisation', async () => {
      const { state } = await scene.read<{ readonly state: string }>(`/v1/returns/${returnId}`);
      return state === 'requested' ? null : state;
    });
    notebook.authorisedReturns.push(returnId);
    if (!comesBack) return;
    const received = { receivedAt: new Date().toISOString(), lines: [{ ...line, condition: 'sellable' }] };
    await scene.finish(`/v1/returns/${returnId}/receipts`, received);
    await scene.ask('/v1/refunds', { orderId, returnId, lines: [line], reason: 'returned' });
  },
};
