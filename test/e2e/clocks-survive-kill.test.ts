import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addHours } from '../../src/domain/calendar/instant.ts';
import { packagePath } from '../../src/platform/package-root.ts';
import { childEnvironment, cliArguments } from '../real-orders/navette-process.ts';
import { addJobs, type Ledger, openLedger } from '../support/ledger-fixture.ts';
import { aRecord, messageJob, runMessageJobs, setChannel } from '../support/messages-fixture.ts';
import { findRedisServer, startRedis, type TestRedis } from '../support/redis.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import { until } from '../support/until.ts';

/** Enough that every kill meets some of them, few enough for their mails in a few seconds. */
const messages = 150;
/** Their targets end one after the other, from so long after the start until so long. */
const [firstEndMs, lastEndMs] = [4_000, 9_000];

const folder = mkdtempSync(join(tmpdir(), 'navette-clocks-'));
let ledger: Ledger;
let sink: SmtpSink;
let redis: TestRedis | null = null;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  ledger = await openLedger();
  sink = await startSmtpSink();
  if (findRedisServer() !== undefined) redis = await startRedis();
}, 60_000);
afterAll(async () => {
  await Promise.all(workers.map((worker) => end(worker, 'SIGKILL')));
  await redis?.stop();
  await sink.close();
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

/** On Redis where there is one: the harder case, for BullMQ and the ledger can then disagree. */
const startWorker = (): ChildProcess =>
  spawn(process.execPath, cliArguments('worker'), {
    cwd: packagePath('.'),
    env: childEnvironment(folder, {
      DATABASE_URL: ledger.url,
      SMTP_URL: sink.url,
      MAIL_FROM: 'Navette <mail@navette.example>',
      LINK_SECRETS: 'a link secret of more than 32 characters',
      ...(redis === null ? {} : { REDIS_URL: redis.url }),
    }),
    stdio: 'ignore',
  });

const end = async (worker: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const exited = once(worker, 'exit');
  worker.kill(signal);
  await exited;
};

/** Order numbers of the mails that went out, by what they tell; each Message-ID once. */
const told = (subject: string): string[] =>
  [
    ...new Map(
      sink.messages.map(({ headers }) => [headers.get('message-id'), headers.get('subject') ?? '']),
    ).values(),
  ]
    .filter((line) => line.includes(subject))
    .map((line) => /Order (K-\d+)/.exec(line)?.[1] ?? line)
    .sort();

test('Whatever dies around their deadlines, each open message is told of once, and no answered one is', {
  timeout: 120_000,
}, async () => {
  const sellerId = await ledger.newSeller();
  await setChannel(ledger, sellerId, { language: 'en', sellerEmail: 'seller@shop.test' });
  const number = (n: number): string => `K-${n}`;
  const record = (records: ReturnType<typeof aRecord>[]) =>
    runMessageJobs(
      ledger.database,
      records.map((one) => messageJob(sellerId, 'record', one)),
    );
  const start = Date.now();
  const numbers = Array.from({ length: messages }, (_, n) => n);
  await record(
    numbers.map((n) => {
      const dueAt = start + firstEndMs + ((lastEndMs - firstEndMs) * n) / messages;
      const sentAt = addHours(new Date(dueAt).toISOString(), -24);
      return aRecord({ sentAt }, { channelOrderId: number(n) });
    }),
  );
  /** As intake does it: committed to the ledger, and for the workers to record. */
  const answer = (of: readonly number[]) =>
    addJobs(
      ledger,
      of.map((n) =>
        messageJob(sellerId, 'record', aRecord({ direction: 'outbound' }, { channelOrderId: number(n) })),
      ),
    );
  // A third is answered before anybody looks, a third while workers come and go, a third never.
  await answer(numbers.filter((n) => n % 3 === 0));
  const accepted = new Set<number>();
  workers.push(startWorker(), startWorker());
  const answeredLater = numbers.filter((n) => n % 3 === 1);
  for (let round = 0; Date.now() < start + lastEndMs; round += 1) {
    await pause(1_500);
    // Accepted in time, if only just, and never recorded by a worker that then dies.
    const soon = (n: number) => start + firstEndMs + ((lastEndMs - firstEndMs) * n) / messages - Date.now();
    const inTime = answeredLater.filter((n) => soon(n) > 0 && soon(n) < 3_000 && !accepted.has(n));
    for (const n of inTime) accepted.add(n);
    await answer(inTime);
    const killed = round % 2;
    await end(workers[killed] as ChildProcess, 'SIGKILL');
    workers[killed] = startWorker();
  }
  const overdue = numbers
    .filter((n) => n % 3 !== 0 && !accepted.has(n))
    .map(number)
    .sort();
  await until(
    'every open message was told of',
    async () => told('time has run out').length >= overdue.length,
    60_000,
  );
  // The seller's daily look for old personal data waits for its day.
  const unfinished = async () => {
    const [row] = await ledger.admin<{ count: number }[]>`
      SELECT count(*)::int AS count FROM job
      WHERE seller_id = ${sellerId} AND queue <> 'privacy' AND state IN ('waiting', 'queued')`;
    return row?.count;
  };
  await until('nothing is left to do', async () => (await unfinished()) === 0, 60_000);
  await Promise.all(workers.map((worker) => end(worker, 'SIGTERM')));
  expect(told('time has run out')).toEqual(overdue);
  expect(told('waiting for your answer')).toEqual([...new Set(told('waiting for your answer'))]);
  expect(accepted.size).toBeGreaterThan(10);
  const answered = new Set([...numbers.filter((n) => n % 3 === 0), ...accepted].map(number));
  expect(told('time has run out').filter((order) => answered.has(order))).toEqual([]);
});
