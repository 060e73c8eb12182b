import type { Database } from '../../../../db/client.ts';
import type { FullThread } from '../../../../db/repositories/messages-read/full-message.ts';
import { findOrder } from '../../../../db/repositories/orders-read/find-order.ts';
import { readCentreZones } from '../../../../db/repositories/settings/read-centre-zones.ts';
import { readLatestSettings } from '../../../../db/repositories/settings/read-latest-settings.ts';
import { zoneOf } from '../../../domain/calendar/zones.ts';
import { defaultLanguageOf } from '../../../domain/channels.ts';
import type { Language } from '../../../domain/languages.ts';
import type { Reader, Side } from '../ports.ts';

/** What the API stored, which has validated it. */
interface StoredChannel {
  readonly language?: Language;
  readonly senderName?: string | null;
  readonly businessHours?: { readonly timeZone?: string } | null;
}

/** A seller reads in the channel's language and the shop's time; a buyer as the order says, where it is known. */
export const getReader = async (
  database: Database,
  sellerId: string,
  side: Side,
  thread: Pick<FullThread, 'channel' | 'orderId'>,
): Promise<Reader> => {
  const seller = await getSeller(database, sellerId, thread.channel);
  if (side === 'seller' || thread.orderId === null) return seller;
  const order = await findOrder(database, sellerId, thread.orderId);
  if (order === null) return seller;
  const { language, shipTo } = order.head;
  const timeZone = shipTo === null ? seller.timeZone : zoneOf(shipTo.country, shipTo.postalCode);
  return { ...seller, language, timeZone };
};

/** The shop's clock is that of its business hours, else of its first fulfilment centre. */
const getSeller = async (database: Database, sellerId: string, channel: string): Promise<Reader> => {
  const [[stored], zoneOfCentre] = await database.asSellers([sellerId], (tx) =>
    Promise.all([
      readLatestSettings(tx, [{ sellerId, kind: 'channel', key: channel }]),
      readCentreZones(tx, [sellerId]),
    ]),
  );
  const { language, senderName = null, businessHours } = (stored?.value ?? {}) as StoredChannel;
  return {
    language: language ?? defaultLanguageOf(channel),
    timeZone: businessHours?.timeZone ?? zoneOfCentre(sellerId),
    shopName: senderName,
  };
};
