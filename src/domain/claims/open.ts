import type { Instant } from '../calendar/instant.ts';
import type { ParcelLine, Shipment } from '../orders/order.ts';
import { accept, type Outcome, type Refusal, refuse } from '../outcome.ts';
import { minus, sumByLine } from '../refunds/units.ts';
import { priceUnits } from './amounts.ts';
import type { Claim } from './claim.ts';
import type { ClaimContext, ClaimDecision, ClaimsOfOrder, OpenClaim } from './commands.ts';
import { damageKnownAt } from './damage.ts';
import { missedLongSinceAt, whereaboutsOf } from './lost.ts';
import { closingOf, makeClaim } from './make-claim.ts';
import { holdsUnits, isWithin, parcelsByAge, toParcelLines, unitsBeside, unitsOfClaims } from './units.ts';

/**
 * The seller claims by hand. A claim is about one parcel: the first one to leave of which the units can be claimed.
 * What was found by itself is taken up; else there is a new claim.
 */
export const decideOpen = (
  claims: ClaimsOfOrder,
  command: OpenClaim,
  context: ClaimContext,
): ClaimDecision => {
  const { order } = context;
  if (claims.some(({ id }) => id === command.claimId)) {
    return refuse('claim_exists', `The claim ${command.claimId} exists already.`);
  }
  if (order.purpose === 'removal') {
    return refuse('removal_order', 'Stock that is taken out of a fulfilment centre is not claimed.');
  }
  const refusal = refuseLines(command.lines, context);
  if (refusal !== null) return { ok: false, refusal };
  const parcels = parcelsByAge(order).filter(
    ({ lines }) => command.lines === null || isWithin(command.lines, sumByLine(lines)),
  );
  const outcomes = parcels.map((parcel) => openParcel(claims, { command, parcel }, context));
  // Of several refusals the one about the parcel that left last: what the others wait for is over.
  return (
    outcomes.find(({ ok }) => ok) ??
    outcomes.at(-1) ??
    refuse('units_in_several_parcels', 'A claim is about one parcel, and no parcel holds all of this.')
  );
};

/** Why these lines cannot be claimed of any parcel; null: perhaps of one. */
const refuseLines = (lines: OpenClaim['lines'], { order }: ClaimContext): Refusal | null => {
  const shipped = sumByLine(order.shipments.flatMap((parcel) => parcel.lines));
  if (shipped.size === 0) return { code: 'not_shipped', detail: 'Nothing of the order has left yet.' };
  const named = new Set<string>();
  for (const { lineId, quantity } of lines ?? []) {
    const left = shipped.get(lineId) ?? 0;
    if (!order.lines.some((line) => line.lineId === lineId)) {
      return { code: 'unknown_line', detail: `The order has no line ${lineId}.` };
    }
    if (named.has(lineId)) return { code: 'line_duplicate', detail: `Line ${lineId} is named twice.` };
    if (left === 0) return { code: 'not_shipped', detail: `Nothing of line ${lineId} has left yet.` };
    if (quantity > left) {
      return {
        code: 'quantity_above_shipped',
        detail: `Line ${lineId}: ${quantity} claimed, ${left} shipped.`,
      };
    }
    named.add(lineId);
  }
  return null;
};

interface Asked {
  readonly command: OpenClaim;
  readonly parcel: Shipment;
}

/** Since when a parcel can be claimed, or why it cannot. */
const eligibleSince = ({ command, parcel }: Asked, context: ClaimContext): Outcome<Instant> => {
  const { order, returns, now } = context;
  if (command.kind === 'damaged') {
    const knownAt = damageKnownAt(parcel, returns);
    return knownAt === null
      ? refuse('not_damaged_yet', 'The parcel has not arrived, and nobody has seen a damage of it.')
      : accept(knownAt);
  }
  const found = refuseFound(parcel);
  if (found !== null) return { ok: false, refusal: found };
  if (context.turnedBack.has(parcel.id)) {
    return refuse('parcel_returning', 'The parcel was on its way back to its sender.');
  }
  const lostAt = missedLongSinceAt(order, parcel);
  if (lostAt === null) return refuse('not_lost_yet', 'No delivery date was promised for the parcel.');
  return now < lostAt
    ? refuse('not_lost_yet', `The parcel counts as lost from ${lostAt} if it has not arrived by then.`)
    : accept(lostAt);
};

