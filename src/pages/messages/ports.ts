import type { FullMessage, FullThread } from '../../../db/repositories/messages-read/full-message.ts';
import type { JobState } from '../../../db/schema/job.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { Language } from '../../domain/languages.ts';
import type { ActOutcome } from '../links/act-once.ts';

/** What a link's form asks for, validated: the name and the content of a job of the queue `messages`. */
export type MessageAct =
  | { readonly name: 'reply'; readonly reply: { readonly body: string; readonly noResponseNeeded: boolean } }
  | { readonly name: 'no-response-needed' }
  /** A buyer's own words. */
  | { readonly name: 'record'; readonly body: string };

export interface Conversation {
  readonly thread: FullThread;
  /** The one that the link is about; a long conversation may have left it behind among its earlier ones. */
  readonly message: FullMessage;
}

export interface MessageSubmission {
  readonly sellerId: string;
  readonly conversation: Conversation;
  /** `linkKeyOf` the token: what makes it act once. */
  readonly linkKey: string;
  readonly act: MessageAct;
  /** Aborted when nobody waits for the answer any more. */
  readonly gone: AbortSignal;
}

/** The job that a link has made. */
export interface MessageLinkUse {
  /** Null: it is so old that it was removed. */
  readonly name: MessageAct['name'] | null;
  readonly state: JobState;
  /** The message that it made; null: none, or not yet. */
  readonly madeId: string | null;
  readonly finishedAt: Instant | null;
}

/** Whose link it is. */
export type Side = 'seller' | 'buyer';

/** Who reads a page, and by whose clock. */
export interface Reader {
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
  /** As buyers know the sender; null: none is set. */
  readonly shopName: string | null;
}

/** All that the pages about messages need from outside. */
export interface MessagePagePorts {
  /** The conversation of a message, with at most its last 200; null: this seller has no such message. */
  findConversation(sellerId: string, messageId: string): Promise<Conversation | null>;
  getReader(sellerId: string, side: Side, thread: Pick<FullThread, 'channel' | 'orderId'>): Promise<Reader>;
  /** Null: the link has not been used, or what it asked for was refused. */
  findLinkUse(sellerId: string, linkKey: string): Promise<MessageLinkUse | null>;
  /** Commits the act and waits some seconds for its end. */
  act(submission: MessageSubmission): Promise<ActOutcome>;
}
