import type { Person } from './people.ts';
import type { Stage } from './scene.ts';
import {
  type JobView,
  type OrderView,
  orderResult,
  orderView,
  type PromiseView,
  quoteView,
  scanCounts,
} from './views.ts';

export interface NewOrder {
  readonly channel: string;
  readonly number: string;
  readonly placedAt: string;
  /** Null: nobody yet, while the payment is pending. */
  readonly person: Person | null;
  readonly more?: Readonly<Record<string, unknown>>;
}

export const mug = { lineId: '1', sku: 'MUG-BLUE', title: 'Tasse bleue', quantity: 2, unitPriceMinor: 1_290 };
export const teapot = {
  lineId: '2',
  sku: 'TEAPOT',
  title: 'Théière en fonte',
  quantity: 1,
  unitPriceMinor: 4_900,
};

/** The body of POST /v1/orders. */
export const orderBody = ({ channel, number, placedAt, person, more }: NewOrder) => ({
  channel,
  channelOrderId: number,
  placedAt,
  payment: { status: person === null ? 'pending' : 'verified' },
  shippingSpeed: 'standard',
  currency: 'EUR',
  ...person,
  lines: [mug],
  shippingMinor: 490,
  ...more,
});

/** Places an order and waits for its job, whichever way that ends. */
export const tryPlace = ({ api }: Stage, order: NewOrder): Promise<JobView> =>
  api.work('/v1/orders', orderBody(order));

/** Places an order that is expected to be taken. */
export const place = async (stage: Stage, order: NewOrder) => {
  const job = await tryPlace(stage, order);
  stage.expect.equal(`${order.number}: its job is done`, job.status, 'done');
  return orderResult.parse(job.result);
};

/** A command on an order that is expected to be done: `shipments`, `payment`, `unfulfillable`. */
export const command = async (stage: Stage, orderId: string, name: string, body: unknown) => {
  const job = await stage.api.work(`/v1/orders/${orderId}/${name}`, body);
  stage.expect.equal(`${name}: its job is done`, job.status, 'done');
  return job.result;
};

export const readOrder = async ({ api }: Stage, orderId: string): Promise<OrderView> =>
  orderView.parse((await api.get(`/v1/orders/${orderId}`)).body);

export interface Scan {
  readonly trackingNumber: string;
  readonly code: string;
  readonly occurredAt: string;
  readonly location?: string;
}

/** Scans as the carrier's feed would send them. */
export const scan = async ({ api, expect }: Stage, carrier: string, scans: readonly Scan[]) => {
  const job = await api.work(
    '/v1/tracking-events',
    scans.map((one) => ({ carrier, ...one })),
  );
  expect.equal('the scans are recorded', job.status, 'done');
  return scanCounts.parse(job.result);
};

export interface Question {
  readonly placedAt: string;
  readonly country: string;
  readonly postalCode: string;
  readonly language?: string;
}

/** What an order would be promised, without placing it. */
export const quote = async (
  { api }: Stage,
  { placedAt, language, ...to }: Question,
): Promise<PromiseView> => {
  const body = { placedAt, shipTo: to, shippingSpeed: 'standard', ...(language ? { language } : {}) };
  return quoteView.parse((await api.post('/v1/delivery-estimates', body)).body).promise;
};

/** The three dates of a promise, to compare. */
export const datesOf = (promise: PromiseView | null | undefined) =>
  promise ? `${promise.shipBy} ${promise.earliest} ${promise.latest}` : 'no promise';
