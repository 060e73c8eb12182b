import { sendBatch } from '../stage/batch.ts';
import { daysBefore } from '../stage/days.ts';
import { jobsEnded } from '../stage/jobs-ended.ts';
import { listOrders } from '../stage/lists.ts';
import { orderBody } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import type { Scene } from '../stage/scene.ts';
import { until } from '../stage/until.ts';

const count = 150;

/**
 * Old orders from the shop's last system, never marked as shipped. Loaded as history they raise no alert:
 * that nothing came is judged at the end of the day, by the last scene.
 */
export const history: Scene = {
  title: 'History is loaded, and stays silent',
  play: async (stage) => {
    const { expect, tell, now } = stage;
    const before = await jobsEnded(stage, 'orders');
    const lines = Array.from({ length: count }, (_, n) =>
      JSON.stringify(
        orderBody({
          channel: 'shop',
          number: `OLD-${n + 1}`,
          placedAt: daysBefore(now, 100 + n),
          person: people.lyon,
          more: { historical: true },
        }),
      ),
    );
    const answers = await sendBatch(stage, lines, () => {});
    expect.equal(
      'lines that were accepted',
      answers.filter(({ jobId }) => jobId !== undefined).length,
      count,
    );
    await until('The end of the load', async () => {
      const { done } = await jobsEnded(stage, 'orders');
      return done >= before.done + count ? done : null;
    });
    const old = (await listOrders(stage)).filter(({ channelOrderId }) => channelOrderId.startsWith('OLD-'));
    expect.equal(
      'old orders, each with its promise',
      old.filter(({ latest }) => latest !== null).length,
      count,
    );
    tell(
      `${count} orders of 100 to ${99 + count} days ago, never shipped: recorded and promised, no alert, no mail.`,
    );
  },
};
