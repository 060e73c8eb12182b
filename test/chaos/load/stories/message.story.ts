import { setTimeout as pause } from 'node:timers/promises';
import type { NotedMessage } from '../notebook.ts';
import type { Scene } from '../scene.ts';
import type { Story } from './story.ts';

const targetMs = 24 * 3_600_000;
/** The deadline falls so long after the message, within the run and among its faults. */
const [soonestMs, latestMs] = [4_000, 20_000];

/** What the caller can know of its answer: accepted in time, or not sure of that. */
const answer = async (scene: Scene, messageId: string, dueAtMs: number): Promise<NotedMessage['answer']> => {
  const { number, random } = scene;
  const reply = { body: 'It is on its way.' };
  const outbound = { channel: 'shop', channelOrderId: number, direction: 'outbound', ...reply };
  const asked = random.chance(0.5)
    ? scene.ask(`/v1/messages/${messageId}/reply`, reply)
    : scene.ask('/v1/messages', { ...outbound, sentAt: new Date().toISOString() });
  const isAccepted = await asked.then(
    () => true,
    () => false,
  );
  return isAccepted && Date.now() < dueAtMs ? 'in_time' : 'unclear';
};

/** A buyer wrote almost a day ago; the seller answers just in time, or does not. */
export const messageStory: Story = {
  name: 'message',
  weight: 20,
  works: 2,
  play: async (scene) => {
    const { number, random, notebook } = scene;
    const leadMs = random.between(soonestMs, latestMs);
    const isAnswered = random.chance(0.6);
    const dueAtMs = Math.floor(Date.now() + leadMs);
    const { messageId } = await scene.result('/v1/messages', {
      channel: 'shop',
      channelOrderId: number,
      buyer: { email: `${number.toLowerCase()}@buyers.example` },
      direction: 'inbound',
      sentAt: new Date(dueAtMs - targetMs).toISOString(),
      body: 'Where is my parcel?',
    });
    const note = (answered: NotedMessage['answer']): void =>
      void notebook.messages.push({
        messageId: String(messageId),
        dueAt: new Date(dueAtMs).toISOString(),
        answer: answered,
      });
    if (!isAnswered) return note('none');
    await pause(Math.max(0, random.between(0, dueAtMs - Date.now() - 500)));
    note(await answer(scene, String(messageId), dueAtMs));
  },
};
