import { describe, expect, it } from 'vitest';
import { languages } from '../../../../src/domain/languages.ts';
import { messageTextsOf } from '../../../../src/pages/messages/texts/index.ts';
import { signLink } from '../../../../src/platform/link-tokens.ts';
import { seen } from '../return-links-harness.ts';
import { answer, aThread, idOf, question, questionId, sellerId } from './message-fixture.ts';
import { linkSecrets, withMessageLinks } from './message-links-harness.ts';

const actions = ['reply_to_message', 'write_to_seller'] as const;
const forms = {
  reply_to_message: { act: 'none' },
  write_to_seller: { body: 'Grazie', choice: 'yes' },
} as const;

describe('links about messages', () => {
  it('show the same however often by GET and HEAD, and change nothing', () =>
    withMessageLinks(aThread(), async ({ linkTo, ports }) => {
      for (const action of actions) {
        const pages = new Set<string>();
        for (let n = 0; n < 5; n += 1) {
          pages.add(await (await fetch(linkTo(action))).text());
          const head = await fetch(linkTo(action), { method: 'HEAD' });
          expect([head.status, await head.text()]).toEqual([200, '']);
        }
        expect(pages.size).toBe(1);
      }
      expect([ports.acts, ports.uses.size]).toEqual([[], 0]);
    }));

  it('do nothing for a robot that sends each form with all fields but the choice', () =>
    withMessageLinks(aThread(), async ({ linkTo, post, ports }) => {
      for (const action of actions) {
        const page = await (await fetch(linkTo(action))).text();
        const names = [...page.matchAll(/name="([\w-]+)"/g)].map(([, name = '']) => name);
        const filled = names.filter((name) => name !== 'choice' && name !== 'act');
        const sent = await post(action, Object.fromEntries(filled.map((name) => [name, 'yes'])));
        expect([action, sent.status]).toEqual([action, 422]);
        expect((await sent.text()).replace(/name="noResponseNeeded"[^>]*/, '')).not.toContain(' checked');
      }
      expect(ports.acts).toEqual([]);
    }));

  it('leave to the next router what is not theirs, as if it were nothing', () =>
    withMessageLinks(aThread(), async ({ linkTo, ports }) => {
      const link = linkTo('reply_to_message');
      const bad = [
        `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`,
        link.slice(0, -4),
        `${link}/`,
        linkTo('close_return'),
        linkTo('reply_to_message', { thingId: idOf(99) }),
        link.replace(
          /[\w-]{100}$/,
          signLink(
            { action: 'reply_to_message', sellerId: questionId, thingId: questionId, expiresAt: null },
            linkSecrets,
          ),
        ),
        link.replace(
          /[\w-]{100}$/,
          signLink({ action: 'reply_to_message', sellerId, thingId: questionId, expiresAt: null }, ['x']),
        ),
      ];
      for (const address of bad) {
        const posted = await fetch(address, { method: 'POST', body: new URLSearchParams({ act: 'none' }) });
        expect([address, (await fetch(address)).status, posted.status]).toEqual([address, 404, 404]);
      }
      expect((await fetch(link, { method: 'PUT' })).status).toBe(404);
      expect(ports.acts).toEqual([]);
    }));

  it('end when their time is over, with a page of its own', () =>
    withMessageLinks(aThread(), async ({ linkTo, ports }) => {
      for (const action of actions) {
        const link = linkTo(action, { expiresAt: '2026-05-08T09:59:59.000Z' });
        const shown = await fetch(`${link}?lang=de`);
        expect([shown.status, seen(await shown.text())]).toEqual([
          410,
          expect.stringContaining('abgelaufen'),
        ]);
        const posted = await fetch(link, { method: 'POST', body: new URLSearchParams(forms[action]) });
        expect([posted.status, ports.acts]).toEqual([410, []]);
      }
    }));

  it('take only posts of forms, of this site, of a size that a person types', () =>
    withMessageLinks(aThread(), async ({ linkTo, post, ports }) => {
      const send = (body: string, type: string) =>
        fetch(`${linkTo('write_to_seller')}?lang=en`, {
          method: 'POST',
          headers: { 'content-type': type },
          body,
        });
      const form = 'application/x-www-form-urlencoded';
      expect((await send('{}', 'application/json')).status).toBe(415);
      expect((await send('body=a&body=b&choice=yes', form)).status).toBe(400);
      const large = await send(`choice=yes&body=${'a'.repeat(70_000)}`, form);
      expect([large.status, seen(await large.text())]).toEqual([
        413,
        expect.stringContaining('at most 4,000 characters'),
      ]);
      expect((await send('choice=yes&body=%ED%A0%80%00', form)).status).toBe(422);
      for (const action of actions) {
        const cross = await post(action, forms[action], { 'sec-fetch-site': 'cross-site' });
        expect([action, cross.status, ports.acts]).toEqual([action, 403, []]);
      }
      expect((await post('write_to_seller', forms.write_to_seller)).status).toBe(200);
    }));

  it('ask whoever comes too often to wait', () =>
    withMessageLinks(
      aThread(),
      async ({ get }) => {
        await get('reply_to_message');
        const second = await get('reply_to_message');
        expect([second.status, second.headers.get('retry-after')]).toEqual([429, '60']);
      },
      { requestsPerMinute: 1 },
    ));

  it('are kept by nobody, load nothing from elsewhere and are shown in no frame', () =>
    withMessageLinks(aThread(), async ({ get }) => {
      const { headers } = await get('write_to_seller');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toMatch(
        /default-src 'none';.*form-action 'self';.*frame-ancestors 'none'/,
      );
      expect(headers.get('content-security-policy')).not.toMatch(/script-src|unsafe/);
    }));
});