/** Why a parcel is not lost, by its scans; null: it may be. */
export const refuseFound = (parcel: Shipment): Refusal | null => {
  const where = whereaboutsOf(parcel);
  switch (where) {
    case 'with_buyer':
      return {
        code: 'parcel_delivered',
        detail: `The carrier delivered the parcel at ${parcel.deliveredAt}.`,
      };
    case 'coming_back':
      return {
        code: 'parcel_returning',
        detail: 'The parcel is on its way back to its sender, or is there.',
      };
    case 'on_its_way':
      return null;
    default:
      return where satisfies never;
  }
};

const closed = (): ClaimDecision =>
  refuse('claim_closed', 'The closing date has passed: this can no longer be claimed.');

const openParcel = (claims: ClaimsOfOrder, asked: Asked, context: ClaimContext): ClaimDecision => {
  const { command, parcel } = asked;
  const { order, now } = context;
  const since = eligibleSince(asked, context);
  if (!since.ok) return since;
  const found = claims.find((claim) => isFoundFor(claim, asked));
  if (found !== undefined) {
    return now < found.closesAt
      ? accept([{ type: 'opened', claimId: found.id, actor: 'seller', at: now }])
      : closed();
  }
  const open = claims.filter((claim) => claim.shipmentId === parcel.id && claim.kind === command.kind);
  // Asked once more without naming lines, it is the same that is asked for.
  if (command.lines === null && open.some(holdsUnits)) return refuseTaken(claims, { units: [], parcel });
  const free = minus(unitsBeside(parcel, claims.filter(holdsUnits)), undamagedUnits(asked, context));
  const units = command.lines ?? toParcelLines(order, free);
  if (units.length === 0 || !isWithin(units, free)) return refuseTaken(claims, { units, parcel });
  if (now >= closingOf(since.value, context)) return closed();
  const { policy } = context;
  const priced = priceUnits({ order, claims }, units, policy);
  // Asked for by name, a line is not left out; else the others can be claimed without it.
  if (priced.withoutCost.length > 0 && (command.lines !== null || priced.lines.length === 0)) {
    return refuse('unit_cost_missing', `Line ${priced.withoutCost[0]} has no unit cost to claim.`);
  }
  if (priced.amountMinor === 0) return refuse('nothing_to_claim', 'There is nothing to get for these units.');
  const { claimId: id, kind } = command;
  const given = { id, kind, shipmentId: parcel.id, returnId: null, priced, eligibleAt: since.value };
  return accept([{ type: 'made', claim: makeClaim(context, { ...given, by: 'seller' }) }]);
};

/** Units that came back in good order, or that the buyer has damaged: the carrier owes nothing for those. */
const undamagedUnits = ({ command: { kind } }: Asked, { returns }: ClaimContext): Map<string, number> =>
  kind === 'lost'
    ? new Map()
    : sumByLine(
        returns
          .flatMap(({ received }) => received)
          .filter(({ condition }) => condition === 'sellable' || condition === 'customer_damaged'),
      );

/** What was found by itself and is about all that is asked for. */
const isFoundFor = (claim: Claim, { command: { kind, lines }, parcel }: Asked): boolean =>
  claim.state === 'eligible' &&
  claim.kind === kind &&
  claim.shipmentId === parcel.id &&
  (lines === null || isWithin(lines, unitsOfClaims([claim])));

/** Others hold these units: a claim that is under way or paid, or one whose time is over. */
const refuseTaken = (
  claims: ClaimsOfOrder,
  { units, parcel }: { readonly units: readonly ParcelLine[]; readonly parcel: Shipment },
): ClaimDecision => {
  const holders = claims.filter(
    (claim) =>
      holdsUnits(claim) &&
      claim.shipmentId === parcel.id &&
      (units.length === 0 || units.some(({ lineId }) => unitsOfClaims([claim]).has(lineId))),
  );
  if (holders.length > 0 && holders.every(({ state }) => state === 'expired')) return closed();
  const named = holders.map(({ id }) => id).join(', ');
  return refuse('units_claimed', `These units are claimed already: ${named}.`);
};
