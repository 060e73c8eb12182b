import { accept, refuse } from '../outcome.ts';
import type { RecordPayment } from './commands.ts';
import type { Decision, DecisionContext } from './context.ts';
import type { PaymentVerified } from './events.ts';
import { evolve } from './evolve.ts';
import type { Address, Buyer, Order, PendingOrder } from './order.ts';
import { firstPromise } from './promises.ts';
import { orderTotals } from './totals.ts';
import { unreachable } from './unreachable.ts';

/**
 * The channel's word about a payment (002). Verified: the order has buyer and address, and its promise.
 * Words come twice and late: what tells nothing new changes nothing.
 */
export function decideRecordPayment(
  order: Order,
  command: RecordPayment,
  context: DecisionContext,
): Decision {
  if (command.status === 'pending') return accept([]);
  switch (order.state) {
    case 'pending':
      return verify(order, command, context);
    case 'cancelled':
      return refuse('order_cancelled', 'The order is cancelled; its payment can no longer be verified.');
    case 'unshipped':
    case 'shipped':
    case 'delivered':
    case 'returned_to_sender':
    case 'unfulfillable':
      return saysTheSame(order, command)
        ? accept([])
        : refuse('payment_already_verified', 'The payment is verified already, with other details.');
    default:
      return unreachable(order);
  }
}

function verify(order: PendingOrder, command: RecordPayment, context: DecisionContext): Decision {
  const buyer = command.buyer ?? order.buyer;
  const shipTo = command.shipTo ?? order.shipTo;
  if (buyer === null) return refuse('buyer_required', 'Verification must bring the buyer.');
  if (shipTo === null) return refuse('address_required', 'Verification must bring the address.');
  const totals = orderTotals(order);
  if (!totals.ok) return totals;

  const verified: PaymentVerified = {
    type: 'payment_verified',
    payment: {
      status: 'verified',
      verifiedAt: command.at,
      provider: command.provider ?? order.payment.provider,
      reference: command.reference ?? order.payment.reference ?? null,
      capturedMinor: command.capturedMinor ?? order.payment.capturedMinor ?? totals.value.totalMinor,
    },
    buyer,
    shipTo,
    language: buyer.language ?? context.defaultLanguage,
  };
  const promised = firstPromise(evolve(order, verified), context);
  return promised.ok ? accept([verified, promised.value]) : promised;
}

/**
 * Whether a further verification repeats what is known. Its time is not compared (connectors stamp each
 * attempt anew); another amount, reference, buyer or address is: an address is never edited (002).
 */
function saysTheSame(order: Order, command: RecordPayment): boolean {
  const { payment } = order;
  return (
    (command.provider ?? payment.provider) === payment.provider &&
    (command.reference ?? payment.reference ?? null) === (payment.reference ?? null) &&
    (command.capturedMinor ?? payment.capturedMinor) === payment.capturedMinor &&
    repeats(command.buyer, order.buyer, buyerFields) &&
    repeats(command.shipTo, order.shipTo, addressFields)
  );
}

const buyerFields: readonly (keyof Buyer)[] = ['name', 'email', 'language'];
const addressFields: readonly (keyof Address)[] = [
  'name',
  'line1',
  'line2',
  'postalCode',
  'city',
  'region',
  'country',
  'phone',
];

/** True also when ours was anonymised since: there is nothing left to contradict. */
const repeats = <T extends object>(
  said: T | null | undefined,
  known: T | null,
  fields: readonly (keyof T)[],
): boolean =>
  !said || known === null || fields.every((field) => (said[field] ?? null) === (known[field] ?? null));
