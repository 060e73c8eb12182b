import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/domain/languages.ts';
import { textsOf } from '../../../src/pages/returns/texts/index.ts';
import { signLink } from '../../../src/platform/link-tokens.ts';
import {
  authorized,
  closedBy,
  received,
  requested,
  returnId,
  sellerId,
  withdrawn,
} from './return-fixture.ts';
import { authorizeForm, linkSecrets, seen, withLinks } from './return-links-harness.ts';

const acting = [
  'authorize_return',
  'close_return',
  'reply_to_return',
  'cancel_return',
  'confirm_withdrawal',
] as const;
const actions = [...acting, 'print_return_label'] as const;

describe('links about returns', () => {
  it('show the same twenty times by GET and HEAD, and change nothing', () =>
    withLinks([withdrawn()], async ({ linkTo, ports }) => {
      for (const action of actions) {
        const pages = new Set<string>();
        for (let n = 0; n < 20; n += 1) {
          pages.add(await (await fetch(linkTo(action))).text());
          const head = await fetch(linkTo(action), { method: 'HEAD' });
          expect([head.status, await head.text()]).toEqual([200, '']);
        }
        expect(pages.size).toBe(1);
      }
      expect([ports.acts, ports.uses.size]).toEqual([[], 0]);
    }));

  it('do nothing for a robot that sends each form with all fields but the choice', () =>
    withLinks([withdrawn()], async ({ linkTo, ports }) => {
      for (const action of acting) {
        const page = await (await fetch(linkTo(action))).text();
        expect(page).not.toMatch(/name="choice"[^>]*checked/);
        const names = [...page.matchAll(/name="([\w-]+)"/g)].map(([, name = '']) => name);
        const fields = names
          .filter((name) => name !== 'choice' && name !== 'reason')
          .map((name) => [name, '1']);
        const sent = await fetch(linkTo(action), {
          method: 'POST',
          body: new URLSearchParams([...new Map(fields as [string, string][])]),
        });
        expect([action, sent.status]).toEqual([action, action === 'authorize_return' ? 409 : 422]);
      }
      expect(ports.acts).toEqual([]);
    }));

  it('tell a stranger nothing: altered, cut, foreign and unknown ones look alike', () =>
    withLinks([requested()], async ({ url, linkTo }) => {
      const link = linkTo('close_return');
      const other = { action: 'close_return', expiresAt: null } as const;
      const bad = [
        `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`,
        link.slice(0, -4),
        `${link}%00`,
        `${link}/`,
        `${url}/r/`,
        `${url}/r/${signLink({ ...other, sellerId, thingId: returnId }, ['another secret'])}`,
        `${url}/r/${signLink({ ...other, sellerId: returnId, thingId: returnId }, linkSecrets)}`,
        `${url}/r/${signLink({ ...other, sellerId, thingId: sellerId }, linkSecrets)}`,
        `${url}/r/${signLink({ ...other, action: 'track', sellerId, thingId: returnId }, linkSecrets)}`,
      ];
      const pages = await Promise.all(
        bad.map(async (address) => {
          const answers = [
            await fetch(address),
            await fetch(address, { method: 'POST', body: 'choice=yes' }),
          ];
          expect([address, ...answers.map(({ status }) => status)]).toEqual([address, 404, 404]);
          return (answers[0] as Response).text();
        }),
      );
      expect(new Set(pages).size).toBe(1);
      expect(pages[0]).not.toContain('403-9930700');
    }));

  it('end when their time is over, with a page of its own', () =>
    withLinks([requested()], async ({ linkTo, ports }) => {
      const link = linkTo('authorize_return', '2026-05-08T09:59:59.000Z');
      const answer = await fetch(`${link}?lang=de`);
      expect([answer.status, seen(await answer.text())]).toEqual([
        410,
        expect.stringContaining('abgelaufen'),
      ]);
      const posted = await fetch(link, { method: 'POST', body: new URLSearchParams(authorizeForm) });
      expect([posted.status, ports.acts]).toEqual([410, []]);
    }));

  it('take only posts of forms, of this site, of a size that a person types', () =>
    withLinks([requested()], async ({ linkTo, post, ports }) => {
      const link = linkTo('reply_to_return');
      const send = (body: string, type: string) =>
        fetch(link, { method: 'POST', headers: { 'content-type': type }, body });
      const form = 'application/x-www-form-urlencoded';
      expect((await send('{}', 'application/json')).status).toBe(415);
      expect((await send('choice=yes', 'text/plain')).status).toBe(415);
      expect((await send('message=a&message=b&choice=yes', form)).status).toBe(400);
      expect((await send('--x', 'multipart/form-data; boundary=x')).status).toBe(400);
      expect((await send('--x', 'multipart/form-data')).status).toBe(400);
      expect((await send(`choice=yes&message=${'a'.repeat(70_000)}`, form)).status).toBe(413);
      expect((await send(`choice=yes&message=${'a'.repeat(4_001)}`, form)).status).toBe(422);
      expect((await send('choice=yes&message=%ED%A0%80%00', form)).status).toBe(422);
      const fields = { message: 'Bonjour', choice: 'yes' };
      expect((await post('reply_to_return', fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
      expect(ports.acts).toEqual([]);
      expect((await post('reply_to_return', fields, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    }));

  it('answer a body that is too large even when its length is not told', () =>
    withLinks([requested()], async ({ linkTo }) => {
      const status = await new Promise((resolve, reject) => {
        const sending = request(linkTo('reply_to_return'), {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', 'transfer-encoding': 'chunked' },
        });
        sending.on('response', (answer) => resolve(answer.resume().statusCode));
        sending.on('error', reject);
        sending.end('a'.repeat(100_000));
      });
      expect(status).toBe(413);
    }));

  it('know no other methods', () =>
    withLinks([requested()], async ({ linkTo }) => {
      for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
        const answer = await fetch(linkTo('close_return'), { method });
        expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
      }
    }));

  it('ask whoever comes too often to wait', () =>
    withLinks(
      [requested()],
      async ({ linkTo }) => {
        await fetch(linkTo('close_return'));
        const answer = await fetch(linkTo('close_return'));
        expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60']);
      },
      { requestsPerMinute: 1 },
    ));

  it('are kept by nobody, load nothing from elsewhere and are shown in no frame', () =>
    withLinks([requested()], async ({ get }) => {
      const { headers } = await get('authorize_return');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toMatch(
        /default-src 'none';.*form-action 'self';.*frame-ancestors 'none'/,
      );
      expect(headers.get('content-security-policy')).not.toMatch(/script-src|unsafe/);
    }));
});

describe('the pages of links', () => {
  const histories = {
    requested: [requested()],
    withdrawn: [withdrawn()],
    authorized: [requested(), authorized()],
    uploaded: [requested(), authorized({ label: { kind: 'uploaded', contentType: 'image/png' } })],
    received: [requested(), authorized(), received()],
    closedByBuyer: [requested(), closedBy('buyer')],
    closedBySeller: [requested(), authorized(), closedBy('seller', '<img src=x onerror=alert(1)>')],
    closedBySystem: [requested(), closedBy('system')],
  };

  it.each(Object.entries(histories))(
    'are whole in every language, and show stored markup as text (%s)',
    (_state, history) =>
      withLinks(history, async ({ linkTo }) => {
        for (const action of actions) {
          const pages = await Promise.all(
            languages.map(async (language) => {
              const answer = await fetch(`${linkTo(action)}?lang=${language}`);
              const page = await answer.text();
              expect([answer.status, page.includes(`<html lang="${language}">`)]).toEqual([200, true]);
              expect(page).not.toMatch(/undefined|\[object|NaN|<script|<img|<b>/);
              expect(page.match(/<h1>/g)).toHaveLength(1);
              const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
              expect(new Set(ids).size).toBe(ids.length);
              for (const [, id] of page.matchAll(/ for="([^"]+)"/g)) expect(ids).toContain(id);
              return /<h1>(.*?)<\/h1>/.exec(page)?.[1];
            }),
          );
          expect(new Set(pages).size).toBe(languages.length);
        }
      }),
  );

  it('speak the channel’s language to the seller and the buyer’s own to the buyer', () =>
    withLinks([requested({ language: 'it' })], async ({ get }) => {
      expect(await (await get('close_return')).text()).toContain('<html lang="fr">');
      expect(await (await get('cancel_return')).text()).toContain('<html lang="it">');
      expect(await (await get('cancel_return', '?lang=xx')).text()).toContain('<html lang="it">');
    }));

  it('warn the seller, and give the advice about money in the order’s currency', () =>
    withLinks([requested()], async ({ get }) => {
      const page = seen(await (await get('authorize_return')).text());
      expect(page).toContain('Le retour coûterait 6,90 € pour une marchandise de 5,50 €');
      expect(page).toContain('Une autre demande est en cours');
      expect(seen(await (await get('cancel_return')).text())).not.toContain('coûterait');
    }));
});

describe('the words of the pages of returns', () => {
  const flat = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(value as object).flatMap(flat);

  it.each(languages)('are complete, and no language is left in another one (%s)', (language) => {
    const words = flat(textsOf[language]);
    expect(words.filter((word) => word.trim() === '' || word.includes('TODO'))).toEqual([]);
    for (const other of languages.filter((one) => one !== language)) {
      const theirs = new Set(flat(textsOf[other]).filter((word) => word.length > 24));
      expect(words.filter((word) => theirs.has(word))).toEqual([]);
    }
  });
});
