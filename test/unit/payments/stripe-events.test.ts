import { describe, expect, it } from 'vitest';
import { verifyStripeEvent } from '../../../src/api/webhooks/stripe-events.ts';
import { newId } from '../../../src/platform/ids.ts';
import { signatureOf } from '../../support/payment-server/webhooks.ts';

const secret = 'whsec_test';
const refundId = newId();
const sellerId = newId();
const created = Date.UTC(2026, 4, 7, 12) / 1_000;
const at = '2026-05-07T12:00:00.000Z';
const now = new Date(created * 1_000 + 2_000);

const refund = (changes: object = {}) => ({
  id: 're_1',
  object: 'refund',
  status: 'succeeded',
  payment_intent: 'pi_1',
  charge: 'ch_1',
  metadata: { navette_refund: refundId, navette_seller: sellerId, navette_order: newId() },
  ...changes,
});

const event = (type: string, object: object) =>
  JSON.stringify({ id: 'evt_1', object: 'event', type, created, data: { object } });

const bytes = (text: string) => new TextEncoder().encode(text);

const read = (type: string, object: object) => {
  const body = event(type, object);
  return verifyStripeEvent(bytes(body), signatureOf(body, secret, now), secret, now);
};

describe('a message of Stripe', () => {
  it('about a refund of ours tells which, and how it stands', () => {
    expect(read('refund.updated', refund())).toEqual([
      {
        kind: 'refund',
        eventId: 'evt_1',
        providerRefundId: 're_1',
        refundId,
        sellerId,
        paymentReference: 'pi_1',
        outcome: 'succeeded',
        code: null,
        at,
      },
    ]);
  });

  it.each([
    ['refund.created', { status: 'pending' }, 'pending', null],
    ['refund.created', { status: 'requires_action' }, 'pending', null],
    ['refund.updated', { status: 'canceled' }, 'failed', 'canceled'],
    [
      'refund.failed',
      { status: 'failed', failure_reason: 'lost_or_stolen_card' },
      'failed',
      'lost_or_stolen_card',
    ],
  ])('%s with %o means %s', (type, changes, outcome, code) => {
    expect(read(type, refund(changes))).toMatchObject([{ outcome, code }]);
  });

  it('about a refund that somebody else made has no name of ours', () => {
    const nobodys = { refundId: null, sellerId: null };
    for (const metadata of [{}, null, undefined, { navette_refund: "'; --", navette_seller: '' }]) {
      expect(read('refund.created', refund({ metadata }))).toMatchObject([nobodys]);
    }
    const expanded = refund({ payment_intent: null, charge: { id: 'ch_2', object: 'charge' } });
    expect(read('refund.created', expanded)).toMatchObject([{ paymentReference: 'ch_2' }]);
  });

  it('about a charge names the payment, and its refunds where they are in it', () => {
    const charge = { object: 'charge', id: 'ch_1', payment_intent: 'pi_1' };
    const told = { kind: 'charge', eventId: 'evt_1', paymentReferences: ['pi_1', 'ch_1'], at };
    expect(read('charge.refunded', charge)).toEqual([told]);
    const old = { ...charge, refunds: { object: 'list', data: [refund(), { object: 'unheard of' }] } };
    expect(read('charge.refunded', old)).toMatchObject([{ kind: 'refund', refundId }, told]);
    expect(read('charge.refunded', { ...charge, payment_intent: null })).toMatchObject([
      { paymentReferences: ['ch_1'] },
    ]);
  });

  it('about anything else says nothing', () => {
    expect(read('payment_intent.succeeded', { object: 'payment_intent', id: 'pi_1' })).toEqual([]);
    expect(read('refund.updated', { object: 'unheard of' })).toEqual([]);
  });
});

describe('a message is not genuine', () => {
  const body = event('refund.updated', refund());
  const good = signatureOf(body, secret, now);
  const verify = (raw: string, header: string, by = secret, when = now) =>
    verifyStripeEvent(bytes(raw), header, by, when);

  it('unless it is signed with our secret', () => {
    expect(verify(body, good)).toHaveLength(1);
    expect(verify(body, signatureOf(body, 'whsec_other', now))).toBeNull();
    expect(verify(body, good, 'whsec_other')).toBeNull();
    expect(verify(body, good.replace(/v1=../, 'v1=00'))).toBeNull();
    for (const header of ['', 'v1=', 't=x,v1=00', good.replace('v1', 'v0'), good.replace(/^t=\d+,/, '')]) {
      expect(verify(body, header), header).toBeNull();
    }
  });

  it('when its body was changed, be it by a blank', () => {
    expect(verify(body.replace('succeeded', 'failed'), good)).toBeNull();
    expect(verify(`${body} `, good)).toBeNull();
    expect(verify('', good)).toBeNull();
  });

  it('when it is older than five minutes, or says so of itself', () => {
    const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
    expect(verify(body, good, secret, later(300))).toHaveLength(1);
    expect(verify(body, good, secret, later(301))).toBeNull();
    expect(verify(body, good.replace(/^t=\d+/, `t=${created + 900}`))).toBeNull();
  });

  it('but while a secret is being changed, one of two signatures is enough', () => {
    const other = signatureOf(body, 'whsec_other', now).split(',')[1];
    expect(verify(body, `${good},${other}`)).toHaveLength(1);
  });
});
