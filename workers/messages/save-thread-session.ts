import type { Tx } from '../../db/client.ts';
import { cancelJobsByKey } from '../../db/repositories/jobs/cancel-jobs.ts';
import { insertJobs, type NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import { saveMails } from '../../db/repositories/mail/save-mails.ts';
import { insertMessages, updateMessages } from '../../db/repositories/messages/save-messages.ts';
import { saveTallies } from '../../db/repositories/messages/save-tallies.ts';
import { messageRefs } from '../../queues/message-refs.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { Message } from '../../src/domain/response-time/message.ts';
import { type MessageChange, tallyChanges } from '../../src/domain/response-time/tally.ts';
import { nextNoticeAt } from '../../src/domain/response-time/thread.ts';
import { saveDigestEntries } from '../digest/save-digest-entries.ts';
import { followUp } from '../follow-up.ts';
import type { Mailing } from '../mailing.ts';
import { toDigestEntries, toThreadMails } from './thread-mails.ts';
import type { ThreadSession, ThreadWork } from './thread-session.ts';

const watchKey = (messageId: string): string => `message-clock:${messageId}`;

const watchJob = ({ thread }: ThreadWork, messageId: string, runAt: Instant): NewJob =>
  followUp('deadlines', 'watch-message', {
    sellerId: thread.sellerId,
    payload: { threadId: thread.id, messageId },
    refs: messageRefs(thread),
    runAt,
    uniqueKey: watchKey(messageId),
  });

const changesOf = ({ thread, before, current }: ThreadWork): MessageChange[] =>
  [...current].flatMap(([id, after]) => {
    const old = before.get(id) ?? null;
    return old === after ? [] : [{ sellerId: thread.sellerId, channel: thread.channel, before: old, after }];
  });

/** Clocks that began to run, or run again. One that is put off from notice to notice keeps its row. */
const watchJobs = (work: ThreadWork): NewJob[] =>
  changesOf(work).flatMap(({ before, after }) => {
    const runAt = nextNoticeAt(after);
    const watched = before !== null && nextNoticeAt(before) !== null;
    return runAt === null || watched ? [] : [watchJob(work, after.id, runAt)];
  });

/** Clocks that have nothing more to say: answered, or taken out of the figures. */
const watchesToCancel = (work: ThreadWork): string[] =>
  changesOf(work).flatMap(({ before, after }) =>
    before !== null && nextNoticeAt(before) !== null && nextNoticeAt(after) === null
      ? [watchKey(after.id)]
      : [],
  );

const updatesOf = ({ before, current }: ThreadWork): Message[] =>
  [...current].flatMap(([id, after]) => {
    const old = before.get(id);
    return old === undefined || old === after ? [] : [after];
  });

/** Writes everything that a session has decided: messages, tallies, watches, mails, lines of the digest. */
export const saveThreadSession = async (
  tx: Tx,
  session: ThreadSession,
  { mailing, now }: { readonly mailing: Mailing; readonly now: Instant },
): Promise<void> => {
  const touched = session.touched();
  if (touched.length === 0) return;
  await insertMessages(
    tx,
    touched.flatMap(({ thread, current, added }) =>
      added.map((one) => ({
        ...one,
        sellerId: thread.sellerId,
        threadId: thread.id,
        channel: thread.channel,
        message: current.get(one.message.id) ?? one.message,
      })),
    ),
  );
  // Sent together: the connection runs them one after the other, in one round trip.
  await Promise.all([
    updateMessages(tx, touched.flatMap(updatesOf)),
    cancelJobsByKey(tx, touched.flatMap(watchesToCancel)),
    insertJobs(tx, touched.flatMap(watchJobs)),
  ]);
  await saveMails(tx, await toThreadMails(tx, touched, { mailing, now }));
  await saveDigestEntries(
    tx,
    touched.flatMap((work) => toDigestEntries(work, now)),
    now,
  );
  // Last: rows that many conversations share are held as short as can be.
  await saveTallies(tx, tallyChanges(touched.flatMap(changesOf)));
};
