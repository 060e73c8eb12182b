import type { Tx } from '../../db/client.ts';
import { type DigestRow, insertDigestEntries } from '../../db/repositories/digest/digest-entries.ts';
import { insertJobs } from '../../db/repositories/jobs/insert-jobs.ts';
import { readCentreZones } from '../../db/repositories/settings/read-centre-zones.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import { nextLocalTime } from '../../src/domain/calendar/next-local-time.ts';
import { newId } from '../../src/platform/ids.ts';
import type { ChannelVoice } from '../channel-voice.ts';
import { followUp } from '../follow-up.ts';

export interface NewDigestEntry extends Omit<DigestRow, 'id'> {
  readonly digest: ChannelVoice['digest'];
}

/**
 * Keeps notices for the next digest. Each brings a job of its own: the first of a morning writes the mail about
 * all of them, the others find nothing left, and none can be forgotten between two mornings.
 */
export const saveDigestEntries = async (
  tx: Tx,
  entries: readonly NewDigestEntry[],
  now: Instant,
): Promise<void> => {
  if (entries.length === 0) return;
  const zoneOf = await readCentreZones(
    tx,
    entries.map(({ sellerId }) => sellerId),
  );
  await insertDigestEntries(
    tx,
    entries.map(({ digest: _, ...entry }) => ({ ...entry, id: newId() })),
  );
  await insertJobs(
    tx,
    entries.map(({ sellerId, channel, digest }) =>
      followUp('deadlines', 'send-digest', {
        sellerId,
        payload: { channel },
        refs: { channel },
        runAt: nextLocalTime(now, digest.at, digest.timeZone ?? zoneOf(sellerId)),
      }),
    ),
  );
};
