import { createMoneyLinkRouter } from '../../../../src/pages/money/money-link-router.ts';
import type {
  Matter,
  MoneyAct,
  MoneyLinkUse,
  MoneyPagePorts,
  PhotoFault,
} from '../../../../src/pages/money/ports.ts';
import { type LinkAction, signLink } from '../../../../src/platform/link-tokens.ts';
import { serve } from '../../../integration/mail-http-harness.ts';
import { aRefund, aRequest, madeId, now, sellerId, thingId } from './money-fixture.ts';

const linkSecrets = ['a secret that nobody else has, really'];

export interface MemoryPorts extends MoneyPagePorts {
  matter: Matter;
  /** What was really done, in order. */
  readonly acts: MoneyAct[];
  readonly uses: Map<string, MoneyLinkUse & { readonly form: string }>;
  /** Sizes of the photographs that were kept. */
  readonly photos: number[];
  photoFault: PhotoFault | null;
  /** The next act is refused so, once. */
  refuseNext: string | null;
  /** Jobs stay in this state. */
  stuck: 'queued' | 'failed' | null;
}

/** What the worker would make of an act. */
const after = (matter: Matter, act: MoneyAct): Matter => {
  switch (matter.action) {
    case 'decide_cancellation': {
      const message = act.name === 'refuse-request' ? act.message : null;
      const state = act.name === 'cancel' ? 'accepted' : 'refused';
      const made =
        act.name === 'cancel' ? [aRefund({ id: madeId, state: 'processing', settledAt: null })] : [];
      const request = { ...matter.request, state, message, decidedAt: now } as const;
      return { ...matter, request, refunds: [...made, ...matter.refunds] };
    }
    case 'request_cancellation': {
      if (act.name !== 'request') return matter;
      const { reason, lines } = act;
      return {
        ...matter,
        requests: [...matter.requests, aRequest({ id: madeId, requestedAt: now, reason, lines })],
      };
    }
    case 'file_claim':
      return { ...matter, claim: { ...matter.claim, state: 'submitted', submittedAt: now } };
    case 'refund_return': {
      const made = aRefund({ id: madeId, state: 'processing', settledAt: null });
      return { ...matter, owed: null, refunds: [made, ...matter.refunds] };
    }
    case 'show_refund':
      return matter;
    default:
      return matter satisfies never;
  }
};

/** The ports as intake and worker keep them: one act per link, given back by a refusal. */
const memoryPorts = (matter: Matter): MemoryPorts => {
  const ports: MemoryPorts = {
    matter,
    acts: [],
    uses: new Map(),
    photos: [],
    photoFault: null,
    refuseNext: null,
    stuck: null,
    findMatter: async (seller, action, thing) =>
      seller === sellerId && action === ports.matter.action && thing === thingId ? ports.matter : null,
    getShop: async () => ({ language: 'fr', shopName: 'Maison Peluche' }),
    findLinkUse: async (_seller, key) => ports.uses.get(key) ?? null,
    act: async ({ linkKey, act }) => {
      const form = JSON.stringify(act);
      const before = ports.uses.get(linkKey);
      if (before !== undefined) return before.form === form ? { kind: 'done' } : { kind: 'used_before' };
      if (ports.refuseNext !== null) {
        const code = ports.refuseNext;
        ports.refuseNext = null;
        return { kind: 'rejected', code, detail: '' };
      }
      const state = ports.stuck ?? 'done';
      const made = { refundIds: [madeId], requestId: madeId };
      ports.uses.set(linkKey, { name: act.name, state, finishedAt: now, form, ...made });
      if (ports.stuck !== null) return { kind: ports.stuck === 'failed' ? 'failed' : 'pending' };
      ports.acts.push(act);
      ports.matter = after(ports.matter, act);
      return { kind: 'done' };
    },
    addPhoto: async (_seller, _claim, bytes) => {
      const isPhoto = bytes.length > 0 && !Buffer.from(bytes).includes('text');
      const fault = ports.photoFault ?? (isPhoto ? null : 'wrong_type');
      if (fault === null) ports.photos.push(bytes.length);
      return fault;
    },
    findPhoto: async () => ({ contentType: 'image/jpeg', content: Buffer.from([0xff, 0xd8, 0xff]) }),
    receipt: async () => ({
      bytes: Buffer.from('%PDF-receipt'),
      contentType: 'application/pdf',
      filename: 'receipt.pdf',
      etag: '"1"',
    }),
  };
  return ports;
};

export interface MoneyLinkTest {
  readonly ports: MemoryPorts;
  /** The link of the matter, unless it is for something else. */
  linkTo(changes?: {
    action?: LinkAction;
    expiresAt?: string | null;
    thingId?: string;
    sellerId?: string;
  }): string;
  get(query?: string): Promise<Response>;
  post(
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  postPhotos(files: readonly Blob[], headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** The router over HTTP with ports in memory, for as long as the test takes. */
export const withMoneyLink = async (
  matter: Matter,
  test: (links: MoneyLinkTest) => Promise<void>,
  options: { requestsPerMinute?: number; at?: string } = {},
): Promise<void> => {
  const ports = memoryPorts(matter);
  const { requestsPerMinute = 100_000, at = now } = options;
  const router = createMoneyLinkRouter({ ports, linkSecrets, requestsPerMinute, now: () => new Date(at) });
  const server = await serve({ '/r': router });
  const linkTo: MoneyLinkTest['linkTo'] = (changes = {}) => {
    const link = {
      action: matter.action,
      sellerId,
      thingId,
      expiresAt: '2027-05-22T10:00:00.000Z',
      ...changes,
    };
    return `${server.url}/r/${signLink(link, linkSecrets)}`;
  };
  try {
    await test({
      ports,
      linkTo,
      get: (query = '') => fetch(linkTo() + query),
      post: (fields, headers = {}) =>
        fetch(linkTo(), { method: 'POST', headers, body: new URLSearchParams({ ...fields }) }),
      postPhotos: (files, headers = {}) => {
        const body = new FormData();
        for (const [n, file] of files.entries()) body.append('photos', file, `IMG_${n}<b>.jpg`);
        return fetch(`${linkTo()}?add=photos&lang=fr`, { method: 'POST', headers, body, redirect: 'manual' });
      },
    });
  } finally {
    await server.close();
  }
};
