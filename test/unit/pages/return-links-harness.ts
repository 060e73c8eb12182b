import type { ReturnEvent } from '../../../src/domain/returns/events.ts';
import { createReturnLinkRouter } from '../../../src/pages/returns/link/link-router.ts';
import { type LinkAction, signLink } from '../../../src/platform/link-tokens.ts';
import { serve } from '../../integration/mail-http-harness.ts';
import { returnId, sellerId } from './return-fixture.ts';
import { type MemoryPorts, memoryPorts } from './return-ports.ts';

export const linkSecrets = ['a secret that nobody else has, really'];
export const now = '2026-05-08T10:00:00.000Z';

export interface LinkTest {
  readonly ports: MemoryPorts;
  readonly url: string;
  linkTo(action: LinkAction, expiresAt?: string | null): string;
  get(action: LinkAction, query?: string): Promise<Response>;
  post(
    action: LinkAction,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
}

/** The router over HTTP with ports in memory, for as long as the test takes. */
export const withLinks = async (
  history: readonly ReturnEvent[],
  test: (links: LinkTest) => Promise<void>,
  options: { requestsPerMinute?: number } = {},
): Promise<void> => {
  const ports = memoryPorts(history);
  const { requestsPerMinute = 100_000 } = options;
  const router = createReturnLinkRouter({ ports, linkSecrets, requestsPerMinute, now: () => new Date(now) });
  const server = await serve({ '/r': router });
  const linkTo = (action: LinkAction, expiresAt: string | null = '2026-05-22T10:00:00.000Z'): string =>
    `${server.url}/r/${signLink({ action, sellerId, thingId: returnId, expiresAt }, linkSecrets)}`;
  try {
    await test({
      ports,
      url: server.url,
      linkTo,
      get: (action, query = '') => fetch(linkTo(action) + query),
      post: (action, fields, headers = {}) =>
        fetch(linkTo(action), {
          method: 'POST',
          headers,
          body: new URLSearchParams({ ...fields }),
        }),
    });
  } finally {
    await server.close();
  }
};

export const authorizeForm = {
  rma: 'generated',
  address: 'saved:default',
  label: 'generated',
  choice: 'yes',
};

/** What a reader sees, without markup. */
export const seen = (page: string): string =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/[\s\u00a0\u2009\u202f]+/g, ' ');
