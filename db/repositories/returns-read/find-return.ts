import type { Instant } from '../../../src/domain/calendar/instant.ts';
import { zoneOf } from '../../../src/domain/calendar/zones.ts';
import type { Address, Buyer } from '../../../src/domain/orders/order.ts';
import type { ReturnEvent } from '../../../src/domain/returns/events.ts';
import type { Return } from '../../../src/domain/returns/return.ts';
import type { Database, Tx } from '../../client.ts';
import { readReturns } from '../returns/read-returns.ts';

export interface ReturnOrderLine {
  readonly lineId: string;
  readonly sku: string;
  readonly title: string;
  /** Units ordered. */
  readonly quantity: number;
}

export interface StoredDocument {
  readonly version: number;
  /** `return.pdf`, `uploaded`, …: src/labels/document-formats.ts. */
  readonly format: string;
  readonly contentType: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly createdAt: Instant;
}

/** A return with what belongs to it, for people to look at. */
export interface FullReturn {
  readonly sellerId: string;
  readonly return: Return;
  readonly order: {
    readonly currency: string;
    readonly placedAt: Instant;
    /** Null after anonymisation. */
    readonly buyer: Buyer | null;
    readonly shipTo: Address | null;
    /** Of the destination; UTC when it is not known any more. */
    readonly timeZone: string;
    readonly lines: readonly ReturnOrderLine[];
  };
  readonly history: readonly ReturnEvent[];
  readonly documents: readonly StoredDocument[];
}

interface OrderRow {
  readonly currency: string;
  readonly placedAt: Instant;
  readonly buyer: Buyer | null;
  readonly shipTo: Address | null;
}

const readOrder = async ({ sql }: Tx, orderId: string): Promise<FullReturn['order']> => {
  const [[order], lines] = await Promise.all([
    sql<OrderRow[]>`
      SELECT currency, placed_at AS "placedAt", buyer, ship_to AS "shipTo" FROM orders WHERE id = ${orderId}`,
    sql<ReturnOrderLine[]>`
      SELECT line_id AS "lineId", sku, title, quantity FROM order_line WHERE order_id = ${orderId} ORDER BY position`,
  ]);
  if (order === undefined) throw new Error('A return has no order');
  const { shipTo } = order;
  return { ...order, timeZone: shipTo === null ? 'UTC' : zoneOf(shipTo.country, shipTo.postalCode), lines };
};

const readHistory = async ({ sql }: Tx, returnId: string): Promise<ReturnEvent[]> => {
  const rows = await sql<{ event: ReturnEvent }[]>`
    SELECT event FROM return_event WHERE return_id = ${returnId} ORDER BY sequence`;
  return rows.map(({ event }) => event);
};

const readDocuments = ({ sql }: Tx, returnId: string): Promise<StoredDocument[]> =>
  sql<StoredDocument[]>`
    SELECT version, format, content_type AS "contentType", sha256, octet_length(content) AS "sizeBytes",
      created_at AS "createdAt"
    FROM return_document WHERE return_id = ${returnId} ORDER BY version, format`;

/** One return of this seller; null: it has none of that id. */
export const findReturn = (
  database: Database,
  sellerId: string,
  returnId: string,
): Promise<FullReturn | null> =>
  database.asSellers([sellerId], async (tx) => {
    const found = (await readReturns(tx, { ids: [returnId] })).get(returnId);
    if (found === undefined) return null;
    const [order, history, documents] = await Promise.all([
      readOrder(tx, found.return.orderId),
      readHistory(tx, returnId),
      readDocuments(tx, returnId),
    ]);
    return { sellerId, return: found.return, order, history, documents };
  });
