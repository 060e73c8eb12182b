import type { ReturnEvent } from '../../../src/domain/returns/events.ts';
import { evolve } from '../../../src/domain/returns/evolve.ts';
import type { Return } from '../../../src/domain/returns/return.ts';
import { sniffUpload } from '../../../src/pages/returns/check-upload.ts';
import type {
  ActSubmission,
  LinkAct,
  LinkUse,
  ReturnPagePorts,
  WithdrawalStatement,
} from '../../../src/pages/returns/ports.ts';
import { authorized, closedBy, fullReturn, returnId, sellerId, warehouse } from './return-fixture.ts';

type Use = LinkUse & { readonly form: string };

export interface MemoryPorts extends ReturnPagePorts {
  history: ReturnEvent[];
  /** What was really done, in order. */
  readonly acts: LinkAct[];
  readonly uses: Map<string, Use>;
  readonly statements: WithdrawalStatement[];
  /** The next act is refused so, once. */
  refuseNext: { code: string; detail: string } | null;
  /** Jobs stay in this state. */
  stuck: 'queued' | 'failed' | null;
  savedAddresses: boolean;
}

const at = '2026-05-08T08:30:00.000Z';

/** What the worker would make of an act. */
const eventOf = (act: LinkAct): ReturnEvent => {
  switch (act.name) {
    case 'authorize':
      return authorized({
        rma: act.authorize.rma ?? 'DYRK7QDRR2',
        returnAddress: act.authorize.returnAddress ?? warehouse,
        label:
          act.authorize.label?.kind === 'uploaded'
            ? { kind: 'uploaded', contentType: act.authorize.label.contentType }
            : { kind: 'generated' },
      });
    case 'close': {
      const closed = closedBy('seller', act.close.message);
      return closed.type === 'closed'
        ? { ...closed, closing: { ...closed.closing, reason: act.close.reason } }
        : closed;
    }
    case 'reply':
      return { type: 'replied', message: act.reply.message, actor: 'seller', at };
    case 'cancel':
      return closedBy('buyer');
    case 'confirm-withdrawal':
      return {
        type: 'withdrawal_confirmed',
        withdrawal: {
          statedAt: at,
          confirmedAt: at,
          windowEndsAt: null,
          refundDueAt: '2026-05-22T22:00:00.000Z',
          cancelledLines: [],
        },
        lines: (act.confirm.lines ?? []).map((line) => ({ ...line, reason: null, comment: null })),
        warnings: [],
        actor: 'buyer',
        at,
      };
    default:
      return act satisfies never;
  }
};

/** The ports as intake and worker keep them: one act per link, given back by a refusal. */
export const memoryPorts = (history: readonly ReturnEvent[]): MemoryPorts => {
  const ports: MemoryPorts = {
    history: [...history],
    acts: [],
    uses: new Map(),
    statements: [],
    refuseNext: null,
    stuck: null,
    savedAddresses: true,
    findReturn: async (seller, id) =>
      seller === sellerId && id === returnId ? fullReturn(ports.history) : null,
    getChannel: async () => ({
      language: 'fr',
      shopName: 'Maison Peluche',
      returnAddresses: ports.savedAddresses
        ? [
            { id: 'default', ...warehouse },
            {
              id: 'atelier',
              ...warehouse,
              name: 'Atelier',
              line1: '3 quai Sud',
              city: 'Lyon',
              postalCode: '69002',
            },
          ]
        : [],
    }),
    findLinkUse: async (_seller, key) => ports.uses.get(key) ?? null,
    act: async ({ linkKey, act }: ActSubmission) => {
      const form = JSON.stringify(act);
      const before = ports.uses.get(linkKey);
      if (before !== undefined) return before.form === form ? { kind: 'done' } : { kind: 'used_before' };
      if (ports.refuseNext !== null) {
        const refusal = ports.refuseNext;
        ports.refuseNext = null;
        return { kind: 'rejected', ...refusal };
      }
      const state = ports.stuck ?? 'done';
      ports.uses.set(linkKey, { jobId: returnId, state, error: null, finishedAt: at, form });
      if (ports.stuck !== null) return { kind: ports.stuck === 'failed' ? 'failed' : 'pending' };
      ports.acts.push(act);
      const event = eventOf(act);
      ports.history.push(event);
      const state2 = ports.history.reduce<Return | null>(evolve, null);
      if (act.name === 'confirm-withdrawal' && state2?.state === 'requested')
        ports.history.push(authorized());
      return { kind: 'done' };
    },
    findDocument: async (_seller, _id, format) => ({
      bytes: Buffer.from(format === 'return.pdf' ? '%PDF-1.7 slip' : '%PDF-1.7 own'),
      contentType: 'application/pdf',
      filename: format === 'return.pdf' ? 'retour-DYRK7QDRR2.pdf' : 'label.pdf',
      etag: '"abc"',
    }),
    checkUpload: async (bytes) => sniffUpload(bytes),
    searchReturnsByRma: async (rma) =>
      rma.toUpperCase() === 'DYRK7QDRR2' ? [fullReturn(ports.history)] : [],
    stateWithdrawal: async (statement) => {
      ports.statements.push(statement);
    },
  };
  return ports;
};
