import type { Database } from '../../../../db/client.ts';
import { findOrdersToWithdraw } from '../../../../db/repositories/returns-read/find-orders-to-withdraw.ts';
import type { Intake } from '../../../../queues/intake/submission.ts';
import { hashContent } from '../../../api/accept/idempotency-key.ts';
import type { Instant } from '../../../domain/calendar/instant.ts';
import { newId } from '../../../platform/ids.ts';
import type { WithdrawalStatement } from '../ports.ts';

/**
 * The buyer's first step, for every order of that number and address; nothing for none. Whoever presses twice,
 * or asks again within the hour, has made one statement, and has one mail; once that one is confirmed or closed,
 * another one may be made.
 */
export const stateWithdrawal = async (
  { database, intake }: { database: Database; intake: Intake },
  statement: WithdrawalStatement,
  now: Instant,
): Promise<void> => {
  const orders = await findOrdersToWithdraw(database, statement);
  await Promise.all(
    orders.map(({ sellerId, orderId, channel, channelOrderId, lines, endedWithdrawals }) =>
      intake.submit<'returns', 'request'>({
        sellerId,
        queue: 'returns',
        name: 'request',
        refs: { channel, order: channelOrderId },
        priority: 'interactive',
        subjectId: orderId,
        callerKey: {
          scope: 'withdraw',
          key: `${orderId} ${endedWithdrawals} ${now.slice(0, 13)}`,
          hash: hashContent(lines),
        },
        payload: {
          orderId,
          returnId: newId(),
          request: { requestedBy: 'buyer', withdrawal: { statedAt: now }, lines: [...lines] },
        },
      }),
    ),
  );
};
