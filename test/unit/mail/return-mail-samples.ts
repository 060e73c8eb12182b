import { closureReasons, returnReasons } from '../../../src/domain/returns/reasons.ts';
import { requesters, returnWarningCodes } from '../../../src/domain/returns/return.ts';
import type { ReturnMail, ReturnMailSubject } from '../../../src/mail/templates/returns/return-mail.ts';

export const subject: ReturnMailSubject = {
  orderNumber: '403-9930700-9360',
  channel: 'amazon.fr',
  timeZone: 'Europe/Paris',
  lines: [
    { title: 'Lampe de bureau, laiton', quantity: 2, reason: 'defective', comment: 'Ne s’allume plus' },
    { title: 'Ampoule E27', quantity: 1, reason: 'no_longer_wanted', comment: null },
  ],
};

const answerBy = '2026-07-09T12:05:00.000Z';
const statedAt = '2026-07-08T21:59:30.000Z';
const confirmedAt = '2026-07-09T07:04:59.000Z';
const refundBy = '2026-07-23T22:00:00.000Z';
const rma = 'DYRK7QDRR4';
const labelUrl = 'https://navette.example/a/label';
const cancelUrl = 'https://navette.example/a/cancel';
const closeUrl = 'https://navette.example/a/close';
const confirmUrl = 'https://navette.example/a/confirm?token=a.b&c=d';
const links = {
  authorize: 'https://navette.example/a/authorize',
  close: closeUrl,
  reply: 'https://navette.example/a/reply',
};
const message = 'Bonjour,\n\navez-vous essayé une autre ampoule ?\nMerci d’avance';
const money = { costMinor: 1250, valueMinor: 1190, currency: 'EUR' };

const acknowledged = {
  kind: 'withdrawal_acknowledged',
  statedAt,
  confirmedAt,
  rma,
  labelUrl,
  label: 'attached',
  cancelledUnits: 0,
  refundBy,
  late: false,
} as const;

const withdrawn = {
  kind: 'seller_withdrawn',
  needsAddress: false,
  cancelledUnits: 0,
  refundBy,
  late: false,
  closeUrl,
} as const;

const requested = {
  kind: 'seller_requested',
  requestedBy: 'buyer',
  answerBy,
  links,
  warnings: [],
  advice: [],
} as const;

/** Every kind of mail, and every turn that one may take. */
export const mails: readonly ReturnMail[] = [
  { kind: 'buyer_requested', answerBy, cancelUrl },
  { kind: 'buyer_requested', answerBy: null, cancelUrl: null, offerCredit: money },
  { kind: 'buyer_authorized', rma, labelUrl, label: 'attached', returnAddress: true },
  { kind: 'buyer_authorized', rma, labelUrl, label: 'seller_own_attached', returnAddress: true },
  { kind: 'buyer_authorized', rma, labelUrl, label: 'none', returnAddress: true },
  { kind: 'buyer_authorized', rma, labelUrl: null, label: 'none', returnAddress: false },
  ...closureReasons.map((reason): ReturnMail => ({ kind: 'buyer_closed', reason, message: null })),
  { kind: 'buyer_closed', reason: 'problem_solved', message },
  { kind: 'buyer_reply', message, cancelUrl },
  { kind: 'buyer_reply', message, cancelUrl: null },
  { kind: 'buyer_cancelled' },
  { kind: 'buyer_received', units: 1, complete: false },
  { kind: 'buyer_received', units: 3, complete: true },
  { kind: 'withdrawal_stated', statedAt, confirmUrl },
  acknowledged,
  { ...acknowledged, label: 'seller_own_attached', late: true, statedBy: 'Carole Henry' },
  { ...acknowledged, rma: null, labelUrl: null, label: 'none', cancelledUnits: 3 },
  { ...acknowledged, labelUrl: null, label: 'none', cancelledUnits: 1, refundBy: null },
  requested,
  { ...requested, requestedBy: 'gift_recipient', links: null },
  ...requesters.map((requestedBy): ReturnMail => ({ ...requested, requestedBy, answerBy: null })),
  {
    ...requested,
    warnings: returnWarningCodes.map((code) => ({ code, detail: 'In English.', returnIds: ['a', 'b'] })),
    advice: [
      { code: 'keep_item', ...money },
      { code: 'offer_credit', ...money },
    ],
  },
  { kind: 'seller_cancelled' },
  withdrawn,
  { ...withdrawn, needsAddress: true, cancelledUnits: 2, late: true, closeUrl: null },
  { ...withdrawn, cancelledUnits: 1, refundBy: null, comesBack: false },
  { kind: 'seller_escalated' },
  { kind: 'seller_warning', answerBy, links },
  { kind: 'seller_warning', answerBy, links: null },
  { kind: 'seller_breach', answerBy, links },
  { kind: 'seller_mismatch', items: [{ sku: 'LAMP-2', quantity: 4 }] },
];

export const everyReason: ReturnMailSubject['lines'] = returnReasons.map((reason, index) => ({
  title: `Article ${index}`,
  quantity: index + 1,
  reason,
  comment: null,
}));
