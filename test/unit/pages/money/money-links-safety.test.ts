import { describe, expect, it } from 'vitest';
import { languages } from '../../../../src/domain/languages.ts';
import { refundStates } from '../../../../src/domain/refunds/refund.ts';
import type { Matter } from '../../../../src/pages/money/ports.ts';
import { moneyTextsOf } from '../../../../src/pages/money/texts/index.ts';
import { signLink } from '../../../../src/platform/link-tokens.ts';
import { requested } from '../return-fixture.ts';
import { seen } from '../return-links-harness.ts';
import {
  aClaim,
  anOrder,
  aParcel,
  aRefund,
  aRequest,
  aReturn,
  madeId,
  matters,
  now,
  sellerId,
  shipped,
  thingId,
} from './money-fixture.ts';
import { withMoneyLink } from './money-links-harness.ts';

type Form = Readonly<Record<string, string>>;

/** Every link that acts, with a form that does, and another one. */
const acting: Readonly<Record<string, readonly [Matter, Form, Form]>> = {
  decide: [matters.decide(), { act: 'accept' }, { act: 'refuse' }],
  ask: [
    matters.ask(),
    { act: 'some', 'quantity-0': '1', 'quantity-1': '0', reason: 'Troppo tardi' },
    { act: 'whole' },
  ],
  claim: [matters.claim(), { choice: 'yes' }, { choice: 'no' }],
  damaged: [matters.damaged(1), { choice: 'yes' }, { choice: 'no' }],
  refund: [matters.refund(), { choice: 'yes', amountMinor: '3690' }, { choice: 'yes', amountMinor: '1' }],
};
const all = Object.entries({ ...acting, shown: [matters.shown(), {}] as const });

