import type { Database } from '../../../db/client.ts';
import { insertJobs } from '../../../db/repositories/jobs/insert-jobs.ts';
import { findRefund } from '../../../db/repositories/refunds-read/find-refund.ts';
import { followUp } from '../../follow-up.ts';
import type { SandboxMessage } from './sandbox-gateway.ts';

/** Hands the sandbox's messages in as a webhook would: each is a job of its own, told twice it is two. */
export const sandboxMessages =
  (database: Database, now: () => Date) =>
  async ({ refund, providerRefundId, outcome, code, afterMs }: SandboxMessage): Promise<void> => {
    const { sellerId, orderId, refundId } = refund;
    const ours = await findRefund(database, sellerId, refundId);
    const at = new Date(now().getTime() + afterMs).toISOString();
    const job = followUp('refunds', 'record-outcome', {
      sellerId,
      payload: {
        orderId,
        refundId,
        from: 'webhook',
        report: { outcome, at, providerRefundId, code, detail: null },
      },
      refs: ours === null ? {} : { channel: ours.channel, order: ours.channelOrderId },
      ...(afterMs > 0 ? { runAt: at } : {}),
    });
    await database.asSellers([sellerId], (tx) => insertJobs(tx, [job]));
  };
