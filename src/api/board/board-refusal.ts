import type { TranslatableMessage } from '@bull-board/api/typings/app';

/** What the board answers instead of doing it: Bull Board's headline, in the reader's language, and ours. */
export class BoardRefusal extends Error {
  readonly status: number;
  readonly headline: TranslatableMessage;

  constructor(status: number, headline: TranslatableMessage, message: string) {
    super(message);
    this.name = 'BoardRefusal';
    this.status = status;
    this.headline = headline;
  }
}

export const wrongState = (message: string, state: string): BoardRefusal =>
  new BoardRefusal(409, { key: 'ERRORS.JOB_NOT_RETRIABLE', options: { state } }, message);

export const notOffered = (message: string): BoardRefusal =>
  new BoardRefusal(405, { key: 'ERRORS.FORBIDDEN' }, message);