describe('the pages about messages', () => {
  const threads = {
    open: aThread(),
    unreachable: aThread(undefined, { reachable: false }),
    beforeOrder: aThread(undefined, { channelOrderId: null, orderId: null, buyer: 'B-17' }),
    marked: aThread([answer, question({ noResponseNeeded: true })]),
    automatic: aThread([answer, question({ automatic: true, clock: null })], { earlier: 1 }),
  };

  it.each(Object.entries(threads))(
    'are whole in every language before and after, and show what strangers wrote as text (%s)',
    (_state, thread) =>
      withMessageLinks(thread, async ({ linkTo, post }) => {
        const check = async (): Promise<void> => {
          for (const action of actions) {
            const headings = await Promise.all(
              languages.map(async (language) => {
                const answered = await fetch(`${linkTo(action)}?lang=${language}`);
                const page = await answered.text();
                expect([answered.status, page.includes(`<html lang="${language}">`)]).toEqual([200, true]);
                expect(page).not.toMatch(/undefined|\[object|NaN|<script|<b>sur/);
                expect(page.match(/<h1>/g)).toHaveLength(1);
                const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
                expect(new Set(ids).size).toBe(ids.length);
                for (const [, id] of page.matchAll(/ for="([^"]+)"/g)) expect(ids).toContain(id);
                return /<h1>(.*?)<\/h1>/.exec(page)?.[1];
              }),
            );
            expect(new Set(headings).size).toBe(languages.length);
          }
        };
        await check();
        for (const action of actions) await post(action, forms[action]);
        await check();
      }),
  );
});

describe('the words of the pages about messages', () => {
  const flat = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [value(3), value(1)].map(String);
    return Object.values(value as object).flatMap(flat);
  };

  it.each(languages)('are complete, and no language is left in another one (%s)', (language) => {
    const words = flat(messageTextsOf[language]);
    expect(words.filter((word) => word.trim() === '')).toEqual([]);
    for (const other of languages.filter((one) => one !== language)) {
      const theirs = new Set(flat(messageTextsOf[other]).filter((word) => word.length > 24));
      expect(words.filter((word) => theirs.has(word))).toEqual([]);
    }
  });
});
