import type { CancellationRequest } from '../../../../src/domain/cancellations/cancellation-request.ts';
import type { Claim } from '../../../../src/domain/claims/claim.ts';
import type { Order, Shipment } from '../../../../src/domain/orders/order.ts';
import type { ComputedRefund } from '../../../../src/domain/refunds/compute-refund.ts';
import type { Refund } from '../../../../src/domain/refunds/refund.ts';
import type { Return } from '../../../../src/domain/returns/return.ts';
import type { Matter, MatterOf } from '../../../../src/pages/money/ports.ts';
import { authorized, fullReturn, received, requested } from '../return-fixture.ts';

export const sellerId = '0198a000-0000-7000-8000-000000000001';
export const orderId = '0198a000-0000-7000-8000-000000000003';
/** What a link is about, whatever it is. */
export const thingId = '0198a000-0000-7000-8000-000000000004';
export const madeId = '0198a000-0000-7000-8000-000000000005';
export const photoId = '0198a000-0000-7000-8000-000000000006';
export const now = '2026-05-08T10:00:00.000Z';

export const bear = 'Ours <script>alert(1)</script> en peluche';

const line = { sku: 'SKU', discountMinor: 0, taxMinor: 0, returnable: true, dangerousGoods: false };

/** Two bears at 20,00 and a cat at 15,00, paid and not sent, to Paris; the buyer reads Italian. */
export const anOrder = (changes: Partial<Order> = {}): Order =>
  ({
    id: orderId,
    channel: 'amazon.fr',
    channelOrderId: '403-9930700-9360319',
    purpose: 'sale',
    historical: false,
    placedAt: '2026-05-01T09:00:00.000Z',
    payment: { status: 'verified', provider: 'sandbox' },
    shippingSpeed: 'standard',
    currency: 'EUR',
    taxIncluded: true,
    language: 'it',
    buyer: { name: 'Claire Martin', email: 'claire@example.org' },
    shipTo: {
      name: 'Claire Martin',
      line1: '5 rue du Bac',
      postalCode: '75007',
      city: 'Paris',
      country: 'FR',
    },
    lines: [
      { ...line, lineId: 'A', title: bear, quantity: 2, unitPriceMinor: 2_000 },
      { ...line, lineId: 'B', title: 'Chat « Printemps »', quantity: 1, unitPriceMinor: 1_500 },
    ],
    shippingMinor: 490,
    shippingTaxMinor: 0,
    shippingDiscountMinor: 0,
    fulfilmentCentre: 'lille',
    cancelledUnits: [],
    shipments: [],
    promises: [],
    alertsRaised: [],
    paymentDueAt: null,
    shipByEndsAt: null,
    autoCancelAt: null,
    state: 'unshipped',
    cancellation: null,
    unfulfillable: null,
    ...changes,
  }) as Order;

export const aParcel = (lines: Shipment['lines'], changes: Partial<Shipment> = {}): Shipment => ({
  id: 'parcel-1',
  carrier: 'colissimo',
  trackingNumber: '6A<b>1</b>',
  shippedAt: '2026-05-02T09:00:00.000Z',
  historical: false,
  lines,
  status: 'in_transit',
  statusAt: '2026-05-02T12:00:00.000Z',
  deliveredAt: null,
  ...changes,
});

const all = [
  { lineId: 'A', quantity: 2 },
  { lineId: 'B', quantity: 1 },
];
export const shipped = (changes: Partial<Shipment> = {}): Order =>
  anOrder({ state: 'shipped', shipments: [aParcel(all, changes)] });

export const aRequest = (changes: Partial<CancellationRequest> = {}): CancellationRequest => ({
  id: thingId,
  orderId,
  channel: 'amazon.fr',
  channelOrderId: '403-9930700-9360319',
  state: 'requested',
  requestedAt: '2026-05-08T08:00:00.000Z',
  reason: 'Trop <b>tard</b>\npour moi',
  lines: null,
  decidedAt: null,
  message: null,
  ...changes,
});

