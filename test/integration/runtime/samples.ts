import { saveMails } from '../../../db/repositories/mail/save-mails.ts';
import type { PayloadInput } from '../../../queues/registry.ts';
import type { ReturnDocument } from '../../../src/labels/return-document.ts';
import { newId } from '../../../src/platform/ids.ts';
import { aJob, type Ledger } from '../../support/ledger-fixture.ts';

type Draft = PayloadInput<'orders', 'place'>['draft'];

let count = 0;
/** A number that no other sample of this process has. */
export const nextNumber = (): string => {
  count += 1;
  return `T-${count}`;
};

/** A verified order to Lyon, placed a while ago. */
export const aDraft = (changes: Partial<Draft> = {}): Draft => ({
  channel: 'shop',
  channelOrderId: nextNumber(),
  placedAt: new Date(Date.now() - 3_600_000).toISOString(),
  payment: { status: 'verified' },
  currency: 'EUR',
  buyer: { name: 'Zoé Łukasik', email: 'zoe.lukasik@example.test' },
  shipTo: {
    name: 'Zoé Łukasik',
    line1: '3 rue des Tisserands',
    postalCode: '69003',
    city: 'Lyon',
    country: 'FR',
  },
  lines: [{ lineId: '1', sku: 'BOBINE', title: 'Bobine de fil', quantity: 1, unitPriceMinor: 1_250 }],
  ...changes,
});

export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** As a marketplace posts it: nobody known yet. */
export const aPendingDraft = (placedDaysAgo: number, changes: Partial<Draft> = {}): Draft =>
  aDraft({
    placedAt: daysAgo(placedDaysAgo),
    payment: { status: 'pending' },
    buyer: null,
    shipTo: null,
    ...changes,
  });

export const placeJob = (sellerId: string, draft = aDraft(), orderId = newId()) =>
  aJob(sellerId, {
    payload: { orderId, draft },
    refs: { channel: draft.channel, order: draft.channelOrderId },
  });

export const scanJob = (sellerId: string, trackingNumber = nextNumber()) =>
  aJob(sellerId, {
    queue: 'tracking',
    name: 'record',
    payload: {
      events: [
        { carrier: 'colissimo', trackingNumber, code: 'in_transit', occurredAt: '2026-05-08T10:00:00.000Z' },
      ],
    },
    refs: { parcel: trackingNumber },
  });

export const aReturnAddress = {
  id: 'default',
  name: 'Retours',
  line1: '12 quai du Port',
  postalCode: '59000',
  city: 'Lille',
  country: 'FR',
};

export const aReturnDocument: ReturnDocument = {
  language: 'fr',
  issuedAt: '2026-05-08T10:00:00.000Z',
  timeZone: 'Europe/Paris',
  rma: 'RMA',
  rmaUrl: 'http://navette.test/rma/RMA',
  orderNumber: 'T-1',
  channel: 'shop',
  sellerName: null,
  sender: null,
  returnAddress: aReturnAddress,
  lines: [{ title: 'Bobine de fil', sku: 'BOBINE', quantity: 1, reason: 'defective' }],
  withdrawal: false,
  ownLabel: false,
};

/** Jobs that ship an order of two units, which were placed a while ago. */
export const shipJobs = (
  sellerId: string,
  { quantity = 2, changes = {} as Partial<Draft>, shippedDaysAgo = 4 } = {},
) => {
  const orderId = newId();
  const draft = aDraft({
    placedAt: daysAgo(5),
    lines: [{ lineId: '1', sku: 'BOBINE', title: 'Bobine de fil', quantity, unitPriceMinor: 1_250 }],
    ...changes,
  });
  const shipment = { carrier: 'colissimo', trackingNumber: nextNumber(), shippedAt: daysAgo(shippedDaysAgo) };
  const ship = aJob(sellerId, {
    name: 'record-shipment',
    payload: { orderId, shipmentId: newId(), shipment },
  });
  return { orderId, jobs: [placeJob(sellerId, draft, orderId), ship] };
};

type RequestInput = PayloadInput<'returns', 'request'>['request'];

export const requestJob = (sellerId: string, orderId: string, changes: Partial<RequestInput> = {}) => {
  const returnId = newId();
  const payload: PayloadInput<'returns', 'request'> = {
    orderId,
    returnId,
    request: {
      requestedBy: 'buyer',
      lines: [{ lineId: '1', quantity: 1, reason: 'no_longer_wanted' }],
      ...changes,
    },
  };
  return { returnId, job: aJob(sellerId, { queue: 'returns', name: 'request', payload }) };
};

/** Saves a mail; gives its job. */
export const saveMail = async (
  { database }: Ledger,
  sellerId: string,
  { recipient = 'zoe.lukasik@example.test', inMs = 0 } = {},
): Promise<string> => {
  const id = newId();
  return database.asSellers([sellerId], async (tx) => {
    await saveMails(tx, [
      {
        id,
        sellerId,
        messageId: `<${id}@navette.test>`,
        recipient,
        senderName: null,
        subject: 'Hello',
        text: 'Hello',
        html: '<p>Hello</p>',
        headers: {},
        refs: {},
      },
    ]);
    const [job] = await tx.sql<{ id: string }[]>`
      UPDATE job SET run_at = now() + make_interval(secs => ${inMs / 1_000})
      WHERE queue = 'mail' AND payload ->> 'mailId' = ${id}
      RETURNING id`;
    return job?.id ?? '';
  });
};
