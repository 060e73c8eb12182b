import type { Tx } from '../../db/client.ts';
import type { NewMail } from '../../db/repositories/mail/save-mails.ts';
import { readThreadTails, type ThreadTail } from '../../db/repositories/messages/read-thread-tails.ts';
import { readCentreZones } from '../../db/repositories/settings/read-centre-zones.ts';
import { messageRefs } from '../../queues/message-refs.ts';
import { addDays, type Instant } from '../../src/domain/calendar/instant.ts';
import { counts, type Message } from '../../src/domain/response-time/message.ts';
import { messageIdFor } from '../../src/mail/addresses.ts';
import type { SellerMessageMail } from '../../src/mail/templates/messages/message-mail-kinds.ts';
import { renderMessageMail } from '../../src/mail/templates/messages/render-message-mail.ts';
import { newId } from '../../src/platform/ids.ts';
import { linkDays, linkUrl } from '../../src/platform/link-tokens.ts';
import type { NewDigestEntry } from '../digest/save-digest-entries.ts';
import { type Mailing, stopAlertsHeaders } from '../mailing.ts';
import type { ThreadWork, Told } from './thread-session.ts';

/** So much of a conversation stands above the link of a mail. */
const quotedMessages = 5;

type Answer = Extract<Told, { readonly kind: 'answer' }>;
type Notice = Exclude<Told, Answer>;

interface Writing {
  readonly mailing: Mailing;
  readonly now: Instant;
}

const isAnswer = (told: Told): told is Answer => told.kind === 'answer';

/** What a seller asked not to hear of at once: notices, and nothing that only Navette knows. */
const isAlert = ({ kind }: Notice): boolean => kind !== 'seller_message' && kind !== 'undelivered';

/** Who hears of what was decided about conversations. */
export const toThreadMails = async (
  tx: Tx,
  works: readonly ThreadWork[],
  writing: Writing,
): Promise<NewMail[]> => {
  const wanted = works.flatMap((work) =>
    work.told.filter((told) => isAnswer(told) || isMailed(work, told)).map((told) => ({ work, told })),
  );
  if (wanted.length === 0) return [];
  const [tails, zoneOf] = await Promise.all([
    readThreadTails(
      tx,
      wanted.map(({ told }) => ({
        messageId: told.messageId,
        // What a buyer is answered quotes the question alone.
        limit: isAnswer(told) ? 1 : quotedMessages,
      })),
    ),
    readCentreZones(
      tx,
      wanted.map(({ work }) => work.thread.sellerId),
    ),
  ]);
  return wanted.flatMap(({ work, told }) => {
    const letter = {
      ...writing,
      tail: tails.get(told.messageId) ?? nothingWritten,
      timeZone: work.channel.voice.digest.timeZone ?? zoneOf(work.thread.sellerId),
    };
    return isAnswer(told) ? [toAnswerMail(work, told, letter)] : toSellerMail(work, told, letter);
  });
};

const nothingWritten: ThreadTail = { messages: [], earlier: 0 };

const isMailed = ({ channel: { voice } }: ThreadWork, told: Notice): boolean =>
  voice.sellerEmail !== null && (voice.alerts === 'each' || !isAlert(told));

/** Notices of sellers who prefer one mail a day. */
export const toDigestEntries = (
  { thread, channel: { voice }, told }: ThreadWork,
  now: Instant,
): NewDigestEntry[] =>
  voice.alerts !== 'daily'
    ? []
    : told.flatMap((one) =>
        isAnswer(one) || !isAlert(one)
          ? []
          : [
              {
                sellerId: thread.sellerId,
                channel: thread.channel,
                topic: { kind: 'message', messageId: one.messageId },
                raisedAt: now,
                digest: voice.digest,
              },
            ],
      );

interface Letter extends Writing {
  readonly tail: ThreadTail;
  readonly timeZone: string;
}

const mailKinds = {
  response_warning: 'seller_warning',
  response_breach: 'seller_breach',
  seller_message: 'seller_message',
} as const;

const getMessage = ({ current }: ThreadWork, messageId: string): Message => {
  const message = current.get(messageId);
  if (message === undefined) throw new Error('A message that is told of was not loaded');
  return message;
};

