import type { NewMail } from '../../db/repositories/mail/save-mails.ts';
import type { CancelledPart } from '../../src/domain/cancellations/cancelled-parts.ts';
import type { Order } from '../../src/domain/orders/order.ts';
import { owedOfOrder } from '../../src/domain/refunds/owed.ts';
import { defaultRefundPolicy } from '../../src/domain/refunds/policy.ts';
import type { Refund } from '../../src/domain/refunds/refund.ts';
import { sumByLine } from '../../src/domain/refunds/units.ts';
import type { Money } from '../../src/mail/templates/money/money-mail-kinds.ts';
import { toBuyer } from '../money-letters.ts';
import type { Alerting, TouchedOrder } from '../orders/touched-order.ts';
import { linesWithTitles } from './lines-with-titles.ts';

interface Cancelled extends TouchedOrder {
  readonly parts: readonly CancelledPart[];
  /** All that were made before. */
  readonly refunds: readonly Refund[];
}

/** What a cancellation gives back, by the rule that its refund follows; a fee is none of that rule's business. */
const toRefund = (order: Order, refunds: readonly Refund[]): Money | null => {
  const context = { order, refunds, returns: [], policy: defaultRefundPolicy };
  const owed = owedOfOrder(context, new Set());
  if (owed?.cause !== 'cancellation') return null;
  return { amountMinor: owed.computed.amountMinor, currency: order.currency };
};

/**
 * The buyer hears of every cancellation (002), of all that a transaction does to an order in one mail. A withdrawal
 * has an acknowledgement of its own.
 */
export const toCancelledMails = (
  { sellerId, after: order, parts, refunds }: Cancelled,
  { policies, mailing }: Alerting,
): NewMail[] => {
  const told = parts.filter(({ withdrawn }) => !withdrawn);
  const last = told.at(-1);
  if (last === undefined) return [];
  const units = sumByLine(told.flatMap(({ lines }) => lines));
  const lines = [...units].map(([lineId, quantity]) => ({ lineId, quantity }));
  return toBuyer(
    { sellerId, order, voice: policies.voiceOf(sellerId, order.channel), thingId: order.id },
    {
      mark: last.whole ? 'whole' : `after_${order.cancelledUnits.length}`,
      mail: {
        kind: 'cancellation_confirmed',
        whole: last.whole,
        lines: linesWithTitles(order, lines),
        refund: toRefund(order, refunds),
        source: last.source,
      },
    },
    mailing,
  );
};
