import type { TrackingCode, TrackingEvent } from '../../../src/domain/orders/order.ts';
import type { Tx } from '../../client.ts';
import { boolean } from '../../oids.ts';

/** A parcel as carriers name it. */
export interface ParcelNumber {
  readonly sellerId: string;
  readonly carrier: string;
  readonly trackingNumber: string;
}

export interface NewScan extends ParcelNumber {
  readonly id: string;
  readonly code: TrackingCode;
  readonly occurredAt: string;
  readonly location: string | null;
  readonly eventId: string | null;
  readonly historical: boolean;
}

/** One text per parcel, to find it in a map. */
export const parcelKey = ({ sellerId, carrier, trackingNumber }: ParcelNumber): string =>
  JSON.stringify([sellerId, carrier, trackingNumber]);

/** The carrier's own id tells scans apart, else what they say (DOMAIN: natural keys). */
const dedupeKey = ({ eventId, code, occurredAt }: NewScan): string =>
  eventId === null ? `${code} ${occurredAt}` : `id ${eventId}`;

const columns = (parcels: readonly ParcelNumber[]) => ({
  sellers: parcels.map(({ sellerId }) => sellerId),
  carriers: parcels.map(({ carrier }) => carrier),
  numbers: parcels.map(({ trackingNumber }) => trackingNumber),
});

/** Keeps raw scans, each once; returns the ids of those that were new. */
export const saveScans = async ({ sql }: Tx, scans: readonly NewScan[]): Promise<Set<string>> => {
  if (scans.length === 0) return new Set();
  const { sellers, carriers, numbers } = columns(scans);
  const rows = await sql<{ id: string }[]>`
    INSERT INTO tracking_event (id, seller_id, carrier, tracking_number, dedupe_key, code, occurred_at, location,
      event_id, historical)
    SELECT * FROM unnest(
      ${scans.map(({ id }) => id)}::uuid[], ${sellers}::uuid[], ${carriers}::text[], ${numbers}::text[],
      ${scans.map(dedupeKey)}::text[],
      ${scans.map(({ code }) => code)}::text[],
      ${scans.map(({ occurredAt }) => occurredAt)}::timestamptz[],
      ${scans.map(({ location }) => location)}::text[],
      ${scans.map(({ eventId }) => eventId)}::text[],
      ${sql.array(
        scans.map(({ historical }) => historical),
        boolean,
      )}
    ) AS new (id, seller_id, carrier, tracking_number, dedupe_key, code, occurred_at, location, event_id, historical)
    ORDER BY seller_id, carrier, tracking_number, dedupe_key
    ON CONFLICT DO NOTHING
    RETURNING id`;
  return new Set(rows.map(({ id }) => id));
};

/** Every scan of these parcels, by parcelKey. */
export const readScans = async (
  { sql }: Tx,
  parcels: readonly ParcelNumber[],
): Promise<Map<string, TrackingEvent[]>> => {
  if (parcels.length === 0) return new Map();
  const { sellers, carriers, numbers } = columns(parcels);
  const rows = await sql<(ParcelNumber & TrackingEvent)[]>`
    SELECT seller_id AS "sellerId", carrier, tracking_number AS "trackingNumber", code, occurred_at AS "occurredAt",
      location, event_id AS "eventId"
    FROM tracking_event
    JOIN unnest(${sellers}::uuid[], ${carriers}::text[], ${numbers}::text[]) AS asked (seller_id, carrier, tracking_number)
      USING (seller_id, carrier, tracking_number)`;
  const scans = new Map<string, TrackingEvent[]>();
  for (const { sellerId, carrier, trackingNumber, ...scan } of rows) {
    const key = parcelKey({ sellerId, carrier, trackingNumber });
    scans.set(key, [...(scans.get(key) ?? []), scan]);
  }
  return scans;
};

export interface KnownParcel extends ParcelNumber {
  readonly shipmentId: string;
  readonly orderId: string;
}

/** Which of these parcels are recorded, and of which order, by parcelKey. */
export const findParcels = async (
  { sql }: Tx,
  parcels: readonly ParcelNumber[],
): Promise<Map<string, KnownParcel>> => {
  if (parcels.length === 0) return new Map();
  const { sellers, carriers, numbers } = columns(parcels);
  const rows = await sql<KnownParcel[]>`
    SELECT seller_id AS "sellerId", carrier, tracking_number AS "trackingNumber", id AS "shipmentId",
      order_id AS "orderId"
    FROM shipment
    JOIN unnest(${sellers}::uuid[], ${carriers}::text[], ${numbers}::text[]) AS asked (seller_id, carrier, tracking_number)
      USING (seller_id, carrier, tracking_number)`;
  return new Map(rows.map((row) => [parcelKey(row), row]));
};

/** Locks parcels by name until the transaction ends, known or not, always in the same order. */
export const lockParcels = async ({ sql }: Tx, parcels: readonly ParcelNumber[]): Promise<void> => {
  if (parcels.length === 0) return;
  const { sellers, carriers, numbers } = columns(parcels);
  await sql`
    INSERT INTO parcel (seller_id, carrier, tracking_number)
    SELECT DISTINCT seller_id, carrier, tracking_number
    FROM unnest(${sellers}::uuid[], ${carriers}::text[], ${numbers}::text[]) AS named (seller_id, carrier, tracking_number)
    ORDER BY seller_id, carrier, tracking_number
    ON CONFLICT DO NOTHING`;
  await sql`
    SELECT 1 FROM parcel
    JOIN unnest(${sellers}::uuid[], ${carriers}::text[], ${numbers}::text[]) AS named (seller_id, carrier, tracking_number)
      USING (seller_id, carrier, tracking_number)
    ORDER BY seller_id, carrier, tracking_number
    FOR UPDATE OF parcel`;
};
