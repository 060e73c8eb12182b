import { createHmac } from 'node:crypto';
import { newId } from '../../../src/platform/ids.ts';
import type { WebhookFault } from './faults.ts';

export interface WireEvent {
  readonly id: string;
  readonly object: 'event';
  readonly type: string;
  readonly created: number;
  readonly data: { readonly object: unknown };
}

/** As Stripe signs: the time and the body, by HMAC-SHA-256. */
export const signatureOf = (body: string, secret: string, at: Date = new Date()): string => {
  const t = Math.floor(at.getTime() / 1_000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
};

export const toEvent = (type: string, object: unknown): WireEvent => ({
  id: `evt_${newId().replaceAll('-', '')}`,
  object: 'event',
  type,
  created: Math.floor(Date.now() / 1_000),
  data: { object },
});

export interface WebhookOptions {
  readonly secret: string;
  readonly faultOf: (event: WireEvent) => WebhookFault | null;
  readonly onDelivered: (event: WireEvent) => void;
}

const firstPauseMs = 20;
const mostPauseMs = 1_000;
/** Long enough for what happens next to overtake it. */
const delayMs = 300;

/** Sends events to one address until each is taken with a 2xx; while there is no address they wait. */
export const createWebhooks = ({ secret, faultOf, onDelivered }: WebhookOptions) => {
  const waiting = new Map<string, WireEvent>();
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  let target: string | null = null;
  let isClosed = false;

  const later = (ms: number, work: () => void): void => {
    if (isClosed) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };

  const post = async (event: WireEvent): Promise<boolean> => {
    if (target === null) return false;
    const body = JSON.stringify(event);
    const headers = { 'content-type': 'application/json', 'stripe-signature': signatureOf(body, secret) };
    const answer = await fetch(target, { method: 'POST', headers, body }).catch(() => null);
    await answer?.arrayBuffer().catch(() => null);
    return answer?.ok ?? false;
  };

  const attempt = (event: WireEvent, copies: number, pauseMs: number): void => {
    if (isClosed || target === null) return;
    const work = (async () => {
      if (!(await post(event))) {
        later(pauseMs, () => attempt(event, copies, Math.min(mostPauseMs, pauseMs * 2)));
      } else if (copies > 1) attempt(event, copies - 1, firstPauseMs);
      else {
        waiting.delete(event.id);
        onDelivered(event);
      }
    })();
    running.add(work);
    void work.finally(() => running.delete(work));
  };

  const start = (event: WireEvent): void => {
    const fault = faultOf(event);
    const copies = fault === 'duplicate' ? 2 : 1;
    if (fault === 'delayed') later(delayMs, () => attempt(event, copies, firstPauseMs));
    else attempt(event, copies, firstPauseMs);
  };

  return {
    /** Null: nobody is told for now. */
    deliverTo: (url: string | null): void => {
      const before = target;
      target = url;
      if (before === null && url !== null) for (const event of waiting.values()) start(event);
    },
    send: (event: WireEvent): void => {
      waiting.set(event.id, event);
      start(event);
    },
    /** Puts back what an earlier process had not delivered. */
    restore: (event: WireEvent): void => void waiting.set(event.id, event),
    forget: (id: string): void => void waiting.delete(id),
    waiting: (): readonly WireEvent[] => [...waiting.values()],
    close: async (): Promise<void> => {
      isClosed = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(running);
    },
  };
};
