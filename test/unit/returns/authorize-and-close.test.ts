import { describe, expect, test } from 'vitest';
import { closureReasons } from '../../../src/domain/returns/reasons.ts';
import {
  authorize,
  close,
  context,
  outcome,
  policy,
  receive,
  request,
  returnAddress,
  returnAfter,
  returnLine,
} from './samples.ts';

const cancel = { type: 'cancel', at: null } as const;
const reply = { type: 'reply', message: 'Pouvez-vous envoyer une photo ?', messageId: 'm-1' } as const;
const complete = { type: 'complete' } as const;

describe('Authorising', () => {
  test('gives number, address and label, and stops the clock', () => {
    expect(returnAfter([request(), authorize()])).toMatchObject({
      state: 'authorized',
      authorization: { rma: 'FRESH2RMA3', documentVersion: 1, label: { kind: 'generated' }, by: 'seller' },
      clock: { stoppedAt: '2026-03-16T10:00:00.000Z' },
    });
  });

  test('takes the seller’s own number, as it is written, unless another return has it', () => {
    expect(returnAfter([request(), authorize({ rma: 'ma-RMA_7' })]).authorization?.rma).toBe('ma-RMA_7');
    const taken = context({ isRmaTaken: (rma) => rma.toUpperCase() === 'MA-RMA_7' });
    expect(outcome(returnAfter([request()]), authorize({ rma: 'ma-rma_7' }), taken)).toEqual([
      'refused: rma_taken',
    ]);
  });

  test('takes an address of its own, a saved one, or the first one saved', () => {
    const second = { ...returnAddress, id: 'second', city: 'Roubaix' };
    const at = context({ policy: policy({ returnAddresses: [returnAddress, second] }) });
    const cityOf = (choice = {}) =>
      returnAfter([request(), authorize(choice)], at).authorization?.returnAddress?.city;
    expect([
      cityOf(),
      cityOf({ returnAddressId: 'second' }),
      cityOf({ returnAddress: { ...returnAddress, city: 'Tourcoing' } }),
    ]).toEqual(['Lille', 'Roubaix', 'Tourcoing']);
    expect(outcome(returnAfter([request()]), authorize({ returnAddressId: 'third' }), at)).toEqual([
      'refused: unknown_return_address',
    ]);
    const nowhere = context({ policy: policy({ returnAddresses: [] }) });
    expect(outcome(returnAfter([request()]), authorize(), nowhere)).toEqual(['refused: no_return_address']);
  });

  test('happens once, and never after the return was closed', () => {
    expect(outcome(returnAfter([request(), authorize()]), authorize())).toEqual([
      'refused: already_authorized',
    ]);
    expect(outcome(returnAfter([request(), close()]), authorize())).toEqual(['refused: return_closed']);
  });

  test('counts units that other returns hold, until those are closed', () => {
    const other = (...more: Parameters<typeof returnAfter>[0]) =>
      returnAfter([request({ returnId: 'other', lines: [returnLine('a', 2)] }), ...more]);
    const mine = returnAfter([request()]);
    const with_ = (one: ReturnType<typeof other>) => outcome(mine, authorize(), context({ others: [one] }));
    expect(with_(other())).toEqual(['authorized']);
    expect(with_(other(authorize()))).toEqual(['refused: quantity_above_left']);
    expect(with_(other(authorize(), receive({ lineId: 'a', quantity: 2 })))).toEqual([
      'refused: quantity_above_left',
    ]);
    expect(with_(other(authorize(), close()))).toEqual(['authorized']);
  });

  test('again with another address makes the next version of the documents', () => {
    const state = returnAfter([
      request(),
      authorize(),
      {
        type: 'replace_documents',
        returnAddress: { ...returnAddress, city: 'Lens' },
        returnAddressId: null,
        label: null,
      },
    ]);
    expect(state.authorization).toMatchObject({
      documentVersion: 2,
      rma: 'FRESH2RMA3',
      returnAddress: { city: 'Lens' },
      label: { kind: 'generated' },
    });
  });

  test('again with nothing new makes no version', () => {
    const nothing = {
      type: 'replace_documents',
      returnAddress: null,
      returnAddressId: null,
      label: null,
    } as const;
    expect(outcome(returnAfter([request(), authorize()]), nothing)).toEqual([]);
  });
});

describe('Closing', () => {
  test.each(closureReasons)('is possible for %s, before and after the authorisation', (reason) => {
    expect(outcome(returnAfter([request()]), close(reason))).toEqual(['closed']);
    expect(outcome(returnAfter([request(), authorize()]), close(reason))).toEqual(['closed']);
  });

  test('is final, and comes too late once goods have arrived', () => {
    const closed = returnAfter([request(), close()]);
    expect(outcome(closed, close())).toEqual(['refused: return_closed']);
    expect(outcome(closed, receive({ lineId: 'a' }))).toEqual(['refused: return_closed']);
    expect(outcome(closed, cancel)).toEqual(['refused: return_closed']);
    const received = returnAfter([request(), authorize(), receive({ lineId: 'a' })]);
    expect(outcome(received, close())).toEqual(['refused: already_received']);
  });

  test('by the buyer is possible until the seller has authorised, also after a reply', () => {
    expect(returnAfter([request(), reply, cancel])).toMatchObject({
      state: 'closed',
      closing: { by: 'buyer', reason: 'cancelled_by_buyer' },
    });
    expect(outcome(returnAfter([request(), authorize()]), cancel)).toEqual(['refused: already_authorized']);
  });
});

