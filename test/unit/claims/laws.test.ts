import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addHours } from '../../../src/domain/calendar/instant.ts';
import { type ClaimState, claimBases, claimKinds, claimStates } from '../../../src/domain/claims/claim.ts';
import type { ClaimCommand, ClaimsOfOrder } from '../../../src/domain/claims/commands.ts';
import { decide } from '../../../src/domain/claims/decide.ts';
import { evolve } from '../../../src/domain/claims/evolve.ts';
import { holdsUnits } from '../../../src/domain/claims/units.ts';
import type { OrderCommand } from '../../../src/domain/orders/commands.ts';
import { type Order, trackingCodes } from '../../../src/domain/orders/order.ts';
import { sumByLine } from '../../../src/domain/refunds/units.ts';
import { frozen, line, orderAfter, place, scans, ship } from '../orders/samples.ts';
import { context, lostAt, policyOf, returnOf } from './samples.ts';

/** docs/claims.md. */
const moves: Readonly<Record<ClaimState, readonly ClaimState[]>> = {
  eligible: ['opened', 'submitted', 'withdrawn', 'expired'],
  opened: ['submitted', 'withdrawn', 'expired'],
  submitted: ['approved', 'denied', 'reimbursed'],
  approved: ['reimbursed'],
  reimbursed: [],
  denied: [],
  expired: [],
  withdrawn: [],
};

const parcels = ['parcel-1', 'parcel-2', 'parcel-3'] as const;
const lines = [
  line('a', 5, { discountMinor: 7, taxMinor: 901, unitCostMinor: 700 }),
  line('b', 3, { taxMinor: 11 }),
];
const lineId = fc.constantFrom('a', 'b');
const parcel = fc.constantFrom(...parcels);

/** Shares of the lines over three parcels; the last takes what is left. */
const contents = fc.record({ a: fc.integer({ min: 1, max: 2 }), b: fc.integer({ min: 0, max: 1 }) });
const shippedIn = (shares: readonly { a: number; b: number }[]): OrderCommand[] => [
  place({ lines }),
  ...parcels.map((id, n) => {
    const share = shares[n];
    const parts =
      share === undefined ? [] : Object.entries(share).map(([of, quantity]) => ({ lineId: of, quantity }));
    const some = parts.filter(({ quantity }) => quantity > 0);
    return ship(id, share === undefined ? {} : { lines: some });
  }),
];

type Step =
  | { readonly type: 'scan'; readonly parcel: string; readonly code: (typeof trackingCodes)[number] }
  | { readonly type: 'pass'; readonly days: number }
  | { readonly type: 'return'; readonly lineId: string; readonly quantity: number }
  | { readonly type: 'claim'; readonly command: ClaimCommand; readonly nth: number };

const quantity = fc.integer({ min: 1, max: 5 });
const asked = fc.uniqueArray(fc.record({ lineId, quantity }), {
  selector: (one) => one.lineId,
  minLength: 1,
});
const amountMinor = fc.option(fc.integer({ min: 0, max: 6_000 }));

/** Claims that exist are named by their place (`nth`), for ids are made as they come. */
const command: fc.Arbitrary<ClaimCommand> = fc.oneof(
  parcel.map((shipmentId) => ({ type: 'detect_lost', shipmentId }) as const),
  fc.constant({ type: 'detect_damaged', returnId: 'return-1' } as const),
  fc.record({
    type: fc.constant('open' as const),
    claimId: fc.uuid(),
    kind: fc.constantFrom(...claimKinds),
    lines: fc.option(asked),
  }),
  fc.constant({ type: 'submit', claimId: '' } as const),
  fc.record({
    type: fc.constant('record_answer' as const),
    claimId: fc.constant(''),
    outcome: fc.constantFrom('approved' as const, 'denied' as const, 'reimbursed' as const),
    amountMinor,
    at: fc.constant(null),
  }),
  fc.constant({ type: 'reconsider' } as const),
  fc
    .constantFrom('closing_soon' as const, 'closing_very_soon' as const, 'closing' as const)
    .map((kind) => ({ type: 'meet_deadline', claimId: '', kind }) as const),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('scan' as const),
      parcel,
      code: fc.constantFrom(...trackingCodes),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('pass' as const), days: fc.constantFrom(0.5, 3, 3, 40) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('return' as const),
      lineId,
      quantity: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 12, arbitrary: fc.record({ type: fc.constant('claim' as const), command, nth: fc.nat(3) }) },
);

