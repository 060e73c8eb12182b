import { createServer, type IncomingMessage } from 'node:http';
import { type Booking, createBooks, type Payment, type WireAnswer } from './books.ts';
import { brokenDown, type CallResult, createCalls, type SavedAnswer, tooMany, wireError } from './calls.ts';
import { type CallFault, type LookFault, type Plan, pick } from './faults.ts';
import { openJournal } from './journal.ts';
import { createWebhooks, toEvent, type WireEvent } from './webhooks.ts';
import { readText, writeResult } from './wire.ts';

export interface PaymentServerOptions {
  /** What goes wrong by itself; nothing unless given. */
  readonly plan?: Plan;
  /** Longer than the caller's time limit; null: what is late waits until `release`. */
  readonly lateMs?: number | null;
  /** How long pending refunds, and those that fail later, stay what they are; null: until `settle`. */
  readonly settleMs?: number | null;
  /** Of payments that nobody has set; null: without limit. */
  readonly captured?: number | null;
  readonly currency?: string;
  /** A file that keeps the books when the process dies, and gives them to the next one. */
  readonly journal?: string | null;
  /** Default: any that is free. */
  readonly port?: number;
}

/** A refund in the server's books; amounts in Stripe's units, currency in upper case. */
export interface ServerBooking {
  /** Navette's own name of it. */
  readonly refundId: string | null;
  readonly providerRefundId: string;
  readonly key: string | null;
  readonly amountMinor: number;
  readonly currency: string;
  readonly status: 'pending' | 'succeeded' | 'failed';
  /** False while it is pending, and while it stands as paid although it will fail. */
  readonly isFinal: boolean;
  readonly paymentReference: string;
}

export interface PaymentServer {
  readonly url: string;
  readonly apiKey: string;
  readonly webhookSecret: string;
  /** `captured` null: without limit. */
  setPayment(payment: Payment): void;
  /** From now on there is no such payment. */
  removePayment(reference: string): void;
  /** The next calls go wrong so, one by one, before the plan is asked. */
  callNext(...faults: CallFault[]): void;
  /** The next looks into the books go wrong so. */
  lookNext(...faults: LookFault[]): void;
  /** Somebody refunds in the dashboard: without Navette's metadata. */
  refundByHand(reference: string, amount: number): void;
  /** What is late goes on now. */
  release(): void;
  /** Everything that is to settle or to fail later does so now. */
  settle(): void;
  /** Where webhooks go; null: they wait. */
  deliverTo(url: string | null): void;
  /** Webhooks that nobody has taken yet. */
  waiting(): readonly WireEvent[];
  books(): ServerBooking[];
  /** Refunds of Navette's that were paid more than once. */
  bookedTwice(): string[];
  /** Requests so far: refunds asked for, of them answered as before, and looks into the books. */
  readonly counts: { readonly calls: number; readonly replays: number; readonly looks: number };
  close(): Promise<void>;
}

type Entry = { booking: Booking } | { answer: SavedAnswer } | { event: WireEvent } | { delivered: string };

const apiKey = 'sk_test_navette';
const webhookSecret = 'whsec_navette';

/**
 * A payment provider on 127.0.0.1 that speaks Stripe's wire format (refunds: make, list, retrieve; signed webhooks),
 * keeps true books, and misbehaves as it is told.
 */
