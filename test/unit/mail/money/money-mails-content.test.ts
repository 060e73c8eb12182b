import { describe, expect, it } from 'vitest';
import { languages } from '../../../../src/domain/languages.ts';
import type { MoneyMail } from '../../../../src/mail/templates/money/money-mail-kinds.ts';
import { renderMoneyMail } from '../../../../src/mail/templates/money/render-money-mail.ts';
import { about, amount, lines, refundMade } from './money-mail-samples.ts';

const textOf = (mail: MoneyMail, language: (typeof languages)[number] = 'en'): string =>
  renderMoneyMail(mail, language, about).text;

const withdrawUrl = 'https://navette.example/withdraw';

describe('a cancellation that is confirmed', () => {
  const confirmed = { kind: 'cancellation_confirmed', whole: true, lines, source: 'seller' } as const;

  it('names the refund and the way it comes back, and no number of days', () => {
    for (const language of languages) {
      const paragraphs = textOf({ ...confirmed, lines: [], refund: amount }, language).split('\n\n');
      expect(paragraphs.filter((part) => /\d/.test(part))).toHaveLength(2);
      expect(paragraphs.at(-2)).not.toMatch(/\d/);
    }
    expect(textOf({ ...confirmed, refund: amount })).toMatch(
      /Refund under way: €1,234\.50\n\nThe money comes back the way you paid/,
    );
  });

  it('promises no money where there is none to refund', () => {
    const text = textOf({ ...confirmed, refund: null });
    expect(text).toContain('no payment to refund');
    expect(text).not.toContain('comes back');
  });

  it('leaves the rest of an order as it is', () => {
    const text = textOf({ ...confirmed, whole: false, refund: null });
    expect(text).toMatch(/a part of order.*[\s\S]*Nothing changes for the rest/);
  });

  it('says whose doing it was', () => {
    const opening = (source: 'buyer_request' | 'buyer_message' | 'seller' | 'system'): string =>
      textOf({ ...confirmed, refund: null, source }).split('\n\n')[1] ?? '';
    expect(opening('buyer_request')).toMatch(/^As you asked/);
    expect(opening('buyer_message')).toMatch(/^Following your message/);
    expect(opening('seller')).toMatch(/^The shop has cancelled/);
    expect(opening('system')).toMatch(/automatically/);
  });
});

describe('a request to cancel', () => {
  it('is not called a cancellation yet', () => {
    expect(textOf({ kind: 'cancellation_request_received', lines: null })).toMatch(
      /Nothing is cancelled yet: the shop decides/,
    );
  });

  it('is refused with the shop’s own words, quoted', () => {
    const mail = { kind: 'cancellation_request_refused', why: 'refused', withdrawUrl } as const;
    expect(textOf({ ...mail, message: 'Packed.\nSorry.' })).toContain(
      'Message from the shop:\n\n> Packed.\n> Sorry.\n',
    );
    for (const message of [null, '', ' \n ', '\u0000']) {
      expect(textOf({ ...mail, message })).not.toMatch(/Message from|^>/m);
    }
  });

  it('that has lapsed says that it has left, and how to withdraw', () => {
    const text = textOf({
      kind: 'cancellation_request_refused',
      why: 'lapsed',
      message: null,
      withdrawUrl,
    });
    expect(text).toMatch(/has left already[\s\S]*right of withdrawal[\s\S]*return/);
    expect(text).toContain(`Withdraw from the contract: ${withdrawUrl}`);
  });

  it('reaches the seller with the buyer’s reason, and asks not to ship before', () => {
    const text = textOf({
      kind: 'cancellation_requested',
      reason: 'Too late for me',
      lines,
      decideUrl: 'https://navette.example/r/d',
    });
    expect(text).toContain('The buyer’s reason:\n\n> Too late for me');
    expect(text).toContain('decide before anything leaves');
    expect(text).toContain('Answer the request: https://navette.example/r/d');
  });
});

describe('the answer to a message that asks to cancel', () => {
  const answer = { kind: 'how_to_cancel', requestUrl: null, withdrawUrl } as const;
  const situations = ['before_shipping', 'shipped', 'closed', 'unknown_order'] as const;

  it.each([
    ['fr', /rédigée par une machine.*un message seul n’annule rien/],
    ['en', /written by a machine.*a message alone cancels nothing/],
    ['de', /eine Maschine verfasst.*eine Nachricht allein storniert nichts/],
    ['it', /scritta da una macchina.*un messaggio da solo non annulla nulla/],
    ['es', /la ha escrito una máquina.*un mensaje por sí solo no cancela nada/],
  ] as const)('says that a machine wrote it and that a message cancels nothing (%s)', (language, words) => {
    for (const situation of situations) expect(textOf({ ...answer, situation }, language)).toMatch(words);
  });

  it('names the link as the official way, or the channel’s own page', () => {
    const requestUrl = 'https://navette.example/r/c';
    const linked = textOf({ ...answer, situation: 'before_shipping', requestUrl });
    expect(linked).toContain(`Ask for the cancellation: ${requestUrl}`);
    expect(linked).not.toContain('where you placed it');
    expect(textOf({ ...answer, situation: 'before_shipping' })).toContain('where you placed it (amazon.fr)');
    expect(textOf({ ...answer, situation: 'unknown_order' })).toContain('where you placed it (amazon.fr)');
  });

  it('asks for nothing once the order is cancelled', () => {
    expect(textOf({ ...answer, situation: 'closed' })).not.toContain('https:');
  });
});

