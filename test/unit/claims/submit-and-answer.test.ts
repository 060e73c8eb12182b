import { describe, expect, test } from 'vitest';
import type { ClaimState } from '../../../src/domain/claims/claim.ts';
import {
  answer,
  backAgain,
  claimsAfter,
  closesAt,
  context,
  deliveredLate,
  eligible,
  lostAt,
  onTheWayBack,
  outcome,
  shippedOrder,
  submit,
} from './samples.ts';

const claim = (state: ClaimState = 'eligible', changes = {}) =>
  eligible({ id: 'claim-1', state, ...changes });
const filing = submit('claim-1');

describe('A claim is submitted', () => {
  test.each(['eligible', 'opened'] as const)('when it is %s', (state) => {
    expect(claimsAfter([claim(state)], filing)[0]).toMatchObject({ state: 'submitted', submittedAt: lostAt });
  });

  test('once: what is submitted is no news', () => {
    expect(outcome([claim('submitted')], filing)).toEqual([]);
  });

  test('with a photograph at least when it is about a damage', () => {
    const damaged = claim('opened', { kind: 'damaged' });
    expect(outcome([damaged], filing)).toEqual(['refused: photos_missing']);
    expect(outcome([damaged], filing, context({ photos: new Map([['claim-1', 1]]) }))).toEqual(['submitted']);
  });

  test('of a damage also when the parcel was delivered', () => {
    const at = context({ order: shippedOrder({}, deliveredLate), photos: new Map([['claim-1', 2]]) });
    expect(outcome([claim('opened', { kind: 'damaged' })], filing, at)).toEqual(['submitted']);
  });

  test('until the last instant before its closing date', () => {
    const before = context({ now: '2026-06-18T22:59:59.999Z' });
    expect(outcome([claim()], filing, before)).toEqual(['submitted']);
    expect(outcome([claim()], filing, context({ now: closesAt }))).toEqual(['refused: claim_closed']);
    expect(outcome([claim('expired')], filing)).toEqual(['refused: claim_closed']);
  });

  test.each([
    ['parcel_delivered', deliveredLate],
    ['parcel_returning', onTheWayBack],
    ['parcel_returning', backAgain],
  ])('not with %s, whether or not it was withdrawn for that already', (code, command) => {
    const at = context({ order: shippedOrder({}, command) });
    expect(outcome([claim()], filing, at)).toEqual([`refused: ${code}`]);
    expect(outcome([claim('withdrawn')], filing, at)).toEqual([`refused: ${code}`]);
  });

  test('not when it was withdrawn, though the parcel is away again', () => {
    expect(outcome([claim('withdrawn')], filing)).toEqual(['refused: claim_withdrawn']);
  });

  test.each(['approved', 'reimbursed', 'denied'] as const)('not when it is %s', (state) => {
    expect(outcome([claim(state)], filing)).toEqual(['refused: claim_decided']);
  });

  test('not when there is none', () => {
    expect(outcome([], filing)).toEqual(['refused: unknown_claim']);
    expect(outcome([], answer('claim-1', 'denied'))).toEqual(['refused: unknown_claim']);
  });
});

describe('An answer', () => {
  const submitted = claim('submitted');
  const told = '2026-03-30T12:00:00.000Z';
  const at = context({ now: '2026-04-01T12:00:00.000Z' });

  test('approves what was claimed, or what is told', () => {
    const whole = claimsAfter([submitted], answer('claim-1', 'approved', null, told), at)[0];
    expect(whole).toMatchObject({
      state: 'approved',
      approvedMinor: 3_750,
      decidedAt: told,
      reimbursedMinor: null,
    });
    expect(claimsAfter([submitted], answer('claim-1', 'approved', 2_000), at)[0]).toMatchObject({
      approvedMinor: 2_000,
      decidedAt: at.now,
    });
  });

  test('denies', () => {
    expect(claimsAfter([submitted], answer('claim-1', 'denied', null, told), at)[0]).toMatchObject({
      state: 'denied',
      decidedAt: told,
      approvedMinor: null,
    });
  });

  test('pays what was approved, or what is told', () => {
    const approved = claimsAfter([submitted], answer('claim-1', 'approved', 2_000, told), at);
    const paid = claimsAfter(approved, answer('claim-1', 'reimbursed'), at)[0];
    expect(paid).toMatchObject({
      state: 'reimbursed',
      approvedMinor: 2_000,
      decidedAt: told,
      reimbursedMinor: 2_000,
      reimbursedAt: at.now,
    });
    expect(claimsAfter(approved, answer('claim-1', 'reimbursed', 1_999), at)[0]).toMatchObject({
      reimbursedMinor: 1_999,
    });
  });

  test('may pay at once, which approves', () => {
    expect(claimsAfter([submitted], answer('claim-1', 'reimbursed', 3_000, told), at)[0]).toMatchObject({
      state: 'reimbursed',
      approvedMinor: 3_000,
      decidedAt: told,
      reimbursedMinor: 3_000,
      reimbursedAt: told,
    });
  });

  test.each(['approved', 'reimbursed'] as const)('of %s is never for more than was claimed', (given) => {
    expect(outcome([submitted], answer('claim-1', given, 3_751), at)).toEqual([
      'refused: amount_above_claim',
    ]);
    expect(outcome([submitted], answer('claim-1', given, 3_750), at)).toEqual([given]);
  });

  test.each(['eligible', 'opened', 'expired', 'withdrawn'] as const)(
    'does not come to one that is %s',
    (state) => {
      for (const given of ['approved', 'denied', 'reimbursed'] as const) {
        expect(outcome([claim(state)], answer('claim-1', given), at)).toEqual(['refused: not_submitted']);
      }
    },
  );

  test('told twice says nothing new; another one is refused', () => {
    const approved = claimsAfter([submitted], answer('claim-1', 'approved', 2_000), at);
    const paid = claimsAfter(approved, answer('claim-1', 'reimbursed'), at);
    const denied = claimsAfter([submitted], answer('claim-1', 'denied'), at);
    expect(outcome(approved, answer('claim-1', 'approved', 2_000), at)).toEqual([]);
    expect(outcome(approved, answer('claim-1', 'approved'), at)).toEqual([]);
    expect(outcome(paid, answer('claim-1', 'reimbursed'), at)).toEqual([]);
    expect(outcome(paid, answer('claim-1', 'reimbursed', 2_000), at)).toEqual([]);
    expect(outcome(denied, answer('claim-1', 'denied'), at)).toEqual([]);
    for (const [claims, other] of [
      [approved, answer('claim-1', 'approved', 2_001)],
      [approved, answer('claim-1', 'denied')],
      [paid, answer('claim-1', 'reimbursed', 1)],
      [paid, answer('claim-1', 'approved')],
      [paid, answer('claim-1', 'denied')],
      [denied, answer('claim-1', 'approved')],
      [denied, answer('claim-1', 'reimbursed')],
    ] as const) {
      expect(outcome(claims, other, at)).toEqual(['refused: claim_decided']);
    }
  });

  test('cannot be of the future, nor of before there was anything to claim', () => {
    const future = answer('claim-1', 'approved', null, '2026-04-01T12:06:00.000Z');
    expect(outcome([submitted], future, at)).toEqual(['refused: time_in_future']);
    const early = answer('claim-1', 'approved', null, '2026-03-20T12:00:00.000Z');
    expect(outcome([submitted], early, at)).toEqual(['refused: time_too_early']);
  });
});
