import { type Claim, type ClaimPolicy, defaultClaimPolicy } from '../../../src/domain/claims/claim.ts';
import type { ClaimCommand, ClaimContext, ClaimsOfOrder } from '../../../src/domain/claims/commands.ts';
import { decide } from '../../../src/domain/claims/decide.ts';
import { claimIdOf } from '../../../src/domain/claims/events.ts';
import { evolve } from '../../../src/domain/claims/evolve.ts';
import type { OrderCommand } from '../../../src/domain/orders/commands.ts';
import type { Order, OrderDraft } from '../../../src/domain/orders/order.ts';
import type { Condition, Return } from '../../../src/domain/returns/return.ts';
import { orderAfter, place, scan, scans, ship } from '../orders/samples.ts';
import {
  authorize,
  receive,
  request,
  returnAfter,
  context as returnContext,
  returnLine,
} from '../returns/samples.ts';

/** Promised by Friday 13 March in Lyon: the Friday after it ends there at 23:00 UTC. */
export const lostAt = '2026-03-20T23:00:00.000Z';
export const beforeLost = '2026-03-20T22:59:59.999Z';
/** 90 days of 24 hours later. */
export const closesAt = '2026-06-18T23:00:00.000Z';

/** Two of line a and one of line b at 12.50 in one parcel that no scan was heard of. */
export const shippedOrder = (changes: Partial<OrderDraft> = {}, ...more: readonly OrderCommand[]): Order =>
  orderAfter([place(changes), ship(), ...more]);

export const deliveredLate = scans('parcel-1', scan('delivered', '2026-03-21T10:00:00.000Z'));
export const onTheWayBack = scans('parcel-1', scan('returning', '2026-03-21T10:00:00.000Z'));
export const backAgain = scans('parcel-1', scan('returned_to_sender', '2026-03-22T10:00:00.000Z'));

/** A return of the order's first line of which units came back in this state. */
export const returnOf = (
  order: Order,
  condition: Condition,
  quantity = 1,
  lineId = 'a',
  receivedAt = '2026-03-25T09:00:00.000Z',
): Return => {
  const at = returnContext({ order, now: receivedAt });
  return returnAfter(
    [
      request({ lines: [returnLine(lineId, quantity)] }),
      authorize(),
      { ...receive({ lineId, quantity, condition }), receivedAt } as Parameters<
        typeof returnAfter
      >[0][number],
    ],
    at,
  );
};

export const policyOf = (changes: Partial<ClaimPolicy> = {}): ClaimPolicy => ({
  ...defaultClaimPolicy,
  ...changes,
});

let made = 0;
export const context = (changes: Partial<ClaimContext> = {}): ClaimContext => {
  const { order = shippedOrder() } = changes;
  return {
    now: lostAt,
    order,
    returns: [],
    policy: policyOf(),
    newIds: new Map(
      order.shipments.map(({ id }) => {
        made += 1;
        return [id, `claim-of-${id}-${made}`];
      }),
    ),
    turnedBack: new Set(),
    photos: new Map(),
    ...changes,
  };
};

export const detectLost = (shipmentId = 'parcel-1'): ClaimCommand => ({ type: 'detect_lost', shipmentId });
export const detectDamaged: ClaimCommand = { type: 'detect_damaged', returnId: 'return-1' };
export const reconsider: ClaimCommand = { type: 'reconsider' };

type Open = Extract<ClaimCommand, { type: 'open' }>;
type Answer = Extract<ClaimCommand, { type: 'record_answer' }>;

export const open = (kind: Open['kind'], lines: Open['lines'] = null, claimId = 'by-hand'): Open => ({
  type: 'open',
  claimId,
  kind,
  lines,
});

export const submit = (claimId: string): ClaimCommand => ({ type: 'submit', claimId });

export const answer = (
  claimId: string,
  outcome: Answer['outcome'],
  amountMinor: number | null = null,
  at: string | null = null,
): Answer => ({ type: 'record_answer', claimId, outcome, amountMinor, at });

/** The types of the events that a command gives, or `refused: <code>`. */
export const outcome = (claims: ClaimsOfOrder, command: ClaimCommand, at = context()): string[] => {
  const decision = decide(claims, command, at);
  return decision.ok ? decision.value.map(({ type }) => type) : [`refused: ${decision.refusal.code}`];
};

/** The claims after a command that may not be refused. */
export const claimsAfter = (claims: ClaimsOfOrder, command: ClaimCommand, at = context()): ClaimsOfOrder => {
  const decision = decide(claims, command, at);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value.reduce<ClaimsOfOrder>(evolve, claims);
};

/** The claim that a command makes or changes. */
export const one = (claims: ClaimsOfOrder, command: ClaimCommand, at = context()): Claim => {
  const decision = decide(claims, command, at);
  if (!decision.ok) throw new Error(decision.refusal.code);
  const [event] = decision.value;
  const id = event === undefined ? null : claimIdOf(event);
  const claim = decision.value.reduce<ClaimsOfOrder>(evolve, claims).find((claim) => claim.id === id);
  if (claim === undefined) throw new Error('no claim');
  return claim;
};

/** A claim for the lost parcel, as it was found. */
export const eligible = (changes: Partial<Claim> = {}, at = context()): Claim => ({
  ...one([], detectLost(), at),
  ...changes,
});
