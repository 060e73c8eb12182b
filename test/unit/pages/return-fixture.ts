import type { FullReturn } from '../../../db/repositories/returns-read/find-return.ts';
import type { ReturnEvent } from '../../../src/domain/returns/events.ts';
import { evolve } from '../../../src/domain/returns/evolve.ts';
import type { Authorization, RequestedReturn, Return } from '../../../src/domain/returns/return.ts';

export const sellerId = '0198a000-0000-7000-8000-000000000001';
export const returnId = '0198a000-0000-7000-8000-000000000002';
export const warehouse = {
  name: 'Maison Peluche',
  line1: '12 rue des Fabriques',
  line2: null,
  postalCode: '59000',
  city: 'Lille',
  region: null,
  country: 'FR',
  phone: '+33 3 20 00 00 00',
};

const request: RequestedReturn = {
  id: returnId,
  orderId: '0198a000-0000-7000-8000-000000000003',
  channel: 'amazon.fr',
  channelOrderId: '403-9930700-9360319',
  state: 'requested',
  requestedBy: 'buyer',
  requestedAt: '2026-05-06T17:36:31.000Z',
  language: 'fr',
  contact: null,
  lines: [
    { lineId: 'A', quantity: 2, reason: 'defective', comment: 'Ne s’allume pas <b>du tout</b>' },
    { lineId: 'B', quantity: 1, reason: 'no_longer_wanted', comment: null },
  ],
  withdrawal: null,
  clock: null,
  repliedAt: null,
  warnings: [
    { code: 'duplicate_request', detail: 'There are open requests for the same lines.', returnIds: [] },
  ],
  advice: [{ code: 'keep_item', costMinor: 690, valueMinor: 550, currency: 'EUR' }],
  received: [],
  mismatches: [],
  dispatch: null,
  escalatedAt: null,
  authorization: null,
  closing: null,
  completedAt: null,
};

export const requested = (changes: Partial<RequestedReturn> = {}): ReturnEvent => ({
  type: 'requested',
  request: { ...request, ...changes },
  actor: 'buyer',
  at: request.requestedAt,
});

/** The first of a buyer's two steps. */
export const withdrawn = (): ReturnEvent =>
  requested({
    lines: request.lines.map((line) => ({ ...line, reason: null, comment: null })),
    withdrawal: {
      statedAt: request.requestedAt,
      confirmedAt: null,
      windowEndsAt: null,
      refundDueAt: null,
      cancelledLines: [],
    },
    warnings: [],
    advice: [],
  });

export const authorized = (changes: Partial<Authorization> = {}): ReturnEvent => ({
  type: 'authorized',
  authorization: {
    at: '2026-05-08T08:30:00.000Z',
    by: 'seller',
    rma: 'DYRK7QDRR2',
    returnAddress: warehouse,
    label: { kind: 'generated' },
    documentVersion: 1,
    issuedAt: '2026-05-08T08:30:00.000Z',
    ...changes,
  },
  actor: 'seller',
  at: '2026-05-08T08:30:00.000Z',
});

export const closedBy = (by: 'buyer' | 'seller' | 'system', message: string | null = null): ReturnEvent => ({
  type: 'closed',
  closing: {
    by,
    reason: by === 'buyer' ? 'cancelled_by_buyer' : 'custom_made',
    message,
    at: '2026-05-08T09:00:00.000Z',
  },
  actor: by,
  at: '2026-05-08T09:00:00.000Z',
});

export const received = (): ReturnEvent => ({
  type: 'received',
  received: [
    { lineId: 'A', quantity: 1, condition: 'carrier_damaged', receivedAt: '2026-05-15T09:00:00.000Z' },
  ],
  mismatches: [
    {
      id: '0198a000-0000-7000-8000-000000000009',
      kind: 'unexpected_item',
      lineId: null,
      sku: 'OTHER-<1>',
      quantity: 1,
      condition: 'other',
      receivedAt: '2026-05-15T09:00:00.000Z',
      outcome: null,
      decidedAt: null,
    },
  ],
  actor: 'seller',
  at: '2026-05-15T09:05:00.000Z',
});

/** A return as its events left it, with its order. */
export const fullReturn = (history: readonly ReturnEvent[]): FullReturn => ({
  sellerId,
  return: history.reduce<Return | null>(evolve, null) as Return,
  order: {
    currency: 'EUR',
    placedAt: '2026-05-01T09:00:00.000Z',
    buyer: { name: 'Claire Martin', email: 'claire@example.org' },
    shipTo: {
      name: 'Claire Martin',
      line1: '5 rue du Bac',
      postalCode: '75007',
      city: 'Paris',
      country: 'FR',
    },
    timeZone: 'Europe/Paris',
    lines: [
      { lineId: 'A', sku: 'BEAR-1', title: 'Ours <script>alert(1)</script> en peluche', quantity: 2 },
      { lineId: 'B', sku: 'CAT-1', title: 'Chat « Printemps »', quantity: 1 },
    ],
  },
  history,
  documents: [],
});
