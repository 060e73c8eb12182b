import { sendBatch } from '../batch.ts';
import { anOrder } from '../orders.ts';
import type { Story } from './story.ts';

export const linesPerBatch = 60;

/** A connector sends an export: all of it once more until each line has a job. */
export const batchStory: Story = {
  name: 'batch',
  weight: 4,
  works: linesPerBatch,
  play: async (scene) => {
    const orders = Array.from({ length: linesPerBatch }, (_, n) =>
      anOrder(scene, `${scene.number}-${n + 1}`),
    );
    await sendBatch(scene, orders);
  },
};
