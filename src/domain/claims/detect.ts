import type { Instant } from '../calendar/instant.ts';
import type { ParcelLine, Shipment } from '../orders/order.ts';
import { accept } from '../outcome.ts';
import { minus, sumByLine } from '../refunds/units.ts';
import { priceUnits } from './amounts.ts';
import type { Claim, ClaimKind } from './claim.ts';
import type { ClaimContext, ClaimDecision, ClaimsOfOrder, DetectDamaged, DetectLost } from './commands.ts';
import { damagedUnitsOf, newestOf } from './damage.ts';
import type { ClaimEvent } from './events.ts';
import { isDetected, lostAtOf } from './lost.ts';
import { makeClaim } from './make-claim.ts';
import { parcelsByAge, toParcelLines, unitsBeside, unitsOfClaims } from './units.ts';

/**
 * Claims whose units are not found again: those that were denied too, which only a person claims once more. So
 * whoever looks twice finds nothing new.
 */
const foundBefore = (claims: ClaimsOfOrder): ClaimsOfOrder =>
  claims.filter(({ state }) => state !== 'withdrawn');

interface Found {
  readonly kind: ClaimKind;
  readonly parcel: Shipment;
  readonly returnId: string | null;
  readonly units: readonly ParcelLine[];
  readonly eligibleAt: Instant;
}

/** Null: there is nothing to get, or it would be closed at once. */
const toClaim = (
  claims: ClaimsOfOrder,
  { kind, parcel, returnId, units, eligibleAt }: Found,
  context: ClaimContext,
): Claim | null => {
  const id = context.newIds.get(parcel.id);
  if (id === undefined) throw new Error('A claim about a parcel for which there is no id');
  const priced = priceUnits({ order: context.order, claims }, units, context.policy);
  if (priced.amountMinor === 0) return null;
  const found = { id, kind, shipmentId: parcel.id, returnId, priced, eligibleAt, by: 'system' } as const;
  const claim = makeClaim(context, found);
  return context.now < claim.closesAt ? claim : null;
};

/** The units of a parcel that is lost by now and that nobody has claimed; submitted at once where the seller wants. */
export const decideDetectLost = (
  claims: ClaimsOfOrder,
  { shipmentId }: DetectLost,
  context: ClaimContext,
): ClaimDecision => {
  const { order, policy, now } = context;
  const parcel = order.shipments.find(({ id }) => id === shipmentId);
  const lostAt = parcel === undefined ? null : lostAtOf(order, parcel);
  if (parcel === undefined || lostAt === null || now < lostAt) return accept([]);
  if (context.turnedBack.has(parcel.id)) return accept([]);
  const units = toParcelLines(order, unitsBeside(parcel, foundBefore(claims)));
  const found: Found = { kind: 'lost', parcel, returnId: null, units, eligibleAt: lostAt };
  const claim = toClaim(claims, found, context);
  if (claim === null) return accept([]);
  const made: ClaimEvent = { type: 'made', claim };
  return accept(
    policy.autoFile ? [made, { type: 'submitted', claimId: claim.id, actor: 'system', at: now }] : [made],
  );
};

/** Parcels that arrived come first: what comes back was in one of them. */
const parcelsOfReturn = (context: ClaimContext): readonly Shipment[] => {
  const parcels = parcelsByAge(context.order);
  const arrived = parcels.filter(({ deliveredAt }) => deliveredAt !== null);
  return [...arrived, ...parcels.filter((parcel) => !arrived.includes(parcel))];
};

/** What the carrier damaged of a return, as far as nobody has claimed it: a claim for each parcel that it was in. */
export const decideDetectDamaged = (
  claims: ClaimsOfOrder,
  { returnId }: DetectDamaged,
  context: ClaimContext,
): ClaimDecision => {
  const { order, returns } = context;
  const state = returns.find(({ id }) => id === returnId);
  if (state === undefined || !isDetected(order)) return accept([]);
  const damaged = damagedUnitsOf(state);
  const eligibleAt = newestOf(damaged.map(({ receivedAt }) => receivedAt));
  const before = foundBefore(claims);
  let left = minus(sumByLine(damaged), unitsOfClaims(before.filter((one) => one.returnId === returnId)));
  const made: ClaimEvent[] = [];
  let known = claims;
  for (const parcel of parcelsOfReturn(context)) {
    const beside = unitsBeside(parcel, before);
    const here = new Map(
      [...left].map(([lineId, quantity]) => [lineId, Math.min(quantity, beside.get(lineId) ?? 0)]),
    );
    const units = toParcelLines(order, here);
    if (units.length === 0 || eligibleAt === null) continue;
    left = minus(left, here);
    const claim = toClaim(known, { kind: 'damaged', parcel, returnId, units, eligibleAt }, context);
    if (claim === null) continue;
    known = [...known, claim];
    made.push({ type: 'made', claim });
  }
  return accept(made);
};
