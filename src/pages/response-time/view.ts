import type { AwaitingMessage } from '../../../db/repositories/messages-read/list-awaiting.ts';
import type { MessageChannel } from '../../../db/repositories/messages-read/list-message-channels.ts';
import type { MessageSeller } from '../../../db/repositories/messages-read/list-message-sellers.ts';
import type { ResponseFigures } from '../../../db/repositories/messages-read/read-figures.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { Language } from '../../domain/languages.ts';
import type { Asked, Misread } from './asked.ts';

/** What the page shows, as plain data. */
export interface ResponseTimeView {
  /** With the seller and the channel that are shown, so that links to this page stay with them. */
  readonly asked: Asked;
  readonly misread: readonly Misread[];
  readonly asOf: Instant;
  readonly language: Language;
  /** By name. */
  readonly sellers: readonly MessageSeller[];
  /** Null: there is no seller at all. */
  readonly content: SellerContent | null;
}

export interface SellerContent {
  readonly seller: MessageSeller;
  readonly channels: readonly MessageChannel[];
  readonly zone: string;
  readonly figures: ResponseFigures;
  readonly awaiting: {
    readonly overdue: readonly AwaitingMessage[];
    readonly inTime: readonly AwaitingMessage[];
  };
}
