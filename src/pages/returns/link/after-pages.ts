import type { ReturnEvent } from '../../../domain/returns/events.ts';
import { closureReasonWords } from '../../../domain/returns/words.ts';
import { lastDayBefore, writtenTime } from '../../../domain/written-dates.ts';
import { type Html, html } from '../../html.ts';
import type { Page } from '../../layout.ts';
import { historyList } from '../history-list.ts';
import type { LinkUse } from '../ports.ts';
import type { Headline } from '../texts/link-texts.ts';
import { addressLines, unitList } from '../voice.ts';
import { type ActingLink, isSellers } from './link-actions.ts';
import { type LinkView, linkPage, pageHead } from './link-view.ts';

/** What was done by this link, and when. `usedBefore`: it has just been sent something else. */
export const donePage = (
  action: ActingLink,
  view: LinkView,
  { use = null, usedBefore = false }: { use?: LinkUse | null; usedBefore?: boolean } = {},
): Page => {
  const { texts } = view.voice;
  const { title, sentence } = texts.done[action];
  const event = doneEvent(action, view.full.history, use);
  return linkPage(view, {
    title,
    main: html`<section class="card">
${usedBefore && html`<p class="note first" role="alert">${texts.used}</p>`}
${pageHead(view, title, sentence)}
${facts(view, event, event?.at ?? use?.finishedAt ?? null)}
</section>${historyCard(view)}`,
  });
};

/** The link's action is not possible any more, or not yet: why, and how it came to that. */
export const obstaclePage = (view: LinkView, { title, sentence }: Headline): Page =>
  linkPage(view, {
    title,
    main: html`<section class="card">${pageHead(view, title, sentence)}</section>${
      view.action !== 'print_return_label' && historyCard(view)
    }`,
  });

/** The answer is committed, and its job is not done: still under way, or its attempts are used up. */
export const waitingPage = (view: LinkView, which: 'pending' | 'failed'): Page => {
  const { texts, language } = view.voice;
  const { title, sentence } = texts[which];
  return linkPage(
    { ...view, offers: [] },
    {
      title,
      main: html`<section class="card">${pageHead(view, title, sentence)}
<p class="actions"><a class="button" href="?lang=${language}">${texts.reload}</a></p></section>`,
    },
  );
};

const doneBy = {
  authorize_return: 'authorized',
  close_return: 'closed',
  reply_to_return: 'replied',
  cancel_return: 'closed',
  confirm_withdrawal: 'withdrawal_confirmed',
} as const satisfies Record<ActingLink, ReturnEvent['type']>;

/** The event that the link made: of several replies the one at the end of its job. */
const doneEvent = (
  action: ActingLink,
  history: readonly ReturnEvent[],
  use: LinkUse | null,
): ReturnEvent | undefined => {
  const fitting = history.filter(({ type }) => type === doneBy[action]);
  if (use === null || use.finishedAt === null) return fitting.at(-1);
  const finishedMs = Date.parse(use.finishedAt);
  const distance = ({ at }: ReturnEvent): number => Math.abs(Date.parse(at) - finishedMs);
  return fitting.toSorted((one, two) => distance(one) - distance(two))[0];
};

const facts = (view: LinkView, event: ReturnEvent | undefined, at: string | null): Html => {
  const { texts, language, zone } = view.voice;
  return html`<dl class="facts">${
    at !== null &&
    html`<dt>${texts.facts.when}</dt><dd><time datetime="${at}">${writtenTime(at, language, zone)}</time></dd>`
  }${event && factsOf(view, event)}</dl>`;
};

const factsOf = ({ voice, full }: LinkView, event: ReturnEvent): Html | null => {
  const { texts, language, zone } = voice;
  const { facts: words } = texts;
  switch (event.type) {
    case 'authorized': {
      const { rma, returnAddress } = event.authorization;
      return html`<dt>${words.rma}</dt><dd><strong>${rma}</strong></dd>${
        returnAddress !== null &&
        html`<dt>${words.returnAddress}</dt><dd>${addressLines(returnAddress, language)}</dd>`
      }`;
    }
    case 'closed': {
      const { by, reason, message } = event.closing;
      if (by === 'buyer') return null;
      return html`<dt>${words.reason}</dt><dd>${closureReasonWords[language][reason]}</dd>${
        message !== null && html`<dt>${words.message}</dt><dd class="typed">${message}</dd>`
      }`;
    }
    case 'replied':
      return html`<dt>${words.message}</dt><dd class="typed">${event.message}</dd>`;
    case 'withdrawal_confirmed': {
      const { refundDueAt, cancelledLines } = event.withdrawal;
      return html`${event.lines.length > 0 && html`<dt>${words.toSendBack}</dt><dd>${unitList(full, event.lines)}</dd>`}${
        cancelledLines.length > 0 &&
        html`<dt>${words.cancelled}</dt><dd>${unitList(full, cancelledLines)}</dd>`
      }${
        refundDueAt !== null &&
        html`<dt>${words.refundBy}</dt><dd>${lastDayBefore(refundDueAt, language, zone)}</dd>`
      }`;
    }
    default:
      return null;
  }
};

/** Reminders of the seller's time are no business of the buyer. */
const historyCard = ({ action, full, voice }: LinkView): Html => {
  const events = full.history.filter(({ type }) => isSellers(action) || type !== 'notice_raised');
  return events.length === 0
    ? html``
    : html`<section class="card"><h2>${voice.records.history}</h2>${historyList(events, voice)}</section>`;
};
