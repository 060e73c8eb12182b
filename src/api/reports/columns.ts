import type { CancellationRow } from '../../../db/repositories/cancellations-read/cancellation-row.ts';
import type { ReportedReturn } from '../../../db/repositories/returns-read/read-return-report.ts';
import type { Claim } from '../../domain/claims/claim.ts';
import type { Refund } from '../../domain/refunds/refund.ts';
import type { CsvColumn, CsvValue } from '../csv/csv-text.ts';

type Columns<T> = readonly CsvColumn<T>[];

/** Columns under their names, in the order in which they stand here. */
const table = <T>(values: Readonly<Record<string, (row: T) => CsvValue>>): Columns<T> =>
  Object.entries(values).map(([header, value]) => ({ header, value }));

const unitsOf = (lines: readonly { readonly quantity: number }[]): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** Each once, in the order in which they come. */
const namesOf = (names: readonly (string | null)[]): string =>
  [...new Set(names.filter((name) => name !== null))].join(' ');

export const returnColumns: Columns<ReportedReturn> = table({
  returnId: (row) => row.return.id,
  orderId: (row) => row.return.orderId,
  channel: (row) => row.return.channel,
  channelOrderId: (row) => row.return.channelOrderId,
  state: (row) => row.return.state,
  requestedBy: (row) => row.return.requestedBy,
  requestedAt: (row) => row.return.requestedAt,
  reasons: (row) => namesOf(row.return.lines.map(({ reason }) => reason)),
  units: (row) => unitsOf(row.return.lines),
  receivedUnits: (row) => unitsOf(row.return.received),
  sellableUnits: (row) => unitsOf(row.return.received.filter(({ condition }) => condition === 'sellable')),
  rma: (row) => row.return.authorization?.rma ?? null,
  authorizedAt: (row) => row.return.authorization?.at ?? null,
  authorizedBy: (row) => row.return.authorization?.by ?? null,
  withdrawalStatedAt: (row) => row.return.withdrawal?.statedAt ?? null,
  withdrawalConfirmedAt: (row) => row.return.withdrawal?.confirmedAt ?? null,
  dispatchedAt: (row) => row.return.dispatch?.at ?? null,
  escalatedAt: (row) => row.return.escalatedAt,
  closedAt: (row) => row.return.closing?.at ?? null,
  closedBy: (row) => row.return.closing?.by ?? null,
  closureReason: (row) => row.return.closing?.reason ?? null,
  completedAt: (row) => row.return.completedAt,
  refundDueAt: (row) => row.return.refundClock?.dueAt ?? null,
  currency: (row) => row.currency,
  refundedMinor: (row) =>
    (row.return.refunds ?? []).reduce(
      (sum, { amountMinor, reversedAt }) => sum + (reversedAt === null ? amountMinor : 0),
      0,
    ),
});

export const refundColumns: Columns<Refund> = table({
  refundId: (refund) => refund.id,
  orderId: (refund) => refund.orderId,
  channel: (refund) => refund.channel,
  channelOrderId: (refund) => refund.channelOrderId,
  returnId: (refund) => refund.returnId,
  state: (refund) => refund.state,
  cause: (refund) => refund.cause,
  reason: (refund) => refund.reason,
  requestedAt: (refund) => refund.requestedAt,
  firstCalledAt: (refund) => refund.firstCalledAt,
  settledAt: (refund) => refund.settledAt,
  currency: (refund) => refund.currency,
  amountMinor: (refund) => refund.amountMinor,
  taxMinor: (refund) => refund.taxMinor,
  itemsMinor: (refund) => refund.itemsMinor,
  feeMinor: (refund) => refund.feeMinor,
  shippingMinor: (refund) => refund.shippingMinor,
  lines: ({ lines }) =>
    JSON.stringify(lines.map(({ lineId, quantity, amountMinor }) => ({ lineId, quantity, amountMinor }))),
  provider: (refund) => refund.provider,
  paymentReference: (refund) => refund.paymentReference,
  providerRefundId: (refund) => refund.providerRefundId,
  declineCode: (refund) => refund.declineCode,
  attention: (refund) => refund.attention,
});

export const cancellationColumns: Columns<CancellationRow> = table({
  cancellationId: (row) => row.id,
  orderId: (row) => row.orderId,
  channel: (row) => row.channel,
  channelOrderId: (row) => row.channelOrderId,
  source: (row) => row.source,
  reason: (row) => row.reason,
  cancelledAt: (row) => row.cancelledAt,
  whole: (row) => row.whole,
  units: (row) => unitsOf(row.lines),
  lines: (row) => JSON.stringify(row.lines),
  requestId: (row) => row.requestId,
  requestedAt: (row) => row.requestedAt,
});

export const claimColumns: Columns<Claim> = table({
  claimId: (claim) => claim.id,
  orderId: (claim) => claim.orderId,
  channel: (claim) => claim.channel,
  channelOrderId: (claim) => claim.channelOrderId,
  shipmentId: (claim) => claim.shipmentId,
  returnId: (claim) => claim.returnId,
  kind: (claim) => claim.kind,
  state: (claim) => claim.state,
  eligibleAt: (claim) => claim.eligibleAt,
  closesAt: (claim) => claim.closesAt,
  submittedAt: (claim) => claim.submittedAt,
  decidedAt: (claim) => claim.decidedAt,
  reimbursedAt: (claim) => claim.reimbursedAt,
  units: ({ lines }) => unitsOf(lines),
  lines: ({ lines }) => JSON.stringify(lines),
  basis: (claim) => claim.basis,
  currency: (claim) => claim.currency,
  amountMinor: (claim) => claim.amountMinor,
  approvedMinor: (claim) => claim.approvedMinor,
  reimbursedMinor: (claim) => claim.reimbursedMinor,
});