describe('links about money', () => {
  it.each(all)('show the same however often by GET and HEAD, and change nothing (%s)', (_name, [matter]) =>
    withMoneyLink(matter, async ({ get, linkTo, ports }) => {
      const pages = await Promise.all(Array.from({ length: 20 }, async () => (await get()).text()));
      const head = await fetch(linkTo(), { method: 'HEAD' });
      expect([new Set(pages).size, head.status, await head.text()]).toEqual([1, 200, '']);
      expect([ports.acts, ports.uses.size, ports.photos]).toEqual([[], 0, []]);
    }),
  );

  it.each(Object.entries(acting))(
    'do nothing for a robot that sends all fields but the choice (%s)',
    (_name, [matter, form]) =>
      withMoneyLink(matter, async ({ get, post, postPhotos, ports }) => {
        const page = await (await get()).text();
        const fields = page.matchAll(/name="([\w-]+)"(?:[^>]* value="([^"]*)")?/g);
        const filled = [...fields].filter(([, name]) => name !== 'choice' && name !== 'act');
        const sent = await post(
          Object.fromEntries(filled.map(([, name = '', value]) => [name, value ?? 'yes'])),
        );
        const again = await sent.text();
        expect(sent.status).toBe(422);
        expect(page + again).not.toContain(' checked');
        expect(again).toMatch(/<title>(Erreur|Errore): /);
        if (matter.action === 'file_claim') await postPhotos([]);
        expect([ports.acts, ports.photos]).toEqual([[], []]);
        expect((await post(form)).status).toBe(200);
      }),
  );

  it.each(Object.entries(acting))(
    'act once for twenty equal clicks, and tell others so (%s)',
    (_name, [matter, form, other]) =>
      withMoneyLink(matter, async ({ get, post, ports }) => {
        const clicks = await Promise.all(Array.from({ length: 20 }, () => post(form)));
        expect(new Set(clicks.map(({ status }) => status))).toEqual(new Set([200]));
        expect(seen(await (await get()).text())).toMatch(/ven\.? 8 (mai|maggio)/);
        for (const later of [other, {}]) {
          const answered = await post(later);
          const page = seen(await answered.text());
          expect([answered.status, page]).toEqual([
            409,
            expect.stringMatching(/a déjà servi|è già stato usato/),
          ]);
        }
        expect(ports.acts).toHaveLength(1);
      }),
  );

  it('leave to the next router what is not theirs, as if it were nothing', () =>
    withMoneyLink(matters.refund(), async ({ linkTo, ports }) => {
      const link = linkTo();
      const foreign = { action: 'refund_return', sellerId, thingId, expiresAt: null } as const;
      const bad = [
        `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`,
        link.slice(0, -4),
        `${link}/`,
        linkTo({ action: 'close_return' }),
        // Another action of ours, of which there is no such thing.
        linkTo({ action: 'show_refund' }),
        linkTo({ thingId: madeId }),
        linkTo({ sellerId: thingId }),
        link.replace(/[\w-]{100}$/, signLink(foreign, ['another secret'])),
        `${link}/receipt.pdf`,
        `${link}/photos/${madeId}`,
      ];
      const form = { choice: 'yes', amountMinor: '3690' };
      for (const address of bad) {
        const posted = await fetch(address, { method: 'POST', body: new URLSearchParams(form) });
        expect([address, (await fetch(address)).status, posted.status]).toEqual([address, 404, 404]);
      }
      expect((await fetch(link, { method: 'PUT' })).status).toBe(404);
      expect(ports.acts).toEqual([]);
    }));

  it.each(all)('end when their time is over, with a page of its own (%s)', (_name, [matter, form]) =>
    withMoneyLink(matter, async ({ linkTo, ports }) => {
      const link = linkTo({ expiresAt: '2026-05-08T09:59:59.000Z' });
      const shown = await fetch(`${link}?lang=de`);
      expect([shown.status, seen(await shown.text())]).toEqual([410, expect.stringContaining('abgelaufen')]);
      const posted = await fetch(link, { method: 'POST', body: new URLSearchParams(form) });
      expect([posted.status, ports.acts]).toEqual([410, []]);
    }),
  );

  it('take only posts of forms, of this site, of a size that a person types', () =>
    withMoneyLink(matters.decide(), async ({ linkTo, post, ports }) => {
      const send = (body: string, type = 'application/x-www-form-urlencoded') =>
        fetch(`${linkTo()}?lang=en`, { method: 'POST', headers: { 'content-type': type }, body });
      expect((await send('{}', 'application/json')).status).toBe(415);
      expect((await send('act=accept&act=refuse')).status).toBe(400);
      const large = await send(`act=refuse&message=${'a'.repeat(70_000)}`);
      expect([large.status, seen(await large.text())]).toEqual([
        413,
        expect.stringContaining('shorten your text'),
      ]);
      expect((await send('act=refuse&message=a%00b')).status).toBe(422);
      expect((await send(`act=refuse&message=${'a'.repeat(1_001)}`)).status).toBe(422);
      const cross = await post({ act: 'accept' }, { 'sec-fetch-site': 'cross-site' });
      expect([cross.status, ports.acts]).toEqual([403, []]);
    }));

  it('ask whoever comes too often to wait', () =>
    withMoneyLink(
      matters.shown(),
      async ({ get }) => {
        await get();
        const second = await get();
        expect([second.status, second.headers.get('retry-after')]).toEqual([429, '60']);
      },
      { requestsPerMinute: 1 },
    ));

  it('are kept by nobody, load nothing from elsewhere and are shown in no frame', () =>
    withMoneyLink(matters.damaged(1), async ({ get, linkTo, postPhotos }) => {
      const page = await get();
      const photo = await fetch(`${linkTo()}/photos/${madeId}`);
      for (const { headers } of [page, photo, await postPhotos([new Blob(['jpeg'])])]) {
        expect(headers.get('cache-control')).toBe('no-store');
        expect(headers.get('referrer-policy')).toBe('no-referrer');
      }
      expect(photo.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*; sandbox$/);
      const policy = page.headers.get('content-security-policy');
      expect(policy).toMatch(/default-src 'none';.*form-action 'self';.*frame-ancestors 'none'/);
      expect(policy).not.toMatch(/script-src|unsafe/);
    }));
});

const at = '2026-05-08T09:00:00.000Z';
const lost = (changes: Parameters<typeof aClaim>[0]) => matters.claim({ claim: aClaim(changes) });
const partShipped = anOrder({ shipments: [aParcel([{ lineId: 'A', quantity: 1 }])] });

/** Matters of which something can be done. */
const open: Readonly<Record<string, Matter>> = {
  'decide, part shipped': matters.decide({ order: partShipped, request: aRequest({ reason: null }) }),
  'decide, all shipped': matters.decide({ order: shipped() }),
  'ask, part shipped': matters.ask({ order: partShipped }),
  'no photographs': matters.damaged(),
  'ten photographs': matters.damaged(10),
  'refund, one declined': matters.refund({ refunds: [aRefund({ state: 'declined' })] }),
};

