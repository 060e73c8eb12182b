import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/calendar/instant.ts';
import type { ClaimDeadlineKind, ClaimState } from '../../../src/domain/claims/claim.ts';
import type { ClaimCommand } from '../../../src/domain/claims/commands.ts';
import { deadlinesOf } from '../../../src/domain/claims/deadlines.ts';
import { claimsAfter, closesAt, context, eligible, lostAt, outcome, policyOf } from './samples.ts';

const meet = (kind: ClaimDeadlineKind): ClaimCommand => ({ type: 'meet_deadline', claimId: 'claim-1', kind });
const claim = (state: ClaimState = 'eligible') => eligible({ id: 'claim-1', state });
const at = (now: string) => context({ now });
const soonAt = addDays(closesAt, -14);
const verySoonAt = addDays(closesAt, -2);
const closingIn = (closingDays: number) =>
  deadlinesOf(eligible({}, context({ policy: policyOf({ closingDays }) })));

describe('Nobody has claimed the money', () => {
  test.each(['eligible', 'opened'] as const)('of one that is %s: two reminders, and the end', (state) => {
    expect(deadlinesOf(claim(state))).toEqual([
      { kind: 'closing_soon', at: soonAt },
      { kind: 'closing_very_soon', at: verySoonAt },
      { kind: 'closing', at: closesAt },
    ]);
  });

  test('a reminder comes at its time, once', () => {
    expect(outcome([claim()], meet('closing_soon'), at('2026-06-04T22:59:59.999Z'))).toEqual([]);
    const reminded = claimsAfter([claim()], meet('closing_soon'), at(soonAt));
    expect(reminded[0]).toMatchObject({ state: 'eligible' });
    expect(reminded[0]?.steps.at(-1)).toEqual({ type: 'closing_soon', actor: 'system', at: soonAt });
    expect(outcome(reminded, meet('closing_soon'), at(soonAt))).toEqual([]);
    expect(outcome(reminded, meet('closing_very_soon'), at(verySoonAt))).toEqual(['closing_very_soon']);
  });

  test('a later one makes an earlier one pointless', () => {
    expect(outcome([claim()], meet('closing_soon'), at(verySoonAt))).toEqual([]);
    expect(outcome([claim()], meet('closing_very_soon'), at(closesAt))).toEqual([]);
  });

  test('at the closing date it expires', () => {
    expect(outcome([claim()], meet('closing'), at('2026-06-18T22:59:59.999Z'))).toEqual([]);
    expect(claimsAfter([claim('opened')], meet('closing'), at(closesAt))[0]).toMatchObject({
      state: 'expired',
    });
  });

  test('a reminder of a time before the claim was made does not come', () => {
    expect(closingIn(15).map(({ kind }) => kind)).toEqual(['closing_soon', 'closing_very_soon', 'closing']);
    expect(closingIn(14).map(({ kind }) => kind)).toEqual(['closing_very_soon', 'closing']);
    expect(closingIn(2)).toEqual([{ kind: 'closing', at: addDays(lostAt, 2) }]);
  });
});

describe('Somebody has', () => {
  test.each(['submitted', 'approved', 'reimbursed', 'denied', 'expired', 'withdrawn'] as const)(
    'and one that is %s has no deadline',
    (state) => {
      expect(deadlinesOf(claim(state))).toEqual([]);
      for (const kind of ['closing_soon', 'closing_very_soon', 'closing'] as const) {
        expect(outcome([claim(state)], meet(kind), at(closesAt))).toEqual([]);
      }
    },
  );
});

test('A deadline of a claim that does not exist does nothing', () => {
  expect(outcome([], meet('closing'), at(closesAt))).toEqual([]);
});