export const startPaymentServer = async ({
  plan,
  lateMs = null,
  settleMs = null,
  captured = null,
  currency = 'EUR',
  journal: file = null,
  port = 0,
}: PaymentServerOptions = {}): Promise<PaymentServer> => {
  const payments = new Map<string, Payment | null>();
  const callFaults: CallFault[] = [];
  const lookFaults: LookFault[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const counts = { calls: 0, looks: 0, replays: 0, webhooks: 0 };
  const callsOf = new Map<string, number>();

  const after = (ms: number, work: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };

  const late = new Set<() => void>();
  const untilLate = (): Promise<void> =>
    new Promise<void>((resolve) => {
      const go = (): void => {
        late.delete(go);
        resolve();
      };
      late.add(go);
      if (lateMs !== null) after(lateMs, go);
    });

  const webhooks = createWebhooks({
    secret: webhookSecret,
    faultOf: () =>
      plan === undefined ? null : pick(plan.seed, plan.webhooks, `webhook:${++counts.webhooks}`),
    onDelivered: ({ id }) => journal.write({ delivered: id }),
  });
  const tell = (type: string, object: unknown): void => {
    const event = toEvent(type, object);
    journal.write({ event });
    webhooks.send(event);
  };

  const settleLater = (booking: Booking): void => {
    if (booking.becomes !== null && settleMs !== null) after(settleMs, () => books.settle(booking));
  };
  const seen = new Set<string>();
  const books = createBooks((booking) => {
    journal.write({ booking });
    const { refund } = booking;
    if (seen.has(refund.id)) {
      tell('refund.updated', refund);
      if (refund.status === 'failed') tell('refund.failed', refund);
      return;
    }
    seen.add(refund.id);
    tell('refund.created', refund);
    tell('charge.refunded', {
      object: 'charge',
      id: refund.charge,
      payment_intent: refund.payment_intent,
    });
    settleLater(booking);
  });

  const paymentNamed = (reference: string): Payment | null => {
    const known = payments.get(reference);
    if (known !== undefined) return known;
    const isCharge = !reference.startsWith('pi_');
    const name = isCharge ? reference : reference.replace(/^pi_/, 'ch_');
    const payment = { intent: isCharge ? null : reference, charge: name, captured, currency };
    payments.set(reference, payment);
    return payment;
  };
  const referenceOf = (params: URLSearchParams): string =>
    params.get('payment_intent') ?? params.get('charge') ?? '';

  const calls = createCalls({
    books,
    paymentOf: (params) => paymentNamed(referenceOf(params)),
    save: (answer) => journal.write({ answer }),
    untilLate,
  });

  const journal = openJournal<Entry>(file, (entry) => {
    if ('booking' in entry) seen.add(books.restore(entry.booking).refund.id);
    else if ('answer' in entry) calls.restore(entry.answer);
    else if ('event' in entry) webhooks.restore(entry.event);
    else webhooks.forget(entry.delivered);
  });
  for (const booking of books.all()) settleLater(booking);

  const make = (form: string, key: string | null): Promise<CallResult> => {
    const params = new URLSearchParams(form);
    const reference = referenceOf(params);
    const nth = (callsOf.get(reference) ?? 0) + 1;
    callsOf.set(reference, nth);
    counts.calls += 1;
    const planned = plan === undefined ? null : pick(plan.seed, plan.calls, `${reference}:${nth}`);
    return calls.answer({ key, form, params }, callFaults.shift() ?? planned);
  };

  const look = async (url: URL): Promise<CallResult> => {
    counts.looks += 1;
    const planned = plan === undefined ? null : pick(plan.seed, plan.looks, `look:${counts.looks}`);
    const fault = lookFaults.shift() ?? planned;
    if (fault === 'drop') return 'drop';
    if (fault === 'error') return brokenDown;
    if (fault === 'too_many') return tooMany;
    if (fault === 'late') await untilLate();
    const id = /^\/v1\/refunds\/(\w+)$/.exec(url.pathname)?.[1];
    if (id === undefined) return listOf(url.searchParams);
    const refund = books.find(id);
    return refund === null
      ? wireError(404, 'invalid_request_error', 'No such refund', 'resource_missing')
      : { status: 200, body: refund };
  };

  const listOf = (params: URLSearchParams): WireAnswer => {
    const reference = referenceOf(params);
    if (reference !== '' && payments.get(reference) === null) {
      return wireError(404, 'invalid_request_error', 'No such payment_intent', 'resource_missing');
    }
    const all = books.list({
      payment_intent: params.get('payment_intent'),
      charge: params.get('charge'),
      from: Number(params.get('created[gte]') ?? 0),
      until: Number(params.get('created[lt]') ?? Number.POSITIVE_INFINITY),
    });
    const after = params.get('starting_after');
    const start = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
    const end = start + Math.min(100, Number(params.get('limit') ?? 10));
    const data = all.slice(start, end);
    return { status: 200, body: { object: 'list', url: '/v1/refunds', has_more: end < all.length, data } };
  };

  const answer = async (request: IncomingMessage): Promise<CallResult> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const form = await readText(request);
    if (request.headers.authorization !== `Bearer ${apiKey}`) {
      return wireError(401, 'invalid_request_error', 'Invalid API Key provided');
    }
    if (!/^\/v1\/refunds(\/\w+)?$/.test(url.pathname)) {
      return wireError(404, 'invalid_request_error', 'Unrecognized request URL');
    }
    if (request.method !== 'POST') return look(url);
    return make(form, (request.headers['idempotency-key'] as string | undefined) ?? null);
  };

  const server = createServer((request, response) => {
    request.on('error', () => {});
    answer(request).then(
      (result) => {
        if (result !== 'drop' && result.isReplay === true) counts.replays += 1;
        writeResult(response, result);
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The payment server has no port');

  return {
    url: `http://127.0.0.1:${address.port}`,
    apiKey,
    webhookSecret,
    counts,
    setPayment: (payment) => {
      for (const name of [payment.intent, payment.charge]) if (name !== null) payments.set(name, payment);
    },
    removePayment: (reference) => void payments.set(reference, null),
    callNext: (...faults) => void callFaults.push(...faults),
    lookNext: (...faults) => void lookFaults.push(...faults),
    refundByHand: (reference, amount) => {
      const payment = paymentNamed(reference);
      if (payment === null) throw new Error(`There is no payment ${reference}`);
      const how = { metadata: {}, reason: null, key: null, status: 'succeeded', becomes: null } as const;
      books.book({ payment, amount, ...how });
    },
    release: () => {
      for (const go of late) go();
    },
    settle: () => {
      for (const booking of books.all()) books.settle(booking);
    },
    deliverTo: webhooks.deliverTo,
    waiting: webhooks.waiting,
    books: () =>
      books.all().map(({ refund, key, becomes }) => ({
        refundId: refund.metadata.navette_refund ?? null,
        providerRefundId: refund.id,
        key,
        amountMinor: refund.amount,
        currency: refund.currency.toUpperCase(),
        status: refund.status,
        isFinal: becomes === null,
        paymentReference: refund.payment_intent ?? refund.charge,
      })),
    bookedTwice: () => {
      const once = new Set<string>();
      const twice = new Set<string>();
      for (const { refund } of books.all()) {
        const refundId = refund.metadata.navette_refund;
        if (refundId === undefined || refund.status === 'failed') continue;
        (once.has(refundId) ? twice : once).add(refundId);
      }
      return [...twice];
    },
    close: async () => {
      for (const timer of timers) clearTimeout(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await webhooks.close();
    },
  };
};
