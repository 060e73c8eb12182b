import type { z } from 'zod';
import type { FullReturn } from '../../../db/repositories/returns-read/find-return.ts';
import type { JobError, JobState } from '../../../db/schema/job.ts';
import type {
  authorizeRequest,
  closeRequest,
  confirmRequest,
  replyRequest,
} from '../../../queues/schemas/return.schema.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { Language } from '../../domain/languages.ts';
import type { SavedAddress } from '../../domain/returns/policy.ts';
import type { Return } from '../../domain/returns/return.ts';
import type { ActOutcome } from '../links/act-once.ts';

/** What a link's form asks for, validated: the name and the content of a job of the queue `returns`. */
export type LinkAct =
  | { readonly name: 'authorize'; readonly authorize: z.infer<typeof authorizeRequest> }
  | { readonly name: 'close'; readonly close: z.infer<typeof closeRequest> }
  | { readonly name: 'reply'; readonly reply: z.infer<typeof replyRequest> }
  | { readonly name: 'cancel' }
  | { readonly name: 'confirm-withdrawal'; readonly confirm: Pick<z.infer<typeof confirmRequest>, 'lines'> };

export interface ActSubmission {
  readonly sellerId: string;
  readonly return: Pick<Return, 'id' | 'orderId' | 'channel' | 'channelOrderId'>;
  /** `linkKeyOf` the token: what makes it act once. */
  readonly linkKey: string;
  readonly act: LinkAct;
  /** Aborted when nobody waits for the answer any more. */
  readonly gone: AbortSignal;
}

/** The job that a link has made. */
export interface LinkUse {
  readonly jobId: string;
  readonly state: JobState;
  readonly error: JobError | null;
  readonly finishedAt: Instant | null;
}

export interface ReturnChannel {
  /** In which its seller is addressed. */
  readonly language: Language;
  /** As buyers know the sender; null: none is set. */
  readonly shopName: string | null;
  /** The first one is the default. */
  readonly returnAddresses: readonly SavedAddress[];
}

export interface PageDocument {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly filename: string;
  /** With its quotes. */
  readonly etag: string;
}

/** `return.pdf` is slip and label on A4; `uploaded` is the seller's own label. */
export type PageDocumentFormat = 'return.pdf' | 'uploaded';

export type UploadType = 'application/pdf' | 'image/png';

/** All that the pages of links need from outside. */
export interface ReturnLinkPorts {
  findReturn(sellerId: string, returnId: string): Promise<FullReturn | null>;
  getChannel(sellerId: string, channel: string): Promise<ReturnChannel>;
  /** Null: the link has not been used, or what it asked for was refused. */
  findLinkUse(sellerId: string, linkKey: string): Promise<LinkUse | null>;
  /** Commits the act and waits some seconds for its end. */
  act(submission: ActSubmission): Promise<ActOutcome>;
  /** Null: there is none. */
  findDocument(sellerId: string, returnId: string, format: PageDocumentFormat): Promise<PageDocument | null>;
  /** What the file really is; null: neither PDF nor PNG, or not one that can be printed. */
  checkUpload(bytes: Uint8Array, type: string): Promise<UploadType | null>;
}

export interface WithdrawalStatement {
  readonly orderNumber: string;
  readonly email: string;
}

export interface WithdrawPorts {
  /**
   * Where the order exists and has this address, states the withdrawal, whose link to confirm is then mailed;
   * else does nothing. Tells nobody which.
   */
  stateWithdrawal(statement: WithdrawalStatement): Promise<void>;
}

export interface RmaPorts {
  /** The returns of all sellers that have this number, whatever its case. */
  searchReturnsByRma(rma: string): Promise<readonly FullReturn[]>;
  findDocument: ReturnLinkPorts['findDocument'];
}

export interface ReturnPagePorts extends ReturnLinkPorts, WithdrawPorts, RmaPorts {}
