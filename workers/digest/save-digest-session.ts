import type { Tx } from '../../db/client.ts';
import { markDigestTold } from '../../db/repositories/digest/digest-entries.ts';
import { saveMails } from '../../db/repositories/mail/save-mails.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { Mailing } from '../mailing.ts';
import { toDigestMail } from './digest-mail.ts';
import type { DigestSession } from './digest-session.ts';

/** Writes the mails of the channels that are to be told, and that their notices are told. */
export const saveDigestSession = async (
  tx: Tx,
  session: DigestSession,
  writing: { readonly mailing: Mailing; readonly now: Instant },
): Promise<void> => {
  const told = session.told();
  await saveMails(
    tx,
    told.flatMap((digest) => toDigestMail(digest, writing)),
  );
  await markDigestTold(
    tx,
    told.flatMap(({ entries }) => entries.map(({ id }) => id)),
  );
};