const named = (given: ClaimCommand, claims: ClaimsOfOrder, nth: number): ClaimCommand =>
  'claimId' in given && given.type !== 'open' ? { ...given, claimId: claims[nth]?.id ?? 'unknown' } : given;

/** Plays a history; `look` hears of the claims before and after each decision. */
const play = (
  shares: readonly { a: number; b: number }[],
  steps: readonly Step[],
  {
    basis,
    look,
  }: {
    basis: (typeof claimBases)[number];
    look: (before: ClaimsOfOrder, after: ClaimsOfOrder, order: Order) => void;
  },
): void => {
  const commands = shippedIn(shares);
  let order = orderAfter(commands);
  let now = addDays(lostAt, -2);
  let claims: ClaimsOfOrder = [];
  let returns: ReturnType<typeof returnOf>[] = [];
  for (const one of steps) {
    if (one.type === 'pass') now = addDays(now, one.days);
    if (one.type === 'return') returns = [returnOf(order, 'carrier_damaged', one.quantity, one.lineId, now)];
    if (one.type === 'scan') {
      now = addHours(now, 1);
      commands.push(scans(one.parcel, { code: one.code, occurredAt: now, eventId: null }));
      order = orderAfter(commands);
    }
    if (one.type !== 'claim') continue;
    const photos = new Map(claims.slice(0, 2).map(({ id }) => [id, 1]));
    const at = context({ order, now, returns, photos, policy: policyOf({ basis, closingDays: 20 }) });
    const decision = decide(frozen(claims), frozen(named(one.command, claims, one.nth)), at);
    if (!decision.ok) continue;
    for (const event of decision.value) {
      const after = evolve(frozen(claims), frozen(event));
      look(claims, after, order);
      claims = after;
    }
  }
};

const history = [
  fc.tuple(contents, contents),
  fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }),
  fc.constantFrom(...claimBases),
] as const;

test('Units that are claimed are never more than those of their parcel, and never cost more than they did', () => {
  fc.assert(
    fc.property(...history, (shares, steps, basis) => {
      play(shares, steps, {
        basis,
        look: (_, after, order) => {
          const held = after.filter(holdsUnits);
          for (const { id, lines: inside } of order.shipments) {
            const room = sumByLine(inside);
            const claimed = sumByLine(
              held.filter(({ shipmentId }) => shipmentId === id).flatMap((one) => one.lines),
            );
            for (const [of, units] of claimed) expect(units).toBeLessThanOrEqual(room.get(of) ?? 0);
          }
          for (const {
            lineId: of,
            quantity: ordered,
            unitPriceMinor,
            discountMinor,
            taxMinor,
            unitCostMinor,
          } of order.lines) {
            const sum = held
              .flatMap((one) => one.lines)
              .filter((one) => one.lineId === of)
              .reduce((total, one) => total + one.amountMinor, 0);
            const most =
              basis === 'unit_cost'
                ? ordered * (unitCostMinor ?? 0)
                : ordered * unitPriceMinor - discountMinor - taxMinor;
            expect(sum).toBeLessThanOrEqual(most);
          }
        },
      });
    }),
    { numRuns: 60 },
  );
});

test('States only move along the diagram, and what a claim is about never changes', () => {
  const seen = new Set<ClaimState>();
  fc.assert(
    fc.property(...history, (shares, steps, basis) => {
      play(shares, steps, {
        basis,
        look: (before, after) => {
          for (const claim of after) {
            seen.add(claim.state);
            const earlier = before.find(({ id }) => id === claim.id);
            if (earlier === undefined) {
              expect(['eligible', 'opened']).toContain(claim.state);
              continue;
            }
            if (claim.state !== earlier.state) expect(moves[earlier.state]).toContain(claim.state);
            const { lines: about, amountMinor: claimed, closesAt, kind, shipmentId } = earlier;
            expect(claim).toMatchObject({ lines: about, amountMinor: claimed, closesAt, kind, shipmentId });
            expect(claim.steps.slice(0, earlier.steps.length)).toEqual(earlier.steps);
            expect(claim.reimbursedMinor ?? 0).toBeLessThanOrEqual(claim.amountMinor);
          }
        },
      });
    }),
    // The same histories each time: whether they reach every state is no matter of luck.
    { numRuns: 150, seed: 20_260_320 },
  );
  // Fewer would say nothing about the diagram.
  expect([...seen].sort()).toEqual([...claimStates].sort());
});