export const aClaim = (changes: Partial<Claim> = {}): Claim => ({
  id: thingId,
  orderId,
  channel: 'amazon.fr',
  channelOrderId: '403-9930700-9360319',
  kind: 'lost',
  state: 'eligible',
  shipmentId: 'parcel-1',
  returnId: null,
  lines: [{ lineId: 'A', quantity: 2, amountMinor: 3_333 }],
  currency: 'EUR',
  amountMinor: 3_333,
  basis: 'sale_price_without_tax',
  eligibleAt: '2026-05-07T22:00:00.000Z',
  closesAt: '2026-08-05T22:00:00.000Z',
  submittedAt: null,
  decidedAt: null,
  reimbursedAt: null,
  approvedMinor: null,
  reimbursedMinor: null,
  steps: [],
  ...changes,
});

export const computed: ComputedRefund = {
  lines: [
    { lineId: 'A', quantity: 1, amountMinor: 2_000, taxMinor: 333 },
    { lineId: 'B', quantity: 1, amountMinor: 1_200, taxMinor: 200 },
  ],
  itemsMinor: 3_500,
  feeMinor: 300,
  shippingMinor: 490,
  shippingTaxMinor: 82,
  amountMinor: 3_690,
  taxMinor: 615,
};

export const aRefund = (changes: Partial<Refund> = {}): Refund => ({
  ...computed,
  id: thingId,
  orderId,
  channel: 'amazon.fr',
  channelOrderId: '403-9930700-9360319',
  returnId: null,
  cause: 'return_received',
  reason: 'return_received',
  currency: 'EUR',
  provider: 'sandbox',
  paymentReference: 'pay_1',
  gatewayKey: 'secret-key',
  state: 'succeeded',
  requestedAt: '2026-05-07T08:00:00.000Z',
  firstCalledAt: '2026-05-07T08:00:01.000Z',
  settledAt: '2026-05-07T08:00:02.000Z',
  providerRefundId: 're_1',
  declineCode: null,
  declineDetail: null,
  attention: null,
  steps: [],
  ...changes,
});

export const aReturn = (events = [requested(), authorized(), received()]): Return =>
  fullReturn(events).return;

type Given<Action extends Matter['action']> = Partial<Omit<MatterOf<Action>, 'action'>>;

/** What each link is about; at first it can be used. */
export const matters = {
  decide: (given: Given<'decide_cancellation'> = {}): Matter => ({
    action: 'decide_cancellation',
    order: anOrder(),
    request: aRequest(),
    refunds: [],
    ...given,
  }),
  ask: (given: Given<'request_cancellation'> = {}): Matter => ({
    action: 'request_cancellation',
    order: anOrder(),
    requests: [],
    ...given,
  }),
  claim: (given: Given<'file_claim'> = {}): Matter => ({
    action: 'file_claim',
    order: shipped(),
    claim: aClaim(),
    photos: [],
    ...given,
  }),
  damaged: (count = 0): Matter =>
    matters.claim({
      claim: aClaim({ kind: 'damaged' }),
      photos: Array.from({ length: count }, () => ({
        photoId,
        contentType: 'image/jpeg',
        width: 30,
        height: 20,
        bytes: 3,
        createdAt: '2026-05-08T09:00:00.000Z',
      })),
    }),
  refund: (given: Given<'refund_return'> = {}): Matter => ({
    action: 'refund_return',
    return: aReturn(),
    order: shipped({ deliveredAt: '2026-05-04T09:00:00.000Z', status: 'delivered' }),
    owed: computed,
    dueAt: '2026-05-11T21:59:59.999Z',
    currency: 'EUR',
    refunds: [],
    ...given,
  }),
  shown: (changes: Partial<Refund> = {}): Matter => ({
    action: 'show_refund',
    order: shipped(),
    refund: aRefund(changes),
  }),
};
