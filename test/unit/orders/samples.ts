import type { DeliveryPolicy } from '../../../src/domain/delivery/policy.ts';
import type { OrderCommand } from '../../../src/domain/orders/commands.ts';
import type { DecisionContext } from '../../../src/domain/orders/context.ts';
import { decide, foldCommands } from '../../../src/domain/orders/decide.ts';
import type { OrderEvent } from '../../../src/domain/orders/events.ts';
import type {
  Address,
  Buyer,
  Order,
  OrderDraft,
  OrderLine,
  TrackingCode,
  TrackingEvent,
} from '../../../src/domain/orders/order.ts';

export const buyer: Buyer = { name: 'Zoé Łukasik', email: 'zoe@example.test', language: null };

export const shipTo: Address = {
  name: 'Zoé Łukasik',
  line1: '3 rue des Tisserands',
  postalCode: '69003',
  city: 'Lyon',
  country: 'FR',
};

/** Its lane leads everywhere, so that only the export policy keeps a standard order from leaving. */
export const policy: DeliveryPolicy = {
  fulfilmentCentres: [
    {
      id: 'lille',
      country: 'FR',
      subdivision: null,
      timeZone: 'Europe/Paris',
      cutOff: '16:00',
      handlingDays: 0,
      workingDays: ['mon', 'tue', 'wed', 'thu', 'fri'],
      closures: [],
    },
  ],
  carriers: [{ id: 'colissimo', deliveryDays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] }],
  lanes: [
    {
      from: 'lille',
      to: { country: '*' },
      speed: 'standard',
      carrier: 'colissimo',
      transitDays: { min: 2, max: 3 },
    },
  ],
  fees: [],
  exportPolicy: 'eu_customs_and_vat',
  autoCancelUnshippedDays: 7,
  paymentExpiryDays: 21,
};

/** A Tuesday morning without holidays near: ship-by is the same day. */
export const placedAt = '2026-03-10T09:00:00.000Z';

export const context = (now = placedAt, changes: Partial<DeliveryPolicy> = {}): DecisionContext => ({
  policy: { ...policy, ...changes },
  policyVersion: 4,
  now,
  defaultLanguage: 'fr',
});

export const line = (lineId: string, quantity = 1, changes: Partial<OrderLine> = {}): OrderLine => ({
  lineId,
  sku: `sku-${lineId}`,
  title: 'Bobine de fil',
  quantity,
  unitPriceMinor: 1250,
  discountMinor: 0,
  taxMinor: 0,
  returnable: true,
  dangerousGoods: false,
  ...changes,
});

export const draft = (changes: Partial<OrderDraft> = {}): OrderDraft => ({
  channel: 'shop',
  channelOrderId: 'S-1',
  purpose: 'sale',
  historical: false,
  placedAt,
  payment: { status: 'verified', provider: 'sandbox' },
  shippingSpeed: 'standard',
  currency: 'EUR',
  taxIncluded: true,
  buyer,
  shipTo,
  lines: [line('a', 2), line('b')],
  shippingMinor: 490,
  shippingTaxMinor: 0,
  shippingDiscountMinor: 0,
  fulfilmentCentre: null,
  ...changes,
});

/** As a marketplace posts it: nobody known yet. */
export const pendingDraft = (changes: Partial<OrderDraft> = {}): OrderDraft =>
  draft({ payment: { status: 'pending', provider: 'external' }, buyer: null, shipTo: null, ...changes });

export const place = (changes: Partial<OrderDraft> = {}): OrderCommand => ({
  type: 'place',
  orderId: 'order-1',
  draft: draft(changes),
});

export const placePending = (changes: Partial<OrderDraft> = {}): OrderCommand => ({
  type: 'place',
  orderId: 'order-1',
  draft: pendingDraft(changes),
});

export const pay = (
  changes: Partial<Extract<OrderCommand, { type: 'record_payment' }>> = {},
): OrderCommand => ({
  type: 'record_payment',
  status: 'verified',
  at: '2026-03-12T08:00:00.000Z',
  buyer,
  shipTo,
  ...changes,
});

export const ship = (
  shipmentId = 'parcel-1',
  changes: Partial<Extract<OrderCommand, { type: 'record_shipment' }>> = {},
): OrderCommand => ({
  type: 'record_shipment',
  shipmentId,
  carrier: 'colissimo',
  trackingNumber: `6A-${shipmentId}`,
  shippedAt: '2026-03-10T14:00:00.000Z',
  scans: [],
  ...changes,
});

export const cancel = (
  changes: Partial<Extract<OrderCommand, { type: 'cancel_units' }>> = {},
): Extract<OrderCommand, { type: 'cancel_units' }> => ({
  type: 'cancel_units',
  lines: null,
  source: 'seller',
  reason: null,
  requestId: null,
  at: '2026-03-10T12:00:00.000Z',
  ...changes,
});

export const scan = (
  code: TrackingCode,
  occurredAt: string,
  eventId: string | null = null,
): TrackingEvent => ({
  code,
  occurredAt,
  eventId,
});

export const scans = (shipmentId: string, ...events: readonly TrackingEvent[]): OrderCommand => ({
  type: 'record_scans',
  shipmentId,
  scans: events,
});

export const delivered = scan('delivered', '2026-03-12T10:00:00.000Z');

export const meet = (kind: Extract<OrderCommand, { type: 'meet_deadline' }>['kind']): OrderCommand => ({
  type: 'meet_deadline',
  kind,
});

/** The order after commands of which none may be refused. */
export function orderAfter(commands: readonly OrderCommand[], at = context()): Order {
  const { state, decisions } = foldCommands(null, commands, at);
  for (const decision of decisions) if (!decision.ok) throw new Error(decision.refusal.code);
  if (state === null) throw new Error('no order');
  return state;
}

/** The types of the events a command gives, or `refused: <code>`. */
export function outcome(state: Order | null, command: OrderCommand, at = context()): string[] {
  const decision = decide(state, command, at);
  return decision.ok ? decision.value.map(({ type }) => type) : [`refused: ${decision.refusal.code}`];
}

/** The events a command gives; throws when it is refused. */
export function events(state: Order | null, command: OrderCommand, at = context()): readonly OrderEvent[] {
  const decision = decide(state, command, at);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value;
}

/** Freezes all of a value, so that a test fails on whoever changes its input. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
