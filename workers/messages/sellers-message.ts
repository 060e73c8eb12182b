import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { AddedMessage } from './thread-session.ts';

/** What every message has in common that the seller writes here, and not in the channel's own system. */
export const aSellersMessage = ({
  id,
  sentAt,
}: {
  readonly id: string;
  readonly sentAt: Instant;
}): Omit<AddedMessage, 'source' | 'body' | 'mailId'> => ({
  subject: null,
  externalId: null,
  buyerEmail: null,
  intent: null,
  message: {
    id,
    direction: 'outbound',
    sentAt,
    automatic: false,
    noResponseNeeded: false,
    historical: false,
    undelivered: false,
    clock: null,
  },
});
