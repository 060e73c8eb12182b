import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReturnCommand } from '../../../src/domain/returns/commands.ts';
import { decide } from '../../../src/domain/returns/decide.ts';
import { evolve } from '../../../src/domain/returns/evolve.ts';
import { closureReasons, returnReasons } from '../../../src/domain/returns/reasons.ts';
import { conditions, mismatchOutcomes, type Return, requesters } from '../../../src/domain/returns/return.ts';
import { generateRma, rmaRandomBytes } from '../../../src/domain/returns/rma.ts';
import { shippedUnits } from '../../../src/domain/returns/units.ts';
import { frozen } from '../orders/samples.ts';
import {
  authorize,
  close,
  context,
  deliveredOrder,
  policy,
  receive,
  request,
  returnLine,
} from './samples.ts';

const order = frozen(deliveredOrder());
const ids = ['r1', 'r2', 'r3'] as const;
const lineId = fc.constantFrom('a', 'b');
const quantity = fc.integer({ min: 1, max: 3 });

const lines = fc
  .uniqueArray(fc.record({ id: lineId, quantity, reason: fc.constantFrom(...returnReasons) }), {
    selector: ({ id }) => id,
    minLength: 1,
  })
  .map((all) => all.map((one) => returnLine(one.id, one.quantity, { reason: one.reason })));

const command: fc.Arbitrary<ReturnCommand> = fc.oneof(
  fc.record({ lines, requestedBy: fc.constantFrom(...requesters) }).map((changes) => request(changes)),
  fc.constant(authorize()),
  fc.constantFrom(...closureReasons).map((reason) => close(reason)),
  fc.constant({ type: 'cancel', at: null } as const),
  fc.constant({ type: 'reply', message: 'Bonjour', messageId: 'm-1' } as const),
  fc.constant({ type: 'escalate', at: null } as const),
  fc.constant({ type: 'dispatch', at: null, proof: null } as const),
  fc.record({ lineId, quantity, condition: fc.constantFrom(...conditions) }).map((found) => receive(found)),
  fc
    .constantFrom(...mismatchOutcomes)
    .map((outcome) => ({ type: 'decide_mismatch', mismatchId: 'mismatch-1', outcome }) as const),
  fc.constant({ type: 'complete' } as const),
  fc
    .constantFrom('response_warning' as const, 'response_breach' as const)
    .map((notice) => ({ type: 'raise_notice', notice }) as const),
);

const step = fc.tuple(fc.constantFrom(...ids), command, fc.constantFrom('off' as const, 'all' as const));

/** Runs commands over the returns of one order, as a session does; hears of each move. */
const play = (
  steps: readonly [string, ReturnCommand, 'off' | 'all'][],
  onMove: (before: Return | null, after: Return) => void = () => {},
): Map<string, Return> => {
  const returns = new Map<string, Return>();
  for (const [id, given, autoAuthorize] of steps) {
    const before = returns.get(id) ?? null;
    const others = [...returns.values()].filter((one) => one.id !== id);
    const asked = given.type === 'request' ? { ...given, returnId: id } : given;
    const at = context({ order, others, policy: policy({ autoAuthorize }), freshRma: `RMA${id}` });
    const decision = decide(before, frozen(asked), frozen(at));
    if (!decision.ok) continue;
    const after = decision.value.reduce<Return | null>(
      (state, event) => evolve(frozen(state), frozen(event)),
      before,
    );
    if (after === null) throw new Error('no return');
    onMove(before, after);
    returns.set(id, after);
  }
  return returns;
};

const unitsOf = (returns: Iterable<Return>, line: string): number =>
  [...returns]
    .filter(({ state, authorization }) => authorization !== null && state !== 'closed')
    .flatMap((one) => one.lines)
    .filter((one) => one.lineId === line)
    .reduce((sum, one) => sum + one.quantity, 0);

describe('Whatever happens to the returns of an order', () => {
  test('never are more units authorised than were shipped', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const returns = play(steps);
        for (const [line, shipped] of shippedUnits(order)) {
          expect(unitsOf(returns.values(), line)).toBeLessThanOrEqual(shipped);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('never are more units of a line received than were authorised', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        for (const { lines: authorized, received } of play(steps).values()) {
          for (const line of authorized) {
            const units = received.filter((one) => one.lineId === line.lineId);
            expect(units.reduce((sum, one) => sum + one.quantity, 0)).toBeLessThanOrEqual(line.quantity);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('closed and completed are final, and states only move forward', () => {
    const rank = { requested: 0, authorized: 1, received: 2, completed: 3, closed: 3 } as const;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        play(steps, (before, after) => {
          if (before === null) return;
          expect(rank[after.state]).toBeGreaterThanOrEqual(rank[before.state]);
          if (rank[before.state] === 3) expect(after.state).toBe(before.state);
          expect(after.clock === null || after.state === 'requested' || after.clock.stoppedAt !== null).toBe(
            true,
          );
        });
      }),
      { numRuns: 500 },
    );
  });
});

test('A generated RMA has ten characters, none of which is mistaken for another', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: rmaRandomBytes, maxLength: rmaRandomBytes }), (bytes) => {
      fc.pre(bytes.filter((byte) => byte < 248).length >= 10);
      expect(generateRma(bytes)).toMatch(/^[2-9A-HJKMNP-Z]{10}$/);
    }),
  );
});
