import { setTimeout as pause } from 'node:timers/promises';
import { readCarriers } from './invariants/carriers.ts';
import type { Evidence } from './invariants/invariant.ts';

interface Left {
  readonly due: number;
  readonly mails: number;
  readonly unsettled: number;
  readonly deadlines: number;
}

/** What somebody or something still works on; empty when nothing does. */
const whatIsLeft = async ({ sql, backend, notebook, stage }: Evidence): Promise<readonly string[]> => {
  const [left] = await sql<Left[]>`
    SELECT (SELECT count(*)::int FROM job
        WHERE state = 'queued' OR (state = 'waiting' AND run_at <= now() + interval '5 seconds')) AS due,
      (SELECT count(*)::int FROM mail WHERE state IN ('pending', 'sending')) AS mails,
      (SELECT count(*)::int FROM refund WHERE settled_at IS NULL) AS unsettled,
      (SELECT count(*)::int FROM unnest(${notebook.messages.map(({ dueAt }) => dueAt)}::timestamptz[]) AS due (at)
        WHERE at >= now() - interval '1 second') AS deadlines`;
  if (left === undefined) throw new Error('A count has a row');
  const { due, mails, unsettled, deadlines } = left;
  const provider = stage.payments.server;
  const open = provider.books().filter(({ isFinal }) => !isFinal).length;
  const webhooks = provider.waiting().length;
  const carriers = due + unsettled === 0 ? (await readCarriers({ backend })).length : 0;
  const parts: readonly (readonly [number, string])[] = [
    [due, 'jobs are due'],
    [mails, 'mails are under way'],
    [unsettled, 'refunds are not settled'],
    [deadlines, 'deadlines are to come'],
    [open, 'bookings are not final'],
    [webhooks, 'webhooks are not delivered'],
    [carriers, 'jobs are in BullMQ'],
  ];
  return parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
};

const lookEveryMs = 500;

/** Waits until nothing is left to do; what still is when the time is over, for the invariants to find. */
export const awaitQuiet = async (evidence: Evidence, limitMs: number): Promise<readonly string[]> => {
  const untilMs = Date.now() + limitMs;
  for (;;) {
    const left = await whatIsLeft(evidence);
    if (left.length === 0 || Date.now() > untilMs) return left;
    await pause(lookEveryMs);
  }
};
