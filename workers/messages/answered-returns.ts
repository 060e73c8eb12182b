import type { Tx } from '../../db/client.ts';
import type { NamedThread } from '../../db/repositories/messages/lock-threads.ts';
import {
  findReturnsToAnswer,
  type ReturnToAnswer,
} from '../../db/repositories/returns/find-returns-to-answer.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { Mailing } from '../mailing.ts';
import { type OpenOrders, openOrders } from '../orders/open-orders.ts';
import { openReturnSession, type ReturnSession } from '../returns/return-session.ts';
import { saveReturnSession } from '../returns/save-return-session.ts';

interface Answer {
  readonly orderId: string | null;
  readonly messageId: string;
  readonly sentAt: Instant;
}

/** Return requests that messages of the seller answer on their way: their clocks stop as those of messages do. */
export interface AnsweredReturns {
  note(answer: Answer, now: Instant): void;
  save(tx: Tx, writing: { readonly mailing: Mailing; readonly now: Instant }): Promise<void>;
}

/** Locks the orders of those requests, so before any thread; most messages have none. */
export const openAnsweredReturns = async (
  tx: Tx,
  answers: { readonly named: readonly NamedThread[]; readonly threadIds: readonly string[] },
): Promise<AnsweredReturns> => {
  const targets = await findReturnsToAnswer(tx, answers);
  if (targets.length === 0) return { note: () => {}, save: async () => {} };
  const { orders, policies } = await openOrders(tx, targets);
  const returns = await openReturnSession(tx, { orders, targets }, policies);
  return createAnsweredReturns({ targets, orders, policies, returns });
};

interface Opened extends OpenOrders {
  readonly targets: readonly ReturnToAnswer[];
  readonly returns: ReturnSession;
}

const createAnsweredReturns = ({ targets, orders, policies, returns }: Opened): AnsweredReturns => ({
  note: ({ orderId, messageId, sentAt }, now) => {
    for (const target of targets) {
      if (target.orderId !== orderId) continue;
      const outcome = returns.run(target, { type: 'note_answer', messageId, sentAt }, now);
      if (!outcome.ok) throw new Error(`An answer could not be noted: ${outcome.refusal.code}`);
    }
  },
  save: async (tx, { mailing, now }) => {
    await orders.save(tx, { policies, now, mailing });
    await saveReturnSession(tx, returns.touched(), { mailing, now });
  },
});
