import type { Tx } from '../../db/client.ts';
import type { NamedThread } from '../../db/repositories/messages/lock-threads.ts';
import {
  findReturnsToAnswer,
  type ReturnToAnswer,
} from '../../db/repositories/returns/find-returns-to-answer.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { ReturnCommand } from '../../src/domain/returns/commands.ts';
import type { Mailing } from '../mailing.ts';
import { type OpenOrders, openOrders } from '../orders/open-orders.ts';
import { openReturnSession, type ReturnSession } from '../returns/return-session.ts';
import { saveReturnSession } from '../returns/save-return-session.ts';

interface Answer {
  readonly messageId: string;
  readonly sentAt: Instant;
}

/** Return requests that messages of the seller answer on their way: their clocks stop as those of messages do. */
export interface AnsweredReturns {
  note(orderId: string | null, answer: Answer, now: Instant): void;
  /** `answers` are those of the conversation that are left. */
  undo(orderId: string | null, messageId: string, answers: readonly Answer[], now: Instant): void;
  save(tx: Tx, writing: { readonly mailing: Mailing; readonly now: Instant }): Promise<void>;
}

/** Locks the orders of those requests, so before any thread; most messages have none. */
export const openAnsweredReturns = async (
  tx: Tx,
  { named, threadIds }: { readonly named: readonly NamedThread[]; readonly threadIds: readonly string[] },
): Promise<AnsweredReturns> => {
  const targets = await findReturnsToAnswer(tx, named, threadIds);
  if (targets.length === 0) return { note: () => {}, undo: () => {}, save: async () => {} };
  const opened = await openOrders(tx, targets);
  const returns = await openReturnSession(tx, { orders: opened.orders, targets }, opened.policies);
  return createAnsweredReturns({ targets, ...opened, returns });
};

interface Opened extends OpenOrders {
  readonly targets: readonly ReturnToAnswer[];
  readonly returns: ReturnSession;
}

const createAnsweredReturns = ({ targets, orders, policies, returns }: Opened): AnsweredReturns => {
  const run = (
    orderId: string | null,
    now: Instant,
    commandFor: (requestedAt: Instant) => ReturnCommand,
  ): void => {
    for (const target of targets) {
      const state = returns.find(target.returnId);
      if (target.orderId !== orderId || state === null) continue;
      const outcome = returns.run(target, commandFor(state.requestedAt), now);
      if (!outcome.ok) throw new Error(`An answer could not be noted: ${outcome.refusal.code}`);
    }
  };
  return {
    note: (orderId, answer, now) => run(orderId, now, () => ({ type: 'note_answer', ...answer })),
    undo: (orderId, messageId, answers, now) =>
      run(orderId, now, (requestedAt) => ({
        type: 'undelivered_answer',
        messageId,
        next: answers.find(({ sentAt }) => sentAt >= requestedAt) ?? null,
      })),
    save: async (tx, { mailing, now }) => {
      await orders.save(tx, { policies, now, mailing });
      await saveReturnSession(tx, returns.touched(), { mailing, now });
    },
  };
};
