import type {
  BuyerAnswerMail,
  DigestMail,
  MessageMailSubject,
  SellerMessageMail,
} from '../../../../src/mail/templates/messages/message-mail-kinds.ts';

export const subject: MessageMailSubject = {
  orderNumber: '403-9930700-9360',
  channel: 'amazon.fr',
  timeZone: 'Europe/Paris',
};

export const beforeOrder: MessageMailSubject = { ...subject, orderNumber: null };

const asked = {
  replyUrl: 'https://navette.example/r/reply?token=a.b&c=d',
  answerBy: '2026-07-09T12:05:00.000Z',
  thread: [
    { from: 'buyer', sentAt: '2026-07-06T21:59:30.000Z', body: 'Bonjour,\n\nla lampe est-elle réparable ?' },
    { from: 'seller', sentAt: '2026-07-07T08:00:00.000Z', body: 'Quelle lampe, je vous prie ?' },
    { from: 'buyer', sentAt: '2026-07-08T12:05:00.000Z', body: 'La lampe de bureau, en laiton.' },
  ],
  earlier: 3,
} as const;

export const sellerMails: readonly SellerMessageMail[] = [
  { kind: 'seller_warning', ...asked },
  { kind: 'seller_breach', ...asked },
  { kind: 'seller_internal_overdue', ...asked, internalDueAt: '2026-07-09T07:30:00.000Z' },
  { kind: 'seller_message', ...asked },
  { kind: 'seller_undelivered', ...asked },
];

export const answer: BuyerAnswerMail = {
  kind: 'buyer_answer',
  subject: null,
  body: 'Bonjour,\n\nelle est réparable : voici comment.\nBien à vous',
  question: 'La lampe est-elle réparable ?',
  answerUrl: 'https://navette.example/r/write?token=a.b&c=d',
};

const answerBy = '2026-07-09T12:05:00.000Z';

export const digest: DigestMail = {
  channel: 'amazon.fr',
  timeZone: 'Europe/Paris',
  at: '2026-07-08T22:30:00.000Z',
  messages: [
    {
      orderNumber: '407-1',
      answerBy: '2026-07-08T06:15:00.000Z',
      overdue: true,
      url: 'https://navette.example/r/m1',
    },
    { orderNumber: null, answerBy, overdue: false, url: 'https://navette.example/r/m2' },
  ],
  returns: [{ orderNumber: '407-2', answerBy, overdue: false, url: 'https://navette.example/r/r1' }],
  orders: [{ orderNumber: '407-3', title: '407-3: not shipped' }],
};