describe('a refund that was made', () => {
  it('lists what adds up to it, and what is inside', () => {
    const text = textOf(refundMade);
    expect(text).toContain(
      'What is refunded:\n- 2\u00a0×\u00a0Lampe de bureau, laiton\n  €1,200.00\n- Ampoule E27\n  €29.60, a part of the price',
    );
    expect(text).toContain('Total refunded: €1,234.50\nOf which shipping: €4.90\nOf which tax: €205.75');
  });

  it('says why a fee was withheld, and that the amounts are after it', () => {
    expect(textOf(refundMade)).toMatch(/fee of €12\.50 .*already taken off.*neither to the shop nor/);
    expect(textOf({ ...refundMade, feeWhy: 'return_to_sender' })).toMatch(/came back without/);
    expect(textOf({ ...refundMade, feeWhy: null })).toMatch(/already taken off these amounts\.\n/);
    expect(textOf({ ...refundMade, feeMinor: 0, feeWhy: null })).not.toContain('fee');
  });

  it.each([
    ['JPY', 'JP¥1,235', 'JP¥1,200'],
    ['KWD', 'KWD\u00a01.235', 'KWD\u00a01.200'],
    ['HUF', 'HUF\u00a012.35', 'HUF\u00a012.00'],
  ])('counts the minor units of %s', (currency, total, line) => {
    const mail = {
      ...refundMade,
      amount: { amountMinor: 1_235, currency },
      tax: null,
      lines: [{ title: 'Lamp', quantity: 1, amountMinor: 1_200 }],
      shippingMinor: 35,
    };
    expect(renderMoneyMail(mail, 'en', about).subject).toContain(`refund of ${total}`);
    expect(textOf(mail)).toContain(`1\u00a0×\u00a0Lamp\n  ${line}\n`);
  });
});

describe('what a seller is told of a refund', () => {
  it('gives the provider’s code and words, without addresses of others', () => {
    const text = textOf({
      kind: 'refund_declined',
      amount,
      code: 'charge_disputed',
      detail: 'Disputed, see https://pay.example/docs?x=1. Or www.pay.example/help (soon)',
    });
    expect(text).toContain(
      'The provider’s answer: charge_disputed\nIn its words: Disputed, see …. Or … (soon)',
    );
  });

  it('says to look it up, to tell the outcome, and never to refund it again before', () => {
    const mail = {
      kind: 'refund_needs_person',
      amount,
      why: 'unresolved',
      code: 'timeout',
      refundId: 'abc',
      paymentReference: 'pi_3N',
    } as const;
    expect(textOf(mail)).toMatch(
      /Payment at the provider: pi_3N\nRefund in Navette: abc\n\nWhat to do:\n1\. Look in .*\n2\. .*POST \/v1\/refunds\/abc\/outcome\.\n3\. Do not refund this amount again before that/,
    );
    expect(textOf({ ...mail, why: 'contradicted' })).toContain('says otherwise');
  });

  it('gives the last moment and the rule that sets it', () => {
    const due = { kind: 'refund_due', dueAt: '2026-07-09T21:59:59.999Z', refundUrl: null } as const;
    const warned = textOf({ ...due, notice: 'warning', rule: 'receipt' });
    expect(warned).toContain('by Thursday 9 July 2026 at 23:59 (UTC+2) at the latest');
    expect(warned).toContain('you have set');
    const late = textOf({ ...due, notice: 'breach', rule: 'withdrawal' });
    expect(late).toContain('ran out on Thursday 9 July 2026 at 23:59 (UTC+2)');
    expect(late).toContain('Directive 2011/83/EU, article 13');
  });

  it('lists where the books differ, and how many more there are', () => {
    const difference = { kind: 'missing_here', refundId: null, amount } as const;
    const mail = { kind: 'books_differ', provider: 'stripe', day: '2026-07-08' } as const;
    const one = renderMoneyMail({ ...mail, differences: [difference] }, 'en', about);
    expect(one.subject).toBe('Stripe: refunds to check, Wednesday 8 July 2026');
    expect(one.text).toContain(
      '- Paid at the provider, unknown to Navette\n  Amount at the provider: €1,234.50\n\n',
    );
    const many = { ...mail, differences: Array.from({ length: 130 }, () => difference) };
    const { text, html } = renderMoneyMail(many, 'en', about);
    expect(text.match(/^- /gm)).toHaveLength(101);
    expect(text).toContain('- and 30 more');
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
  });
});

describe('what a seller is told of a claim', () => {
  const closing = {
    kind: 'claim_closing',
    amount,
    closesAt: '2026-07-09T12:05:00.000Z',
    fileUrl: 'https://navette.example/r/f',
  } as const;

  it('asks for photographs where they are needed, and only there', () => {
    expect(textOf({ ...closing, claimKind: 'damaged', needsPhotos: true })).toContain('Photographs');
    expect(textOf({ ...closing, claimKind: 'lost', needsPhotos: false })).not.toContain('Photographs');
  });

  it('names the first moment that is too late, and the parcel', () => {
    const text = textOf({
      ...closing,
      kind: 'claim_eligible',
      claimKind: 'lost',
      needsPhotos: false,
      carrier: 'colissimo',
      trackingNumber: '6A12345678901',
    });
    expect(text).toContain(
      'Carrier: colissimo\nTracking number: 6A12345678901\nTo be submitted before: Thursday 9 July 2026 at 14:05 (UTC+2)',
    );
  });

  it('of a parcel that came after all asks to tell the carrier first', () => {
    const text = textOf({ kind: 'claim_delivered', amount, deliveredAt: '2026-07-09T12:05:00.000Z' });
    expect(text).toContain('Time of delivery: Thursday 9 July 2026 at 14:05 (UTC+2)');
    expect(text).toContain('tell the carrier before it finds out itself');
  });
});
