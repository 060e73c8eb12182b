import { setTimeout as sleep } from 'node:timers/promises';
import { type LineAnswer, sendBatch } from '../stage/batch.ts';
import { hoursBefore } from '../stage/days.ts';
import { jobsEnded } from '../stage/jobs-ended.ts';
import { listOrders } from '../stage/lists.ts';
import { mug, orderBody } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import type { Scene, Stage } from '../stage/scene.ts';
import { jobView } from '../stage/views.ts';
import { channels } from './open-shop.scene.ts';

const size = 2_000;
/** Lines that are wrong on purpose, each in its own way. */
const torn = 500;
const negative = 1_000;
const abroad = 1_500;
const good = size - 3;

const buyers = [
  people.paris,
  people.lyon,
  people.ajaccio,
  people.berlin,
  people.milan,
  people.madrid,
  people.dublin,
];

const lineOf = (line: number, now: Date): string => {
  const person = line === abroad ? people.canaries : buyers[line % buyers.length];
  const channel = channels[line % channels.length];
  if (person === undefined || channel === undefined) throw new Error('Nobody to order');
  // Within the last hours, so that no ship-by date is over yet at any time of day.
  const placedAt = hoursBefore(now, (line % 60) / 10);
  const more = line === negative ? { lines: [{ ...mug, quantity: -1 }] } : {};
  const body = JSON.stringify(orderBody({ channel, number: `B-${line}`, placedAt, person, more }));
  return line === torn ? body.slice(0, 60) : body;
};

/** Waits for the last job, telling how far it is. Answers when that was, by `performance.now()`. */
const watchJobs = async (stage: Stage, startedWith: number): Promise<number> => {
  for (;;) {
    const { done, rejected, failed } = await jobsEnded(stage, 'orders');
    const ended = done + rejected + failed - startedWith;
    if (ended >= good + 1) return performance.now();
    stage.progress(0.3 + (0.7 * ended) / good, `${ended.toLocaleString('en')} promises computed`);
    await sleep(100);
  }
};

const checkAnswers = async (stage: Stage, answers: readonly LineAnswer[]): Promise<string> => {
  const { api, expect } = stage;
  expect.equal(
    'one answer per line, in order',
    answers.map(({ line }) => line),
    Array.from({ length: size }, (_, n) => n + 1),
  );
  const wrong = answers
    .filter(({ error }) => error !== undefined)
    .map(({ line, error }) => `${line} ${error?.code}`);
  expect.equal('wrong lines', wrong, [`${torn} malformed_json`, `${negative} invalid_request`]);
  const job = jobView.parse((await api.get(`/v1/jobs/${answers[abroad - 1]?.jobId}`)).body);
  expect.equal('a line that a rule refuses', job.error?.code, 'destination_outside_export_policy');
  return `Line ${wrong.join(', line ')}, line ${abroad} ${job.status}; they stopped nobody.`;
};

/** A marketplace's whole morning in one request, streamed both ways. All figures are measured here and now. */
export const batch: Scene = {
  title: `A batch of ${size.toLocaleString('en')} orders, as NDJSON`,
  play: async (stage) => {
    const lines = Array.from({ length: size }, (_, n) => lineOf(n + 1, stage.now));
    const before = await jobsEnded(stage, 'orders');
    const startedAt = performance.now();
    const answers = await sendBatch(stage, lines, (count) =>
      stage.progress((0.3 * count) / size, `${count.toLocaleString('en')} lines accepted`),
    );
    const acceptedAt = performance.now();
    const endedAt = await watchJobs(stage, before.done + before.rejected + before.failed);
    const perSecond = (until: number, jobs: number) =>
      Math.round((jobs * 1_000) / (until - startedAt)).toLocaleString('en');
    const seconds = (until: number) => `${((until - startedAt) / 1_000).toFixed(1)} s`;
    stage.tell(
      `Accepted and committed in ${seconds(acceptedAt)} (${perSecond(acceptedAt, size)} lines/s); all promised after ${seconds(endedAt)}.`,
    );
    stage.figure(
      'jobs per second in the batch',
      `${perSecond(endedAt, good + 1)}, from the first byte sent to the last promise`,
    );
    stage.tell(await checkAnswers(stage, answers));

    const orders = (await listOrders(stage)).filter(({ channelOrderId }) => channelOrderId.startsWith('B-'));
    const numbers = new Set(orders.map(({ channelOrderId }) => channelOrderId));
    stage.expect.equal('orders of the batch', [orders.length, numbers.size], [good, good]);
    stage.expect.equal('orders without a promise', orders.filter(({ latest }) => latest === null).length, 0);
  },
};
