import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/domain/languages.ts';
import { createWithdrawRouter } from '../../../src/pages/returns/withdraw/withdraw-router.ts';
import { serve } from '../../integration/mail-http-harness.ts';
import { seen } from './return-links-harness.ts';

const known = { orderNumber: '403-1', email: 'claire@example.org' };

const withPage = async (
  test: (page: {
    url: string;
    post(fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
    stated: unknown[];
  }) => Promise<void>,
  options: { answerStepMs?: number; statementsPerHour?: number } = {},
): Promise<void> => {
  const stated: unknown[] = [];
  const router = createWithdrawRouter({
    ports: {
      stateWithdrawal: async (statement) => {
        if (statement.orderNumber !== known.orderNumber) return;
        stated.push(statement);
        await new Promise((resolve) => setTimeout(resolve, 30));
      },
    },
    answerStepMs: 0,
    ...options,
  });
  const server = await serve({ '/withdraw': router });
  try {
    await test({
      url: `${server.url}/withdraw`,
      stated,
      post: (fields, headers = {}) =>
        fetch(`${server.url}/withdraw`, { method: 'POST', headers, body: new URLSearchParams(fields) }),
    });
  } finally {
    await server.close();
  }
};

describe('the page to withdraw', () => {
  it('answers alike whether or not the order is there, and no sooner for one than for the other', () =>
    withPage(
      async ({ post, stated }) => {
        const timed = async (fields: Record<string, string>) => {
          const startedMs = performance.now();
          const answer = await post(fields);
          const page = await answer.text();
          return {
            status: answer.status,
            page,
            headers: [...answer.headers.keys()],
            ms: performance.now() - startedMs,
          };
        };
        const there = await timed(known);
        const missing = await timed({ ...known, orderNumber: '<b>404</b>' });
        expect(stated).toEqual([known]);
        expect([missing.status, missing.page, missing.headers]).toEqual([200, there.page, there.headers]);
        for (const { ms } of [there, missing]) expect(ms).toBeGreaterThan(245);
      },
      { answerStepMs: 250 },
    ));

  it('asks for both fields, and repeats what was typed', () =>
    withPage(async ({ post, stated }) => {
      const answer = await post({ orderNumber: '', email: 'claire"@' }, { 'accept-language': 'en' });
      const page = await answer.text();
      expect(answer.status).toBe(422);
      expect(page).toContain('value="claire&quot;@"');
      expect(seen(page)).toMatch(/Order number – Fill in this field/);
      expect(stated).toEqual([]);
    }));

  it('shows the same form in every language, by GET, which changes nothing', () =>
    withPage(async ({ url, stated }) => {
      const pages = await Promise.all(
        languages.map(async (language) => (await fetch(`${url}?lang=${language}`)).text()),
      );
      const buttons = pages.map((page) => /<button type="submit">(.*?)</.exec(page)?.[1]);
      expect(buttons).toEqual([
        'Se rétracter du contrat ici',
        'Withdraw from contract here',
        'Vertrag hier widerrufen',
        'Recedere dal contratto qui',
        'Desistir del contrato aquí',
      ]);
      expect(stated).toEqual([]);
    }));

  it('limits forms per address more than pages, and says how to withdraw all the same', () =>
    withPage(
      async ({ post, url }) => {
        await post(known);
        const answer = await post(known);
        expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3600']);
        expect((await fetch(url)).status).toBe(200);
      },
      { statementsPerHour: 1 },
    ));

  it('takes posts of its own form alone', () =>
    withPage(async ({ post, url, stated }) => {
      expect((await post(known, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
      expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(415);
      expect((await fetch(url, { method: 'PUT' })).status).toBe(405);
      expect((await fetch(`${url}/more`)).status).toBe(404);
      expect(stated).toEqual([]);
    }));
});