type Waiting = Message & { readonly clock: NonNullable<Message['clock']> };

/** What waits for an answer again because ours did not arrive: the last one before it; null: nothing does. */
const waitingBefore = ({ current }: ThreadWork, answer: Message): Waiting | null =>
  [...current.values()]
    .filter(counts)
    .filter(({ clock, sentAt }) => clock.stoppedAt === null && sentAt <= answer.sentAt)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .at(-1) ?? null;

const keyOf = ({ sentAt, id }: Message): string => `${sentAt} ${id}`;

interface Contents {
  /** Whose page the mail links to; null: none. */
  readonly answering: string | null;
  readonly mail: (shared: Pick<SellerMessageMail, 'replyUrl' | 'thread' | 'earlier'>) => SellerMessageMail;
}

const contentsOf = (work: ThreadWork, { kind, messageId }: Notice): Contents => {
  const message = getMessage(work, messageId);
  if (kind === 'undelivered') {
    const waiting = waitingBefore(work, message);
    const answerBy = waiting?.clock.dueAt ?? null;
    return {
      answering: waiting?.id ?? null,
      mail: (shared) => ({ ...shared, kind: 'seller_undelivered', answerBy }),
    };
  }
  const { clock } = message;
  if (clock === null) throw new Error('A notice is about a message that has no clock');
  const { dueAt: answerBy, internalDueAt } = clock;
  return {
    answering: messageId,
    mail: (shared) =>
      kind === 'internal_overdue'
        ? {
            ...shared,
            kind: 'seller_internal_overdue',
            answerBy,
            internalDueAt: internalDueAt ?? answerBy,
          }
        : { ...shared, kind: mailKinds[kind], answerBy },
  };
};

const toSellerMail = (work: ThreadWork, told: Notice, letter: Letter): NewMail[] => {
  const { thread, channel } = work;
  const { mailing, now, tail, timeZone } = letter;
  const { sellerEmail, senderName, actionLinks, language } = channel.voice;
  if (sellerEmail === null) return [];
  const { sellerId } = thread;
  const { answering, mail } = contentsOf(work, told);
  const replyUrl =
    actionLinks && answering !== null
      ? linkUrl(mailing.links, {
          action: 'reply_to_message',
          sellerId,
          thingId: answering,
          expiresAt: addDays(now, linkDays),
        })
      : null;
  const content = mail({ replyUrl, thread: tail.messages, earlier: tail.earlier });
  return [
    {
      id: newId(),
      sellerId,
      messageId: messageIdFor(`message_${told.kind}`, told.messageId, mailing.mailDomain),
      recipient: sellerEmail,
      senderName,
      ...renderMessageMail(content, language, subjectOf(thread, timeZone)),
      headers: isAlert(told) ? stopAlertsHeaders(mailing, { sellerId, thingId: thread.id }) : {},
      refs: messageRefs(thread),
    },
  ];
};

const toAnswerMail = (
  { thread, channel: { voice } }: ThreadWork,
  { replyId, recipient, body, at }: Answer,
  { tail, mailing, timeZone }: Letter,
): NewMail => {
  const [question] = tail.messages;
  const link = { action: 'write_to_seller', sellerId: thread.sellerId, thingId: replyId } as const;
  const mail = {
    kind: 'buyer_answer',
    subject: question?.subject ?? null,
    body,
    question: question?.body ?? null,
    answerUrl: linkUrl(mailing.links, { ...link, expiresAt: addDays(at, linkDays) }),
  } as const;
  return {
    id: replyId,
    sellerId: thread.sellerId,
    messageId: messageIdFor('message_answer', replyId, mailing.mailDomain),
    recipient,
    senderName: voice.senderName,
    ...renderMessageMail(mail, thread.language ?? voice.language, subjectOf(thread, timeZone)),
    // What a person wrote is no automatic mail.
    headers: { 'Auto-Submitted': 'no' },
    refs: messageRefs(thread),
  };
};

const subjectOf = ({ channel, channelOrderId }: ThreadWork['thread'], timeZone: string) => ({
  orderNumber: channelOrderId,
  channel,
  timeZone,
});
