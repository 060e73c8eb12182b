import type { NewMail } from '../../db/repositories/mail/save-mails.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { CancellationRequest } from '../../src/domain/cancellations/cancellation-request.ts';
import type { Order } from '../../src/domain/orders/order.ts';

import type { ChannelVoice } from '../channel-voice.ts';
import type { Mailing } from '../mailing.ts';
import { moneyLink, toBuyer, toSeller } from '../money-letters.ts';
import { linesWithTitles } from './lines-with-titles.ts';
import { withdrawUrl } from './withdraw-url.ts';

interface AboutRequest {
  readonly sellerId: string;
  readonly order: Order;
  readonly voice: ChannelVoice;
  readonly request: CancellationRequest;
}

const matterOf = ({ sellerId, order, voice, request }: AboutRequest) => ({
  sellerId,
  order,
  voice,
  thingId: request.id,
});

/** A new request: the buyer hears that it has come, the seller that it needs an answer, whatever notices they want. */
export const toRequestedMails = (about: AboutRequest, now: Instant, mailing: Mailing): NewMail[] => {
  const matter = matterOf(about);
  const { order, voice, request } = about;
  const lines = request.lines === null ? null : linesWithTitles(order, request.lines);
  const decideUrl = voice.actionLinks
    ? moneyLink(matter, { action: 'decide_cancellation', from: now }, mailing)
    : null;
  const { reason } = request;
  return [
    ...toBuyer(matter, { mark: 'v1', mail: { kind: 'cancellation_request_received', lines } }, mailing),
    ...toSeller(
      matter,
      { mark: 'v1', mail: { kind: 'cancellation_requested', reason, lines, decideUrl } },
      mailing,
    ),
  ];
};

/** The seller refused it, or it came to nothing: the buyer hears what is left to do. */
export const toRefusedMails = (about: AboutRequest, mailing: Mailing): NewMail[] => {
  const { state, message } = about.request;
  const why = state === 'lapsed' ? 'lapsed' : 'refused';
  const mail = {
    kind: 'cancellation_request_refused',
    why,
    message,
    withdrawUrl: withdrawUrl(mailing),
  } as const;
  return toBuyer(matterOf(about), { mark: why, mail }, mailing);
};
