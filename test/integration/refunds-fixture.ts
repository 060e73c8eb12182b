import type { NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import { findRefund } from '../../db/repositories/refunds-read/find-refund.ts';
import { type PayloadInput, registry } from '../../queues/registry.ts';
import type { Refund } from '../../src/domain/refunds/refund.ts';
import { newId } from '../../src/platform/ids.ts';
import { createGateways } from '../../workers/adapters/payments/gateways.ts';
import { addJobs, aJob, type Ledger, type Row, rowOf } from '../support/ledger-fixture.ts';
import { until } from '../support/until.ts';
import { type Rig, realHandlers } from './runtime/rig.ts';
import { aDraft, nextNumber, placeJob } from './runtime/samples.ts';

type Draft = NonNullable<Parameters<typeof aDraft>[0]>;
type RequestInput = PayloadInput<'refunds', 'request'>['request'];

/** Every queue but the mail's, with the sandbox that keeps books of its own. */
export const workRefunds = (rig: Rig): (() => Promise<void>) =>
  rig.work({
    contracts: registry.filter(({ name }) => name !== 'mail'),
    handlers: realHandlers(
      undefined,
      createGateways({
        database: rig.ledger.database,
        stripe: { apiKey: null, apiBase: 'https://api.stripe.com' },
      }),
    ),
  });

/** Does a job and waits for its end. */
export const doJob = async ({ ledger, nudge }: Rig, job: NewJob): Promise<Row> => {
  await addJobs(ledger, [job]);
  nudge();
  return until(`${job.queue}:${job.name} ends`, async () => {
    const row = await rowOf(ledger, job.id);
    return row.finishedAt !== null && row;
  });
};

/** An order of three units at 12,50 and shipping of 4,90, paid. */
export const paidOrder = async (
  rig: Rig,
  sellerId: string,
  { reference = null as string | null, ...changes }: Partial<Draft> & { reference?: string | null } = {},
): Promise<string> => {
  const orderId = newId();
  const draft = aDraft({
    channelOrderId: nextNumber(),
    payment: { status: 'verified', provider: 'sandbox', reference },
    shippingMinor: 490,
    lines: [{ lineId: '1', sku: 'BOBINE', title: 'Bobine de fil', quantity: 3, unitPriceMinor: 1_250 }],
    ...changes,
  });
  const row = await doJob(rig, placeJob(sellerId, draft, orderId));
  if (row.state !== 'done') throw new Error(JSON.stringify(row.error));
  return orderId;
};

export const refundJob = (
  sellerId: string,
  orderId: string,
  request: Partial<RequestInput>,
  refundId = newId(),
) =>
  aJob(sellerId, {
    queue: 'refunds',
    name: 'request',
    payload: { orderId, refundId, source: 'api', request: { reason: 'goodwill', ...request } },
  });

/** Waits until a refund is in this state. */
export const refundIn = (
  { database }: Ledger,
  { sellerId, refundId, state }: { sellerId: string; refundId: string; state: Refund['state'] },
): Promise<Refund> =>
  until(`the refund is ${state}`, async () => {
    const refund = await findRefund(database, sellerId, refundId);
    return refund !== null && refund.state === state && refund;
  });

export interface Balance {
  readonly part: string;
  readonly paidMinor: number;
  readonly refundedMinor: number;
}

export const balancesOf = ({ admin }: Ledger, orderId: string): Promise<Balance[]> =>
  admin<Balance[]>`
    SELECT part, paid_minor::int AS "paidMinor", refunded_minor::int AS "refundedMinor"
    FROM refund_balance WHERE order_id = ${orderId} ORDER BY part`;

/** What the sandbox has paid for an order, by its own books. */
export const sandboxPaid = async ({ admin }: Ledger, orderId: string): Promise<number> => {
  const [row] = await admin<{ sum: number }[]>`
    SELECT coalesce(sum(sandbox_refund.amount_minor), 0)::int AS sum
    FROM sandbox_refund JOIN refund ON refund.id = sandbox_refund.refund_id
    WHERE refund.order_id = ${orderId} AND sandbox_refund.status = 'succeeded'`;
  return row?.sum ?? 0;
};
