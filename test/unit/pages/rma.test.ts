import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { createOperatorAuth } from '../../../src/api/board/operator-auth.ts';
import { languages } from '../../../src/domain/languages.ts';
import { createRmaRouter } from '../../../src/pages/returns/rma/rma-router.ts';
import { serve } from '../../integration/mail-http-harness.ts';
import { authorized, fullReturn, received, requested, returnId, sellerId } from './return-fixture.ts';
import { seen } from './return-links-harness.ts';
import { memoryPorts } from './return-ports.ts';

const login = { authorization: `Basic ${Buffer.from('operator:pass word').toString('base64')}` };
const history = [requested(), authorized(), received()];

const withPage = async (
  test: (get: (path: string, headers?: Record<string, string>) => Promise<Response>) => Promise<void>,
  change: (ports: ReturnType<typeof memoryPorts>) => void = () => {},
): Promise<void> => {
  const ports = memoryPorts(history);
  change(ports);
  const auth = createOperatorAuth({
    operator: { user: 'operator', password: 'pass word' },
    logger: pino({ level: 'silent' }),
  });
  const server = await serve({ '/rma': createRmaRouter({ ports, auth }) });
  try {
    await test((path, headers = login) => fetch(server.url + path, { headers }));
  } finally {
    await server.close();
  }
};

describe('the page of a return by its code', () => {
  it('shows nothing without the operator’s login', () =>
    withPage(async (get) => {
      for (const path of ['/rma/DYRK7QDRR2', '/rma/NOSUCH', `/rma/DYRK7QDRR2/${returnId}/return.pdf`]) {
        const answer = await get(path, {});
        expect([answer.status, await answer.text()]).toEqual([401, expect.not.stringContaining('Martin')]);
      }
    }));

  it('shows state, addresses, lines, receipts and history, whatever the case of the code', () =>
    withPage(async (get) => {
      const answer = await get('/rma/dyrk7qdrr2?lang=en');
      const page = await answer.text();
      expect(answer.status).toBe(200);
      expect(page).not.toMatch(/<script|undefined/);
      const text = seen(page);
      for (const part of [
        'Received',
        '5 rue du Bac',
        '12 rue des Fabriques',
        '2 × Ours',
        'damaged by the carrier',
      ]) {
        expect(text).toContain(part);
      }
      expect(text).toContain('OTHER-&lt;1&gt;');
      expect(text).toMatch(
        /History Items received · seller .* Return authorised · seller .* Return requested · buyer/,
      );
    }));

  it('speaks every language', () =>
    withPage(async (get) => {
      for (const language of languages) {
        expect(await (await get(`/rma/DYRK7QDRR2?lang=${language}`)).text()).toContain(
          `<html lang="${language}">`,
        );
      }
    }));

  it('lists the returns of several sellers that share a code', () =>
    withPage(
      async (get) => {
        const list = await (await get('/rma/DYRK7QDRR2?lang=en')).text();
        expect(seen(list)).toContain('2 sellers have given this number');
        expect(list).toContain(`href="?return=${returnId}&amp;lang=en"`);
        expect(seen(await (await get(`/rma/DYRK7QDRR2?return=${returnId}`)).text())).toContain(
          '5 rue du Bac',
        );
      },
      (ports) => {
        const one = fullReturn(history);
        const other = { ...one, sellerId: returnId, return: { ...one.return, id: sellerId } };
        ports.searchReturnsByRma = async () => [one, other];
      },
    ));

  it('gives the documents of that return alone', () =>
    withPage(async (get) => {
      expect(await (await get(`/rma/DYRK7QDRR2/${returnId}/return.pdf`)).text()).toBe('%PDF-1.7 slip');
      expect((await get(`/rma/DYRK7QDRR2/${sellerId}/return.pdf`)).status).toBe(404);
      expect((await get(`/rma/DYRK7QDRR2/${returnId}/constructor`)).status).toBe(404);
      expect((await get('/rma/%3Cb%3E')).status).toBe(404);
    }));
});