/** Matters that are over, or not there yet. */
const over: Readonly<Record<string, Matter>> = {
  accepted: matters.decide({ request: aRequest({ state: 'accepted', decidedAt: at }) }),
  refused: matters.decide({ request: aRequest({ state: 'refused', decidedAt: at, message: '<b>Non</b>' }) }),
  lapsed: matters.decide({ request: aRequest({ state: 'lapsed', lines: [{ lineId: 'A', quantity: 1 }] }) }),
  'ask, pending': matters.ask({ order: anOrder({ state: 'pending' }) }),
  'ask, shipped': matters.ask({ order: shipped() }),
  'ask, cancelled': matters.ask({
    order: anOrder({ state: 'cancelled', cancellation: { source: 'seller', reason: null, at } }),
  }),
  'ask, open': matters.ask({ requests: [aRequest()] }),
  submitted: lost({ state: 'submitted', submittedAt: at }),
  approved: lost({ state: 'approved', approvedMinor: 3_000, decidedAt: at }),
  reimbursed: lost({ state: 'reimbursed', approvedMinor: 3_000, reimbursedMinor: 3_000 }),
  denied: lost({ state: 'denied', decidedAt: at }),
  expired: lost({ state: 'expired' }),
  'closed meanwhile': lost({ closesAt: now }),
  withdrawn: lost({ state: 'withdrawn' }),
  delivered: matters.claim({ order: shipped({ deliveredAt: at }) }),
  returning: matters.claim({ order: shipped({ status: 'returning' }) }),
  refunded: matters.refund({ owed: null, refunds: [aRefund()] }),
  'under way': matters.refund({ owed: null, refunds: [aRefund({ state: 'unknown', settledAt: null })] }),
  'not back': matters.refund({ owed: null, return: aReturn([requested()]) }),
  'nothing owed': matters.refund({ owed: null }),
  ...Object.fromEntries(refundStates.map((state) => [`refund ${state}`, matters.shown({ state })])),
};

describe('the pages about money', () => {
  const untouched = [...Object.entries(open), ...Object.entries(over)].map(
    ([name, matter]) => [name, matter, null] as const,
  );
  const used = Object.entries(acting).map(([name, [matter, form]]) => [name, matter, form] as const);

  it.each([...untouched, ...used])(
    'are whole in every language before and after, and show what strangers wrote as text (%s)',
    (_name, matter, form) =>
      withMoneyLink(matter, async ({ get, post }) => {
        const check = async (): Promise<void> => {
          const headings = await Promise.all(
            languages.map(async (language) => {
              const answered = await get(`?lang=${language}`);
              const page = await answered.text();
              expect([answered.status, page.includes(`<html lang="${language}">`)]).toEqual([200, true]);
              expect(page).not.toMatch(/undefined|\[object|NaN|<script|<b>(tard|1|Non)/);
              expect(page).not.toMatch(/secret-key|example\.org|Claire/);
              expect(page.match(/<h1>/g)).toHaveLength(1);
              const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
              expect(new Set(ids).size).toBe(ids.length);
              for (const [, id] of page.matchAll(/ for="([^"]+)"/g)) expect(ids).toContain(id);
              return /<h1>(.*?)<\/h1>/.exec(page)?.[1];
            }),
          );
          expect(new Set(headings).size).toBe(languages.length);
        };
        await check();
        if (form === null) return;
        await post(form);
        await check();
      }),
  );

  it.each(Object.entries(over))('of what is over take no form (%s)', (_name, matter) =>
    withMoneyLink(matter, async ({ get, post, postPhotos, ports }) => {
      expect(await (await get()).text()).not.toContain('<form');
      const status = matter.action === 'show_refund' ? 405 : 409;
      const form = { act: 'accept', choice: 'yes', amountMinor: '3690' };
      expect((await post(form)).status).toBe(status);
      expect((await postPhotos([new Blob(['jpeg'])])).status).toBe(status);
      expect([ports.acts, ports.photos]).toEqual([[], []]);
    }),
  );
});

describe('the words of the pages about money', () => {
  const flat = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [value(3), value(1)].map(String);
    return Object.values(value as object).flatMap(flat);
  };

  it.each(languages)('are complete, and no language is left in another one (%s)', (language) => {
    const words = flat(moneyTextsOf[language]);
    expect(words.filter((word) => word.trim() === '')).toEqual([]);
    for (const other of languages.filter((one) => one !== language)) {
      const theirs = new Set(flat(moneyTextsOf[other]).filter((word) => word.length > 24));
      expect(words.filter((word) => theirs.has(word))).toEqual([]);
    }
  });
});
