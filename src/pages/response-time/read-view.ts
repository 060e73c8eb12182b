import type { Database } from '../../../db/client.ts';
import { listAwaiting } from '../../../db/repositories/messages-read/list-awaiting.ts';
import { listMessageChannels } from '../../../db/repositories/messages-read/list-message-channels.ts';
import { listMessageSellers } from '../../../db/repositories/messages-read/list-message-sellers.ts';
import { readFigures } from '../../../db/repositories/messages-read/read-figures.ts';
import { findCentreZone } from '../../../db/repositories/settings/read-centre-zones.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { Language } from '../../domain/languages.ts';
import { readAsked } from './asked.ts';
import { mostListed } from './awaiting-list.ts';
import type { ResponseTimeView } from './view.ts';

export interface Request {
  readonly query: Readonly<Record<string, unknown>>;
  readonly language: Language;
  readonly now: Instant;
}

/** All that the page shows, of the seller and the channel that the address names, or else of the defaults. */
export const readView = async (
  database: Database,
  { query, language, now }: Request,
): Promise<ResponseTimeView> => {
  const { asked, misread } = readAsked(query);
  const asOf = asked.asOf ?? now;
  const sellers = await listMessageSellers(database.system);
  const named = sellers.find(({ id }) => id === asked.sellerId);
  const seller = named ?? sellers.find(({ hasMessages }) => hasMessages) ?? sellers[0];
  const head = { asked: { ...asked, sellerId: seller?.id ?? null }, asOf, language, sellers };
  if (seller === undefined) return { ...head, misread, content: null };

  const [channels, zone] = await Promise.all([
    listMessageChannels(database, seller.id, asOf),
    findCentreZone(database, seller.id),
  ]);
  const channel = channels.find((one) => one.channel === asked.channel)?.channel ?? null;
  const [figures, awaiting] = await Promise.all([
    readFigures(database, seller.id, { channel, asOf }),
    listAwaiting(database, seller.id, { channel, asOf, limit: mostListed }),
  ]);
  return {
    ...head,
    asked: { ...head.asked, channel },
    misread: [
      ...misread,
      ...(asked.sellerId !== null && named === undefined ? (['seller'] as const) : []),
      ...(asked.channel !== null && channel === null ? (['channel'] as const) : []),
    ],
    content: { seller, channels, zone, figures, awaiting },
  };
};
