import type { Instant, LocalDate } from '../../../src/domain/calendar/instant.ts';
import type { Language } from '../../../src/domain/languages.ts';
import type { OrderState, TrackingCode } from '../../../src/domain/orders/order.ts';
import type { Database, Tx } from '../../client.ts';

export interface TrackedOrder {
  readonly orderNumber: string;
  readonly state: OrderState;
  readonly language: Language;
  readonly deliveredAt: Instant | null;
  /** Of the address no more than what tells the time there. */
  readonly country: string | null;
  readonly postalCode: string | null;
  /** The shop's name as its mails carry it; null: not set. */
  readonly shopName: string | null;
}

export interface TrackedWindow {
  /** Null: given for the order before anything left. */
  readonly shipmentId: string | null;
  readonly earliest: LocalDate;
  readonly latest: LocalDate;
  readonly latestAt: Instant;
}

export interface TrackedScan {
  readonly code: TrackingCode;
  readonly occurredAt: Instant;
  readonly location: string | null;
}

export interface TrackedParcel {
  readonly id: string;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly shippedAt: Instant;
  readonly status: TrackingCode | null;
  readonly deliveredAt: Instant | null;
  /** Newest first. */
  readonly scans: readonly TrackedScan[];
}

/** What the public page may know of an order: no name, no street, no price, no article. */
export interface TrackingPage {
  readonly order: TrackedOrder;
  /** In the order in which they left. */
  readonly parcels: readonly TrackedParcel[];
  /** In the order in which they were given. */
  readonly windows: readonly TrackedWindow[];
}

const readOrder = ({ sql }: Tx, id: string): Promise<TrackedOrder[]> =>
  sql<TrackedOrder[]>`
    SELECT channel_order_id AS "orderNumber", state, language, delivered_at AS "deliveredAt",
      ship_to ->> 'country' AS country, ship_to ->> 'postalCode' AS "postalCode",
      (SELECT value ->> 'senderName' FROM setting
       WHERE setting.seller_id = orders.seller_id AND kind = 'channel' AND key = orders.channel
       ORDER BY version DESC LIMIT 1) AS "shopName"
    FROM orders WHERE id = ${id}`;

const readParcels = ({ sql }: Tx, id: string): Promise<Omit<TrackedParcel, 'scans'>[]> =>
  sql<Omit<TrackedParcel, 'scans'>[]>`
    SELECT id, carrier, tracking_number AS "trackingNumber", shipped_at AS "shippedAt", status,
      delivered_at AS "deliveredAt"
    FROM shipment WHERE order_id = ${id} ORDER BY shipped_at, id`;

type ScanRow = TrackedScan & { readonly shipmentId: string };

/** The newest event time first, ties by event id: as the fold over scans sees them. */
const readScans = ({ sql }: Tx, id: string): Promise<ScanRow[]> =>
  sql<ScanRow[]>`
    SELECT shipment.id AS "shipmentId", code, occurred_at AS "occurredAt", location
    FROM shipment JOIN tracking_event USING (seller_id, carrier, tracking_number)
    WHERE order_id = ${id}
    ORDER BY occurred_at DESC, event_id COLLATE "C" DESC NULLS LAST, tracking_event.id DESC`;

const readWindows = ({ sql }: Tx, id: string): Promise<TrackedWindow[]> =>
  sql<TrackedWindow[]>`
    SELECT shipment_id AS "shipmentId", earliest, latest, latest_at AS "latestAt"
    FROM promise WHERE order_id = ${id} ORDER BY sequence`;

/** Null: this seller has no such order. One transaction, its statements in one round trip. */
export const findTrackingPage = (
  database: Database,
  { sellerId, orderId }: { sellerId: string; orderId: string },
): Promise<TrackingPage | null> =>
  database.asSellers([sellerId], async (tx) => {
    const [[order], parcels, scans, windows] = await Promise.all([
      readOrder(tx, orderId),
      readParcels(tx, orderId),
      readScans(tx, orderId),
      readWindows(tx, orderId),
    ]);
    if (order === undefined) return null;
    return {
      order,
      windows,
      parcels: parcels.map((parcel) => ({
        ...parcel,
        scans: scans
          .filter((scan) => scan.shipmentId === parcel.id)
          .map(({ shipmentId: _, ...scan }) => scan),
      })),
    };
  });
