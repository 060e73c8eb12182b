import type { EvidencePack } from '../../../src/labels/evidence-pack-data.ts';
import type { RefundReceipt } from '../../../src/labels/refund-receipt-data.ts';

/** Part of an order, with a fee: the parcel came back. */
export const receipt: RefundReceipt = {
  refundId: '0197b2a4-5c1e-7d3a-9f10-2b6c4d8e0f12',
  state: 'succeeded',
  requestedAt: '2026-05-12T21:30:00.000Z',
  settledAt: '2026-05-12T22:05:00.000Z',
  timeZone: 'Europe/Paris',
  sellerName: 'Atelier Ærø & Fils',
  orderNumber: '404-1234567-7654321',
  channel: 'boutique',
  currency: 'EUR',
  lines: [
    {
      title: 'Théière en fonte émaillée, 1,2 l, avec filtre en acier inoxydable et son dessous-de-plat',
      quantity: 1,
      amountMinor: 99_992,
    },
    { title: 'Tasses à thé (lot de 4)', quantity: 2, amountMinor: 3_999 },
    { title: 'Geste commercial', quantity: null, amountMinor: 800 },
  ],
  itemsMinor: 130_989,
  feeMinor: 26_198,
  feeReason: 'return_to_sender',
  shippingMinor: 690,
  amountMinor: 105_481,
  taxMinor: 17_580,
  provider: 'stripe',
  providerRefundId: 're_3PxQ8kLkdIwHu7ix0aBcDeFg',
};

export const pack: EvidencePack = {
  sellerName: 'Atelier Ærø & Fils',
  asOf: '2026-06-02T08:15:00.000Z',
  timeZone: 'Europe/Paris',
  currency: 'EUR',
  claim: {
    id: '0197c0de-1234-7abc-8def-0123456789ab',
    kind: 'damaged',
    state: 'opened',
    amountMinor: 104_150,
    basis: 'sale_price_without_tax',
    eligibleAt: '2026-05-20T22:00:00.000Z',
    closesAt: '2026-08-18T22:00:00.000Z',
    submittedAt: null,
    lines: [
      { sku: 'TEA-FON-120', title: 'Théière en fonte émaillée, 1,2 l', quantity: 1, amountMinor: 104_150 },
    ],
  },
  order: {
    number: '404-1234567-7654321',
    channel: 'boutique',
    placedAt: '2026-05-04T14:22:00.000Z',
    shipTo: {
      name: 'Łucja Đorđević',
      line1: '12 bis, rue de l’Église',
      line2: 'Bâtiment C, 3e étage',
      postalCode: '69003',
      city: 'Lyon',
      country: 'FR',
    },
    lines: [
      { sku: 'TEA-FON-120', title: 'Théière en fonte émaillée, 1,2 l', quantity: 1, amountMinor: 124_990 },
      { sku: 'TEA-CUP-4', title: 'Tasses à thé (lot de 4)', quantity: 2, amountMinor: 4_999 },
    ],
  },
  promise: { shipBy: '2026-05-05', latest: '2026-05-12' },
  shipment: {
    carrier: 'Colissimo',
    trackingNumber: '6A1234567890',
    shippedAt: '2026-05-05T15:40:00.000Z',
    status: 'damaged',
    deliveredAt: '2026-05-11T09:31:00.000Z',
  },
  scans: [
    { code: 'accepted', occurredAt: '2026-05-05T16:02:00.000Z', location: 'Nantes' },
    { code: 'in_transit', occurredAt: '2026-05-06T02:11:00.000Z', location: 'Plateforme de Mions' },
    { code: 'exception', occurredAt: '2026-05-08T06:45:00.000Z', location: null },
    { code: 'out_for_delivery', occurredAt: '2026-05-11T06:05:00.000Z', location: 'Lyon 3e' },
    { code: 'delivered', occurredAt: '2026-05-11T09:31:00.000Z', location: 'Lyon 3e' },
    { code: 'damaged', occurredAt: '2026-05-11T10:02:00.000Z', location: 'Lyon 3e' },
  ],
  refunds: [
    {
      id: '0197b2a4-5c1e-7d3a-9f10-2b6c4d8e0f12',
      at: '2026-05-12T22:05:00.000Z',
      amountMinor: 105_481,
      state: 'succeeded',
    },
    {
      id: '0197b2a4-5c1e-7d3a-9f10-2b6c4d8e0f13',
      at: '2026-05-13T07:00:00.000Z',
      amountMinor: 5_000,
      state: 'declined',
    },
  ],
  photos: [],
};
