import { cancellationSources } from '../../../../src/domain/orders/order.ts';
import type { BookDifference } from '../../../../src/domain/refunds/reconcile.ts';
import type {
  BuyerMoneyMail,
  MoneyAbout,
  MoneyMail,
  SellerMoneyMail,
} from '../../../../src/mail/templates/money/money-mail-kinds.ts';

export const about: MoneyAbout = {
  orderNumber: '403-9930700-9360',
  channel: 'amazon.fr',
  timeZone: 'Europe/Paris',
};

export const lines = [
  { title: 'Lampe de bureau, laiton', quantity: 2 },
  { title: 'Ampoule E27', quantity: 1 },
] as const;

export const amount = { amountMinor: 123_450, currency: 'EUR' } as const;
const refund = amount;
const at = '2026-07-09T12:05:00.000Z';
const withdrawUrl = 'https://navette.example/withdraw';
const decideUrl = 'https://navette.example/r/decide?token=a.b&c=d';
const refundUrl = 'https://navette.example/r/refund';
const fileUrl = 'https://navette.example/r/file';
const message = 'Bonjour,\n\nle colis est prêt.\nBien à vous';
const refundId = '0197f2a0-7c1e-7aaa-8bbb-0123456789ab';

export const refundMade = {
  kind: 'refund_made',
  amount,
  tax: { amountMinor: 20_575, currency: 'EUR' },
  lines: [
    { title: 'Lampe de bureau, laiton', quantity: 2, amountMinor: 120_000 },
    { title: 'Ampoule E27', quantity: null, amountMinor: 2_960 },
  ],
  shippingMinor: 490,
  feeMinor: 1_250,
  feeWhy: 'buyer_fault',
  receiptUrl: 'https://navette.example/r/receipt',
} as const;

const howToCancel = { kind: 'how_to_cancel', requestUrl: null, withdrawUrl } as const;

/** Every kind of mail to buyers, and every turn that one may take. */
export const buyerMails: readonly BuyerMoneyMail[] = [
  ...cancellationSources.flatMap((source): BuyerMoneyMail[] => [
    { kind: 'cancellation_confirmed', whole: true, lines, refund, source },
    { kind: 'cancellation_confirmed', whole: false, lines, refund: null, source },
  ]),
  { kind: 'cancellation_request_received', lines },
  { kind: 'cancellation_request_received', lines: null },
  { kind: 'cancellation_request_refused', why: 'refused', message, withdrawUrl },
  { kind: 'cancellation_request_refused', why: 'refused', message: null, withdrawUrl },
  { kind: 'cancellation_request_refused', why: 'lapsed', message: null, withdrawUrl },
  { ...howToCancel, situation: 'before_shipping', requestUrl: 'https://navette.example/r/cancel' },
  { ...howToCancel, situation: 'before_shipping' },
  { ...howToCancel, situation: 'shipped' },
  { ...howToCancel, situation: 'closed' },
  { ...howToCancel, situation: 'unknown_order' },
  refundMade,
  { ...refundMade, feeWhy: 'return_to_sender' },
  { ...refundMade, tax: null, lines: [], shippingMinor: 123_450, feeMinor: 0, feeWhy: null },
];

const due = { kind: 'refund_due', dueAt: at, refundUrl } as const;

const differences = [
  'missing_there',
  'missing_here',
  'amount_differs',
  'state_differs',
  'booked_twice',
] as const satisfies readonly BookDifference['kind'][];

const eligible = {
  kind: 'claim_eligible',
  amount,
  closesAt: at,
  carrier: 'colissimo',
  trackingNumber: '6A12345678901',
  fileUrl,
} as const;

/** Every kind of mail to sellers, and every turn that one may take. */
export const sellerMails: readonly SellerMoneyMail[] = [
  { kind: 'cancellation_requested', reason: 'Trouvé ailleurs\nmoins cher', lines, decideUrl },
  { kind: 'cancellation_requested', reason: null, lines: null, decideUrl: null },
  { kind: 'refund_declined', amount, code: 'charge_disputed', detail: 'The charge is disputed' },
  { kind: 'refund_declined', amount, code: 'sandbox_declined', detail: null },
  { kind: 'refund_failed', amount, code: 'lost_or_stolen_card' },
  {
    kind: 'refund_needs_person',
    amount,
    why: 'unresolved',
    code: 'timeout',
    refundId,
    paymentReference: 'pi_3N',
  },
  {
    kind: 'refund_needs_person',
    amount,
    why: 'contradicted',
    code: 'declined',
    refundId,
    paymentReference: null,
  },
  { ...due, notice: 'warning', rule: 'receipt' },
  { ...due, notice: 'warning', rule: 'withdrawal', refundUrl: null },
  { ...due, notice: 'breach', rule: 'receipt', refundUrl: null },
  { ...due, notice: 'breach', rule: 'withdrawal' },
  {
    kind: 'books_differ',
    provider: 'stripe',
    day: '2026-07-08',
    differences: differences.map((kind) => ({
      kind,
      refundId: kind === 'missing_here' ? null : refundId,
      amount,
    })),
  },
  { ...eligible, claimKind: 'lost', needsPhotos: false },
  { ...eligible, claimKind: 'damaged', needsPhotos: true },
  { ...eligible, claimKind: 'lost', needsPhotos: false, fileUrl: null },
  ...(['lost', 'damaged'] as const).flatMap((claimKind): SellerMoneyMail[] => [
    { kind: 'claim_submitted', claimKind, amount },
    { kind: 'claim_closing', claimKind, amount, closesAt: at, fileUrl, needsPhotos: claimKind === 'damaged' },
    { kind: 'claim_expired', claimKind, amount },
  ]),
  { kind: 'claim_closing', claimKind: 'lost', amount, closesAt: at, fileUrl: null, needsPhotos: false },
  { kind: 'claim_delivered', amount, deliveredAt: at },
];

export const mails: readonly MoneyMail[] = [...buyerMails, ...sellerMails];

/** Whether the order is named at all: some mails know of none. */
export const namesOrder = (mail: MoneyMail): boolean =>
  mail.kind !== 'books_differ' && !(mail.kind === 'how_to_cancel' && mail.situation === 'unknown_order');
