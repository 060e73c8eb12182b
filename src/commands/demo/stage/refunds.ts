import { randomUUID } from 'node:crypto';
import { moneyText } from '../../../domain/money-text.ts';
import { readAll } from './lists.ts';
import { type RefundView, refundPage, refundPreview, refundResult, refundView } from './money-views.ts';
import type { Stage } from './scene.ts';
import { until } from './until.ts';
import type { JobView } from './views.ts';

/** The body of POST /v1/refunds and of its preview. */
export interface AskedRefund {
  readonly orderId: string;
  readonly lines: readonly {
    readonly lineId: string;
    readonly quantity?: number;
    readonly amountMinor?: number;
  }[];
  readonly shippingMinor?: number;
  readonly restockingFee?: { readonly percent: number };
  readonly reason: string;
  readonly returnId?: string;
  readonly previouslyRefundedMinor?: number;
}

/** An amount for the summary: `€30.70`. */
export const money = (amountMinor: number, currency = 'EUR'): string =>
  moneyText(amountMinor, currency, 'en');

/** Asks for a refund and waits for its job, whichever way that ends. */
export const tryRefund = ({ api }: Stage, asked: AskedRefund): Promise<JobView> =>
  api.work('/v1/refunds', asked, { 'idempotency-key': randomUUID() });

/** Asks for a refund that is expected to be stored. */
export const refund = async (stage: Stage, asked: AskedRefund) => {
  const job = await tryRefund(stage, asked);
  stage.expect.equal('the refund is stored', [job.status, job.error?.code], ['done', undefined]);
  return refundResult.parse(job.result);
};

/** What a refund would come to. */
export const preview = async ({ api }: Stage, asked: AskedRefund) =>
  refundPreview.parse((await api.post('/v1/refunds/preview', asked)).body);

const isSettled = ({ state }: RefundView): boolean => ['succeeded', 'declined', 'failed'].includes(state);

/** Waits until the payment provider has said yes or no. */
export const settled = ({ api }: Stage, refundId: string): Promise<RefundView> =>
  until(`The end of refund ${refundId}`, async () => {
    const read = refundView.parse((await api.get(`/v1/refunds/${refundId}`)).body);
    return isSettled(read) ? read : null;
  });

/** Waits until there are refunds, of an order or at all, and all of them have ended. */
export const settledRefunds = (stage: Stage, orderId?: string): Promise<RefundView[]> =>
  until('The end of all refunds', async () => {
    const path = orderId === undefined ? '/v1/refunds' : `/v1/refunds?orderId=${orderId}`;
    const refunds = await readAll(stage, path, refundPage);
    return refunds.length > 0 && refunds.every(isSettled) ? refunds : null;
  });

/** Waits for what an order gives back by a rule, and expects one refund of it that was paid. */
export const paidByRule = async (
  stage: Stage,
  orderId: string,
  [cause, amountMinor]: readonly [cause: string, amountMinor: number],
): Promise<void> => {
  const refunds = await settledRefunds(stage, orderId);
  stage.expect.equal(
    `refunded by itself: ${cause}`,
    refunds.map((one) => [one.cause, one.state, one.amountMinor]),
    [[cause, 'succeeded', amountMinor]],
  );
};
