import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counts, isSettled, type Refund } from '../../../src/domain/refunds/refund.ts';
import {
  evolve,
  isPending,
  mayRepeatKey,
  type RefundReport,
  refuseWord,
  stepOf,
  stepOfWord,
} from '../../../src/domain/refunds/report.ts';
import { at, called, declined, refund, succeeded } from './samples.ts';

const report = (outcome: RefundReport['outcome'], when = at): RefundReport => ({
  outcome,
  at: when,
  providerRefundId: outcome === 'succeeded' || outcome === 'pending' ? 're_1' : null,
  code: null,
  detail: null,
});
const told = (before: Refund, ...reports: RefundReport[]): Refund =>
  reports.reduce((state, one) => {
    const step = stepOf(state, one);
    return step === null ? state : evolve(state, step);
  }, before);
const later = '2026-03-21T09:00:00.000Z';
const earlier = '2026-03-19T09:00:00.000Z';

describe('What a provider says of a refund', () => {
  test.each([
    ['that it is paid', [report('succeeded')], 'succeeded', true],
    ['that it is refused', [report('declined')], 'declined', false],
    ['nothing, and then that it is paid', [report('unknown'), report('succeeded')], 'succeeded', true],
    ['nothing, and then that it is refused', [report('unknown'), report('declined')], 'declined', false],
    [
      'that it will tell, and then that it is paid',
      [report('pending'), report('succeeded')],
      'succeeded',
      true,
    ],
    ['that it failed before it was ever paid', [report('pending'), report('failed')], 'declined', false],
    [
      'that it is paid, and then that it took it back',
      [report('succeeded'), report('failed', later)],
      'failed',
      false,
    ],
    ['that it is paid, twice', [report('succeeded'), report('succeeded', later)], 'succeeded', true],
    [
      'that it is paid, and then late that it is pending',
      [report('succeeded'), report('pending')],
      'succeeded',
      true,
    ],
  ] as const)('%s', (_, reports, state, isCounted) => {
    const end = told(called(refund()), ...reports);
    expect(end.state).toBe(state);
    expect(counts(end)).toBe(isCounted);
    expect(end.settledAt !== null).toBe(isSettled(end));
  });

  test('is told once: repeated words make no step', () => {
    const end = told(
      called(refund()),
      report('unknown'),
      report('unknown'),
      report('succeeded'),
      report('succeeded'),
    );
    expect(end.steps.map(({ type }) => type)).toEqual(['requested', 'called', 'unknown', 'succeeded']);
  });

  test('against its own final word is for a person, once, and changes no amount', () => {
    const end = told(declined(refund()), report('succeeded', later), report('succeeded', later));
    expect(end).toMatchObject({ state: 'declined', attention: 'contradicted' });
    expect(end.steps.filter(({ type }) => type === 'contradicted')).toHaveLength(1);
    expect(told(declined(refund()), report('succeeded', earlier)).attention).toBeNull();
    expect(told(succeeded(refund()), report('declined', later))).toMatchObject({
      state: 'succeeded',
      attention: 'contradicted',
    });
  });
});

test('The same key is sent within 20 hours of the first call, however often, and not after', () => {
  const first = called(called(refund(), at), '2026-03-20T20:00:00.000Z');
  expect(first.firstCalledAt).toBe(at);
  expect(mayRepeatKey(refund(), later)).toBe(true);
  expect(mayRepeatKey(first, '2026-03-21T04:59:59.999Z')).toBe(true);
  expect(mayRepeatKey(first, '2026-03-21T05:00:00.000Z')).toBe(false);
});

describe('A person', () => {
  const word = (state: Refund, outcome: RefundReport['outcome'], when = at) => {
    const step = stepOfWord(state, report(outcome, when));
    return step === null ? state : evolve(state, step);
  };
  const handed = evolve(called(refund()), { type: 'handed_to_person', at, code: 'not_in_books' });

  test('may settle what the upstream system pays, and what nobody else can: not what the provider has told', () => {
    const code = (state: Refund, when = at) => refuseWord(state, { at: when }, later)?.code ?? null;
    expect(code(called(refund()))).toBe('provider_tells');
    expect(code(succeeded(refund()))).toBe('provider_tells');
    expect(code({ ...called(refund()), provider: 'external' })).toBeNull();
    expect(handed).toMatchObject({ state: 'unknown', attention: 'unresolved' });
    expect(code(handed)).toBeNull();
    expect(code(handed, '2026-03-22T09:00:00.000Z')).toBe('time_in_future');
    expect(code(handed, earlier)).toBe('time_too_early');
    expect(word(handed, 'succeeded')).toMatchObject({ state: 'succeeded', attention: null });
  });

  test('has the last word where the provider says two things, either way', () => {
    const paidAfterAll = told(declined(refund()), report('succeeded', later));
    expect(word(paidAfterAll, 'succeeded')).toMatchObject({ state: 'succeeded', attention: null });
    expect(word(paidAfterAll, 'declined')).toMatchObject({ state: 'declined', attention: null });
    const notPaid = told(succeeded(refund()), report('declined', later));
    expect(word(notPaid, 'declined')).toMatchObject({ state: 'failed', attention: null });
    expect(word(notPaid, 'succeeded')).toMatchObject({ state: 'succeeded', attention: null });
  });
});

test('Whatever is said in whatever order, a refund that was final stays so but for being taken back', () => {
  const outcomes = fc.constantFrom('succeeded', 'pending', 'declined', 'failed', 'unknown' as const);
  const times = fc.constantFrom(earlier, at, later);
  fc.assert(
    fc.property(fc.array(fc.tuple(outcomes, times), { maxLength: 12 }), (said) => {
      let state = called(refund());
      for (const [outcome, when] of said) {
        const next = told(state, report(outcome as RefundReport['outcome'], when));
        if (isSettled(state)) {
          expect([state.state, state.state === 'succeeded' ? 'failed' : state.state]).toContain(next.state);
        }
        expect(isPending(next) && isSettled(next)).toBe(false);
        expect(next.amountMinor).toBe(state.amountMinor);
        state = next;
      }
    }),
  );
});
