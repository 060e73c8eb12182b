import { addDays } from '../calendar/instant.ts';
import { mayExport } from '../delivery/territories.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { PlaceOrder } from './commands.ts';
import type { Decision, DecisionContext } from './context.ts';
import type { OrderDraft, Payment, PendingOrder } from './order.ts';
import { firstPromise } from './promises.ts';
import { orderTotals } from './totals.ts';

/**
 * A new order. Verified, it is promised at once; pending, it waits for its payment without a promise (002).
 * Some shops know buyer and address before the payment is verified: a pending order keeps them, so that
 * verification need not repeat them, and nothing is promised, shipped or mailed by them until then.
 * Refused: sums that contradict themselves, an unknown centre, a place outside the export policy or without
 * a lane, a verified order without buyer or address.
 */
export function decidePlace({ orderId, draft }: PlaceOrder, context: DecisionContext): Decision {
  const payment = paymentOf(draft);
  if (!payment.ok) return payment;
  const centre = centreOf(draft, context);
  if (!centre.ok) return centre;
  const due = addDays(draft.placedAt, context.policy.paymentExpiryDays);
  const pending = draft.payment.status === 'pending';
  const order = newOrder(orderId, draft, {
    payment: payment.value,
    fulfilmentCentre: centre.value,
    language: draft.buyer?.language ?? context.defaultLanguage,
    paymentDueAt: pending ? due : null,
  });
  if (pending) {
    // Known early, an address out of reach is refused early; a promise would ask the same.
    const allowed = draft.shipTo === null ? null : mayExport(context.policy, draft.shipTo);
    return allowed?.ok === false ? allowed : accept([{ type: 'order_placed', order }]);
  }

  if (draft.buyer === null) return refuse('buyer_required', 'A verified order needs its buyer.');
  const promised = firstPromise(order, context);
  if (!promised.ok) return promised;
  return accept([{ type: 'order_placed', order: { ...order, state: 'unshipped' } }, promised.value]);
}

/**
 * Field by field, not by spreading the draft: every order of a process then has one shape, which is a tenth of the
 * memory and lets the engine compile what reads them.
 */
function newOrder(
  id: string,
  draft: OrderDraft,
  known: Pick<PendingOrder, 'payment' | 'fulfilmentCentre' | 'language' | 'paymentDueAt'>,
): PendingOrder {
  return {
    id,
    channel: draft.channel,
    channelOrderId: draft.channelOrderId,
    purpose: draft.purpose,
    historical: draft.historical,
    state: 'pending',
    placedAt: draft.placedAt,
    payment: known.payment,
    shippingSpeed: draft.shippingSpeed,
    currency: draft.currency,
    taxIncluded: draft.taxIncluded,
    language: known.language,
    buyer: draft.buyer,
    shipTo: draft.shipTo,
    lines: draft.lines,
    shippingMinor: draft.shippingMinor,
    shippingTaxMinor: draft.shippingTaxMinor,
    shippingDiscountMinor: draft.shippingDiscountMinor,
    fulfilmentCentre: known.fulfilmentCentre,
    cancelledUnits: [],
    shipments: [],
    promises: [],
    alertsRaised: [],
    paymentDueAt: known.paymentDueAt,
    shipByEndsAt: null,
    autoCancelAt: null,
    cancellation: null,
    unfulfillable: null,
  };
}

/** The payment with its defaults: verified when placed, and what was captured is the order's total. */
function paymentOf(draft: OrderDraft): Outcome<Payment> {
  if (draft.lines.length === 0) return refuse('lines_required', 'An order has at least one line.');
  if (new Set(draft.lines.map(({ lineId }) => lineId)).size < draft.lines.length) {
    return refuse('line_duplicate', 'Two lines of the order have the same lineId.');
  }
  const totals = orderTotals(draft);
  if (!totals.ok) return totals;
  const { payment } = draft;
  if (payment.status === 'pending') return accept({ ...payment, verifiedAt: null });
  return accept({
    ...payment,
    verifiedAt: payment.verifiedAt ?? draft.placedAt,
    capturedMinor: payment.capturedMinor ?? totals.value.totalMinor,
  });
}

function centreOf(draft: OrderDraft, { policy }: DecisionContext): Outcome<string> {
  const wanted = draft.fulfilmentCentre;
  const [first] = policy.fulfilmentCentres;
  const centre = wanted === null ? first : policy.fulfilmentCentres.find(({ id }) => id === wanted);
  if (centre) return accept(centre.id);
  return wanted === null
    ? refuse('no_fulfilment_centre', 'The delivery policy has no fulfilment centre.')
    : refuse('unknown_fulfilment_centre', `There is no fulfilment centre "${wanted}".`);
}
