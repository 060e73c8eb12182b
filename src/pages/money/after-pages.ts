import type { CancellationRequest } from '../../domain/cancellations/cancellation-request.ts';
import { isOpen } from '../../domain/cancellations/requests.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../layout.ts';
import { messageTextsOf } from '../messages/texts/index.ts';
import { requestedUnits } from './cancellation/requested-units.ts';
import { withdrawLink } from './cancellation/withdraw-link.ts';
import { factList, type MoneyView, moneyPage, pageHead, timeOf, unitList, written } from './money-view.ts';
import type { Obstacle } from './obstacles.ts';
import type { ActingMatter } from './parse-act.ts';
import type { MatterOf, MoneyLinkUse } from './ports.ts';
import { refundList } from './refund/amounts.ts';

type View = MoneyView<ActingMatter>;
type Facts = readonly (readonly [label: string, value: string | Html])[];

/** What was done by this link, when, and what has come of it. `usedBefore`: it has just been sent something else. */
export const donePage = (
  view: View,
  use: MoneyLinkUse | null,
  { usedBefore = false }: { usedBefore?: boolean } = {},
): Page => {
  const { texts, common, language } = view.voice;
  const name = use?.name ?? null;
  const { title, sentence } = name === null ? messageTextsOf[language].done.unknown : texts.done[name];
  return moneyPage(view, {
    title,
    main: html`<section class="card">
${usedBefore && html`<p class="note first" role="alert">${common.used}</p>`}
${pageHead(view, title, sentence)}
${factList(factsOf(view, use))}
</section>`,
  });
};

/** The link's action is not possible any more, or not yet: why, how things stand, and what can be done instead. */
export const obstaclePage = (view: View, obstacle: Obstacle): Page => {
  const { title, sentence } = view.voice.texts.over[obstacle];
  return moneyPage(view, {
    title,
    main: html`<section class="card">${pageHead(view, title, sentence)}
${factList(factsOf(view, null))}
${obstacle === 'shipped' && html`<p class="actions">${withdrawLink(view, 'button')}</p>`}</section>`,
  });
};

/** What was sent is committed, and its job is not done: still under way, or its attempts are used up. */
export const waitingPage = (view: View, which: 'pending' | 'failed'): Page => {
  const { common, language } = view.voice;
  const { title, sentence } = common[which];
  return moneyPage(view, {
    title,
    main: html`<section class="card">${pageHead(view, title, sentence)}
<p class="actions"><a class="button" href="?lang=${language}">${common.reload}</a></p></section>`,
  });
};

/** How things stand now, whether by this link or otherwise. */
const factsOf = ({ matter, ...view }: View, use: MoneyLinkUse | null): Facts => {
  switch (matter.action) {
    case 'decide_cancellation': {
      const { request } = matter;
      return [...requestFacts({ ...view, matter }, request), ...refundFact({ ...view, matter }, use)];
    }
    case 'request_cancellation': {
      const request =
        matter.requests.find(({ id }) => id === use?.requestId) ?? matter.requests.findLast(isOpen);
      return request === undefined ? [] : requestFacts({ ...view, matter }, request);
    }
    case 'file_claim':
      return claimFacts({ ...view, matter });
    case 'refund_return':
      return returnFacts({ ...view, matter }, use);
    default:
      return matter satisfies never;
  }
};

const requestFacts = (
  { matter: { order }, voice }: MoneyView<MatterOf<'decide_cancellation' | 'request_cancellation'>>,
  { requestedAt, lines, reason, state, decidedAt, message }: CancellationRequest,
): Facts => {
  const { texts, common, returns } = voice;
  return [
    [returns.state, html`<strong>${texts.requestStates[state]}</strong>`],
    [texts.decide.requestedAt, timeOf(voice, requestedAt)],
    [texts.decide.toCancel, requestedUnits(order, lines, voice)],
    ...(reason === null ? [] : [[common.facts.reason, typed(reason)] as const]),
    ...(decidedAt === null ? [] : [[texts.facts.decidedAt, timeOf(voice, decidedAt)] as const]),
    ...(message === null ? [] : [[common.facts.message, typed(message)] as const]),
  ];
};

/** Of an accepted request: the money that goes back with it. */
const refundFact = (
  { matter, voice }: MoneyView<MatterOf<'decide_cancellation'>>,
  use: MoneyLinkUse | null,
): Facts => {
  if (use?.name !== 'cancel' || use.state !== 'done') return [];
  const { facts } = voice.texts;
  const made = matter.refunds.filter(({ id }) => use.refundIds.includes(id));
  return [[facts.refund, refundList(made, voice) ?? facts.noRefund]];
};

const returnFacts = (
  { matter, voice }: MoneyView<MatterOf<'refund_return'>>,
  use: MoneyLinkUse | null,
): Facts => {
  const { texts, common } = voice;
  const at = use?.finishedAt ?? null;
  // What an old link has made is forgotten with its job.
  const isKnown = use !== null && use.name !== null;
  const list = refundList(
    matter.refunds.filter(({ id }) => !isKnown || use.refundIds.includes(id)),
    voice,
  );
  return [
    ...(at === null ? [] : [[common.facts.when, timeOf(voice, at)] as const]),
    ...(list === null ? [] : [[texts.facts.refund, list] as const]),
  ];
};

const claimFacts = ({ matter: { claim, order }, voice }: MoneyView<MatterOf<'file_claim'>>): Facts => {
  const { texts, returns } = voice;
  const { submittedAt, decidedAt, approvedMinor, reimbursedMinor } = claim;
  return [
    [returns.state, html`<strong>${texts.claimStates[claim.state]}</strong>`],
    [texts.claim.items, unitList(order, claim.lines)],
    [texts.claim.amount, written(voice, claim.amountMinor)],
    ...(submittedAt === null ? [] : [[texts.facts.submittedAt, timeOf(voice, submittedAt)] as const]),
    ...(decidedAt === null ? [] : [[texts.facts.decidedAt, timeOf(voice, decidedAt)] as const]),
    ...(approvedMinor === null ? [] : [[texts.facts.approved, written(voice, approvedMinor)] as const]),
    ...(reimbursedMinor === null ? [] : [[texts.facts.reimbursed, written(voice, reimbursedMinor)] as const]),
  ];
};

const typed = (words: string): Html => html`<span class="typed" dir="auto">${words}</span>`;