describe('Times that are told with a command', () => {
  const early = '2026-03-16T09:59:59.999Z';
  const future = '2026-03-16T10:05:00.001Z';

  test.each([
    ['a cancellation', [request()], (at: string) => ({ type: 'cancel', at }) as const],
    ['a guarantee claim', [request()], (at: string) => ({ type: 'escalate', at }) as const],
    [
      'a dispatch',
      [request(), authorize()],
      (at: string) => ({ type: 'dispatch', at, proof: null }) as const,
    ],
  ])('%s: neither to come nor before the request', (_what, before, command) => {
    const state = returnAfter(before);
    expect(outcome(state, command(early))).toEqual(['refused: time_too_early']);
    expect(outcome(state, command(future))).toEqual(['refused: time_in_future']);
    expect(outcome(state, command('2026-03-16T10:05:00.000Z'))).toHaveLength(1);
  });
});

describe('The clock of a request', () => {
  const raise = (notice: 'response_warning' | 'response_breach') =>
    ({ type: 'raise_notice', notice }) as const;
  const at = (now: string) => context({ now });
  const atWarning = at('2026-03-18T02:00:00.000Z');
  const atBreach = at('2026-03-18T10:00:00.001Z');

  test('warns once and tells of the breach once, each at its time', () => {
    const open = returnAfter([request()]);
    expect(outcome(open, raise('response_warning'), at('2026-03-18T01:59:59.999Z'))).toEqual([]);
    expect(outcome(open, raise('response_warning'), atWarning)).toEqual(['notice_raised']);
    // At the very end an answer is in time.
    expect(outcome(open, raise('response_breach'), at('2026-03-18T10:00:00.000Z'))).toEqual([]);
    expect(outcome(open, raise('response_breach'), atBreach)).toEqual(['notice_raised']);
    const decided = {
      ...open,
      clock: open.clock && { ...open.clock, breachedAt: '2026-03-18T10:00:00.000Z' },
    };
    expect(outcome(decided, raise('response_breach'), atBreach)).toEqual([]);
    expect(outcome(decided, raise('response_warning'), atBreach)).toEqual([]);
  });

  test.each([
    ['a reply', reply],
    ['an authorisation', authorize()],
    ['a closure', close()],
    ['a guarantee claim', { type: 'escalate', at: null } as const],
    [
      'a message to the buyer',
      { type: 'note_answer', messageId: 'm', sentAt: '2026-03-20T00:00:00.000Z' } as const,
    ],
  ])('is stopped by %s', (_what, command) => {
    const answered = returnAfter([request(), command]);
    expect(outcome(answered, raise('response_warning'), atWarning)).toEqual([]);
    expect(outcome(answered, raise('response_breach'), atBreach)).toEqual([]);
  });
});

describe('A parcel that comes back', () => {
  const authorized = returnAfter([request({ lines: [returnLine('a', 2)] }), authorize()]);
  const afterwards = (...commands: Parameters<typeof returnAfter>[0]) =>
    returnAfter([request({ lines: [returnLine('a', 2)] }), authorize(), ...commands]);

  test('is received in part and in whole', () => {
    expect(afterwards(receive({ lineId: 'a' }))).toMatchObject({
      state: 'received',
      received: [{ quantity: 1 }],
    });
    expect(
      afterwards(receive({ sku: 'sku-a' }), receive({ lineId: 'a', condition: 'defective' })).received,
    ).toHaveLength(2);
  });

  test('with more than was authorised, or something else, goes to the seller to decide', () => {
    const state = afterwards(receive({ lineId: 'a', quantity: 3 }, { sku: 'unknown' }, { lineId: 'b' }));
    expect(state.received).toMatchObject([{ lineId: 'a', quantity: 2 }]);
    expect(state.mismatches).toMatchObject([
      { kind: 'more_than_authorized', lineId: 'a', sku: 'sku-a', quantity: 1 },
      { kind: 'unexpected_item', lineId: null, sku: 'unknown' },
      { kind: 'unexpected_item', lineId: 'b', sku: 'sku-b' },
    ]);
  });

  test('with nothing but something else is not received', () => {
    expect(afterwards(receive({ sku: 'unknown' })).state).toBe('authorized');
  });

  test('of a line that the order does not have is refused, and so is one before its authorisation', () => {
    expect(outcome(authorized, receive({ lineId: 'z' }))).toEqual(['refused: unknown_line']);
    expect(outcome(returnAfter([request()]), receive({ lineId: 'a' }))).toEqual(['refused: not_authorized']);
  });

  test('is completed once every mismatch is decided', () => {
    const decision = (outcome_: 'accept' | 'keep_open') =>
      ({ type: 'decide_mismatch', mismatchId: 'mismatch-1', outcome: outcome_ }) as const;
    const open = afterwards(receive({ lineId: 'a', quantity: 3 }));
    expect(outcome(open, complete)).toEqual(['refused: mismatches_open']);
    const kept = afterwards(receive({ lineId: 'a', quantity: 3 }), decision('keep_open'));
    expect(outcome(kept, complete)).toEqual(['refused: mismatches_open']);
    expect(outcome(kept, decision('keep_open'))).toEqual([]);
    const decided = afterwards(
      receive({ lineId: 'a', quantity: 3 }),
      decision('keep_open'),
      decision('accept'),
    );
    expect(outcome(decided, complete)).toEqual(['completed']);
    expect(outcome(decided, decision('keep_open'))).toEqual(['refused: mismatch_decided']);
    expect(outcome(authorized, complete)).toEqual(['refused: not_received']);
    const back = { type: 'decide_mismatch', mismatchId: 'mismatch-1', outcome: 'send_back' } as const;
    expect(outcome(afterwards(receive({ sku: 'unknown' }), back), complete)).toEqual(['completed']);
  });
});
