import { addHours, type Instant } from '../calendar/instant.ts';
import type { Refusal } from '../outcome.ts';
import type { Refund, RefundStep } from './refund.ts';

/** What a provider, or a person who has looked there, says of a refund. `at`: when that became true. */
export interface RefundReport {
  readonly outcome: 'succeeded' | 'pending' | 'declined' | 'failed' | 'unknown';
  readonly at: Instant;
  readonly providerRefundId: string | null;
  readonly code: string | null;
  readonly detail: string | null;
}

/**
 * Providers replay the saved answer of a key for 24 hours, errors included, and then execute it again: the same key is
 * sent only within a part of that.
 */
export const keyLifeHours = 20;

export const mayRepeatKey = ({ firstCalledAt }: Refund, now: Instant): boolean =>
  firstCalledAt === null || now < addHours(firstCalledAt, keyLifeHours);

/**
 * What a report does to a refund: the step that it makes, or null where it tells nothing new. What was said for good
 * is never undone by older or repeated words; words of later that say otherwise are for a person.
 */
export const stepOf = (refund: Refund, report: RefundReport): RefundStep | null => {
  const { outcome, at, providerRefundId, detail } = report;
  const code = report.code ?? outcome;
  switch (refund.state) {
    case 'requested':
    case 'processing':
    case 'unknown':
      switch (outcome) {
        case 'succeeded':
          return { type: 'succeeded', at, providerRefundId };
        case 'declined':
        // It never was a success here: nothing is taken back.
        case 'failed':
          return { type: 'declined', at, code, detail };
        case 'pending':
          return isPending(refund) ? null : { type: 'pending', at, providerRefundId };
        case 'unknown':
          return refund.state === 'unknown' ? null : { type: 'unknown', at, code };
        default:
          return outcome satisfies never;
      }
    case 'succeeded':
      if (outcome === 'failed') return { type: 'failed', at, code, detail };
      return outcome === 'declined' && isNews(refund, at)
        ? { type: 'contradicted', at, says: outcome }
        : null;
    case 'declined':
    case 'failed':
      return outcome === 'succeeded' && isNews(refund, at)
        ? { type: 'contradicted', at, says: outcome }
        : null;
    default:
      return refund.state satisfies never;
  }
};

/** The provider has it and will tell how it ends. */
export const isPending = ({ state, providerRefundId }: Refund): boolean =>
  state === 'processing' && providerRefundId !== null;

/** Providers count whole seconds: what they tell of the second in which we noted the end may have come after it. */
const wholeSecond = (at: Instant): string => at.slice(0, 19);

const isNews = ({ settledAt, attention }: Refund, at: Instant): boolean =>
  attention !== 'contradicted' && settledAt !== null && wholeSecond(at) >= wholeSecond(settledAt);

/** The refund after one step. */
export const evolve = (refund: Refund, step: RefundStep): Refund => {
  const after = { ...refund, steps: [...refund.steps, step] };
  switch (step.type) {
    case 'requested':
      return after;
    case 'called':
      return {
        ...after,
        state: 'processing',
        firstCalledAt: refund.firstCalledAt ?? step.at,
        attention: null,
      };
    case 'pending':
      return { ...after, state: 'processing', providerRefundId: step.providerRefundId, attention: null };
    case 'succeeded': {
      const providerRefundId = step.providerRefundId ?? refund.providerRefundId;
      return { ...after, state: 'succeeded', settledAt: step.at, providerRefundId, attention: null };
    }
    case 'declined':
    case 'failed': {
      const { type: state, at: settledAt, code: declineCode, detail: declineDetail } = step;
      return { ...after, state, settledAt, declineCode, declineDetail, attention: null };
    }
    case 'unknown':
      return { ...after, state: 'unknown' };
    case 'handed_to_person':
      return { ...after, state: 'unknown', attention: 'unresolved' };
    case 'contradicted':
      return { ...after, attention: 'contradicted' };
    default:
      return step satisfies never;
  }
};

/**
 * Why a person may not say how a refund ends: providers that tell by themselves are believed, and not somebody beside
 * them, unless they can no longer be asked or say two things. Null: they may.
 */
export const refuseWord = (
  refund: Refund,
  { at }: Pick<RefundReport, 'at'>,
  now: Instant,
): Refusal | null => {
  if (refund.provider !== 'external' && refund.attention === null) {
    const detail = `The outcome of this refund comes from ${refund.provider} itself.`;
    return { code: 'provider_tells', detail };
  }
  if (at > now) return { code: 'time_in_future', detail: 'The outcome lies in the future.' };
  return at < refund.requestedAt
    ? { code: 'time_too_early', detail: 'The refund was not even requested then.' }
    : null;
};

/**
 * What a person who has looked says of a refund of which the provider says two things: it stands, whatever was said
 * before. Of others it is a report like any other.
 */
export const stepOfWord = (refund: Refund, report: RefundReport): RefundStep | null => {
  if (refund.attention !== 'contradicted') return stepOf(refund, report);
  const { outcome, at, providerRefundId, detail } = report;
  if (outcome === 'succeeded') return { type: 'succeeded', at, providerRefundId };
  const type = refund.state === 'succeeded' ? 'failed' : 'declined';
  return { type, at, code: report.code ?? outcome, detail };
};
