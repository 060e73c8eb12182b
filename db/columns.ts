import { customType, uuid } from 'drizzle-orm/pg-core';
import type { Instant } from '../src/domain/calendar/instant.ts';

/** `timestamptz` as canonical UTC text; the driver makes that form (client.ts). */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
});

/** Money in minor units: `bigint`, which fits a JavaScript number up to 90 trillion units. */
export const minor = customType<{ data: number; driverData: number }>({ dataType: () => 'bigint' });

export const sellerId = () => uuid('seller_id').notNull();
