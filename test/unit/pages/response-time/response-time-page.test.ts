import { describe, expect, it } from 'vitest';
import { languages } from '../../../../src/domain/languages.ts';
import { renderPage } from '../../../../src/pages/layout.ts';
import { chooseListed } from '../../../../src/pages/response-time/awaiting-list.ts';
import { responseTimePage } from '../../../../src/pages/response-time/response-time-page.ts';
import type { ResponseTimeView } from '../../../../src/pages/response-time/view.ts';
import { seen } from '../return-links-harness.ts';
import { asOf, content, counts, days, view, waiting } from './view-fixture.ts';

const pageOf = (shown: ResponseTimeView): string => renderPage(responseTimePage(shown));
const textOf = (shown: ResponseTimeView): string => seen(pageOf(shown));

/** What stands in each row of a table beside its name. */
const rowsOf = (page: string, kind: string): Record<string, string[]> => {
  const [, table = ''] =
    new RegExp(`<table class="${kind}".*?<tbody[^>]*>(.*?)</tbody>`, 's').exec(page) ?? [];
  return Object.fromEntries(
    [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) => {
      const [name = '', ...cells] = [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
        seen(cell).trim(),
      );
      return [name, cells];
    }),
  );
};

describe('the table of response times', () => {
  it('shows the worked example of the seller help pages', () => {
    const rows = rowsOf(pageOf(view()), 'figures');
    expect(rows['Answered within 24 h']).toEqual(['50% (1)', '78% (14)', '76% (26)', '&gt; 90%']);
    expect(rows.Late).toEqual(['50% (1)', '22% (4)', '24% (8)', '≤ 10%']);
    expect(rows['Late: no answer for more than 24 h']).toEqual(['0', '0', '0', '–']);
    expect(rows['Late: answered after more than 24 h']).toEqual(['1', '4', '8', '–']);
    expect(rows['Average response time']?.[0]).toBe('1 day 14 hours');
    expect(rows['Goal reached?']).toEqual(['✕ missed', '✕ missed', '✕ missed', '–']);
  });

  it('names the days of each window', () => {
    const text = textOf(view());
    expect(text).toContain('7 days 7 – 14 May 2026');
    expect(text).toContain('30 days 14 Apr – 14 May 2026');
    expect(text).toContain('90 days 13 Feb – 14 May 2026');
  });

  it('says what the targets of the channel are, or of all that are shown', () => {
    const channels = [
      { channel: 'amazon.fr', targetsMs: [24 * 3_600_000] },
      { channel: 'shop', targetsMs: [24 * 3_600_000, 1.5 * 3_600_000] },
    ];
    expect(textOf(view({ channels }))).toContain('Answered within 1.5 h or 24 h');
    const asked = { ...view().asked, channel: 'amazon.fr' };
    expect(textOf(view({ channels }, { asked }))).toContain('Answered within 24 h 50% (1)');
    expect(textOf(view({ channels: [] }))).toContain('Answered within 24 h');
  });

  it('judges nothing where there is nothing, and makes no share of it', () => {
    const none = { answeredInTime: 0, answeredLate: 0, responseMs: 0 };
    const windows = [counts(7, none), counts(30, none), counts(90, none)];
    const rows = rowsOf(pageOf(view({ figures: { ...content().figures, windows } })), 'figures');
    expect(rows['Answered within 24 h']?.[0]).toBe('–');
    expect(rows['Average response time']?.[0]).toBe('–');
    expect(rows['Goal reached?']?.[0]).toBe('nothing to judge');
  });

  it('shows the seller’s own target only where there is one', () => {
    expect(textOf(view())).not.toContain('Own target');
    const windows = [counts(7, { internalJudged: 6, internalInTime: 5 }), counts(30), counts(90)];
    expect(
      rowsOf(pageOf(view({ figures: { ...content().figures, windows } })), 'figures')[
        'Own target in business hours met'
      ],
    ).toEqual(['83% (5 of 6)', '–', '–', '–']);
  });

  it.each([
    [2, '4 more late answers and the 30-day figure misses its goal.'],
    [5, '1 more late answer and the 30-day figure misses its goal.'],
    [6, 'The 30-day figure misses its goal already.'],
  ])('says what it takes until the goal of 30 days is missed (%i late)', (answeredLate, sentence) => {
    const windows = [counts(7), counts(30, { answeredInTime: 54, answeredLate }), counts(90)];
    expect(textOf(view({ figures: { ...content().figures, windows } }))).toContain(sentence);
  });
});

describe('the chart of the days', () => {
  const figures = {
    ...content().figures,
    days: days({ 0: { open: 3 }, 1: { answeredInTime: 5, answeredLate: 2, unanswered: 1 } }),
  };

  it('draws late and unanswered messages as one, and leaves out what is nought', () => {
    const page = pageOf(view({ figures }));
    const [, chart = ''] = /<svg class="bars".*?>(.*?)<\/svg>/s.exec(page) ?? [];
    const bars = [...chart.matchAll(/<rect class="bar ([a-z-]+)" .*? height="([\d.]+)%"\/>/g)];
    // Eight at most, so the chart reaches to eight.
    expect(bars.map(([, kind, height]) => [kind, height])).toEqual([
      ['in-time', '62.5'],
      ['late', '37.5'],
      ['open', '37.5'],
    ]);
  });

  it('says the same in a sentence and in a table', () => {
    const page = pageOf(view({ figures }));
    expect(page).toContain(
      'aria-label="In 30 days: 5 answered in time, 3 late or unanswered, 3 open and still in time."',
    );
    const rows = rowsOf(page, 'days');
    expect(Object.keys(rows)).toHaveLength(30);
    expect(rows['14 May']).toEqual(['0', '0', '0', '3']);
    expect(rows['13 May']).toEqual(['5', '2', '1', '0']);
  });

  it('is not there when nothing was sent', () => {
    const page = pageOf(view());
    expect(page).not.toContain('class="bars"');
    expect(seen(page)).toContain('No message was sent in these 30 days.');
  });
});

describe('the list of open messages', () => {
  const awaiting = {
    overdue: [waiting(26, 'A-26'), waiting(24 + 1 / 3_600_000, 'A-24')],
    inTime: [waiting(24, 'A-due'), waiting(20.8, null, 'amazon.fr'), waiting(2, 'A-2')],
  };
  const figures = { ...content().figures, awaiting: { count: 5, dueSoon: 2, overdue: 2 } };

  it('says how much time is left, or how late it is', () => {
    const rows = rowsOf(pageOf(view({ awaiting, figures })), 'waiting');
    expect(Object.entries(rows).map(([name, cells]) => [name, cells[0], cells.at(-1)])).toEqual([
      ['A-26', 'shop', 'late by 2 h'],
      ['A-24', 'shop', 'late by less than 1 min'],
      // Exactly at the end of the target an answer is still in time.
      ['A-due', 'shop', 'less than 1 min · due soon'],
      ['before an order', 'amazon.fr', '3 h 12 min · due soon'],
      ['A-2', 'shop', '22 h'],
    ]);
    expect(rows['A-2']?.slice(1, 3)).toEqual(['Thu 14 May at 12:05', 'Fri 15 May at 12:05']);
  });

  it('counts what is open, due soon and overdue, in the title too', () => {
    const page = pageOf(view({ awaiting, figures }));
    expect(seen(page)).toContain('5 await an answer 2 of them due soon 2 of them overdue');
    expect(page).toContain('<title>(2) Response time · Lumen</title>');
  });

  it('leaves room for what can still be answered in time', () => {
    const many = (count: number, hoursAgo: number) => Array.from({ length: count }, () => waiting(hoursAgo));
    const shown = (overdue: number, inTime: number): [number, number] => {
      const listed = chooseListed({ overdue: many(overdue, 30), inTime: many(inTime, 1) });
      const late = listed.filter(({ dueAt }) => dueAt < asOf).length;
      return [late, listed.length - late];
    };
    expect(shown(50, 0)).toEqual([50, 0]);
    expect(shown(50, 10)).toEqual([40, 10]);
    expect(shown(50, 50)).toEqual([25, 25]);
    expect(shown(3, 50)).toEqual([3, 47]);
  });

  it('says how many there are when not all are shown', () => {
    const more = { ...figures, awaiting: { count: 1_234, dueSoon: 0, overdue: 2 } };
    expect(textOf(view({ awaiting, figures: more }))).toContain('5 of 1,234 are shown.');
    expect(textOf(view({ awaiting, figures }))).not.toContain('are shown');
  });
});

describe('the page of response times', () => {
  const hostile = '"><script>alert(1)</script>';

  it('escapes whatever channels, orders and sellers are called', () => {
    const seller = { id: content().seller.id, name: hostile, hasMessages: true };
    const page = pageOf(
      view(
        {
          seller,
          channels: [
            { channel: hostile, targetsMs: [] },
            { channel: 'shop', targetsMs: [] },
          ],
          awaiting: { overdue: [waiting(30, hostile, hostile)], inTime: [] },
        },
        { sellers: [seller, { ...seller, id: '0198a1b2-0000-7000-8000-000000000002' }] },
      ),
    );
    expect(page).not.toContain('<script');
    expect(page.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(5);
  });

  it('has no script, no inline style, and nothing from elsewhere', () => {
    const page = pageOf(view({ awaiting: { overdue: [waiting(30)], inTime: [] } }));
    expect(page).not.toMatch(/<script|<form|style="|https?:\/\/|undefined|\[object/);
    for (const [, address] of page.matchAll(/href="([^"]*)"/g)) expect(address).toMatch(/^\?/);
  });

  it('keeps seller, channel and pause in every link but the one that changes them', () => {
    const channels = ['amazon.fr', 'shop'].map((channel) => ({ channel, targetsMs: [] }));
    const asked = { ...view().asked, channel: 'shop', paused: true };
    const addresses = [...pageOf(view({ channels }, { asked })).matchAll(/href="\?([^"]*)"/g)].map(
      ([, query = '']) => Object.fromEntries(new URLSearchParams(query.replaceAll('&amp;', '&'))),
    );
    const { sellerId } = asked;
    expect(addresses).toContainEqual({ seller: sellerId, live: 'off' });
    expect(addresses).toContainEqual({ seller: sellerId, channel: 'amazon.fr', live: 'off' });
    expect(addresses).toContainEqual({ seller: sellerId, channel: 'shop' });
    expect(addresses).toContainEqual({ seller: sellerId, channel: 'shop', live: 'off', lang: 'de' });
  });

  it('says when it was computed, and how it keeps up to date', () => {
    const live = textOf(view());
    expect(live).toMatch(
      /Computed 14 May 2026,? 14:05:09 \S+ \. The page renews itself every 15 seconds\. Pause/,
    );
    expect(live).toContain('Times are those of Europe/Paris');
    expect(textOf(view({}, { asked: { ...view().asked, paused: true } }))).toContain(
      'The page does not renew itself. Renew again',
    );
    const back = textOf(view({}, { asked: { ...view().asked, asOf } }));
    expect(back).toMatch(/As it stood on 14 May 2026,? 14:05:09 \S+ \. Back to now/);
    expect(back).not.toContain('renew');
  });

  it('puts a long list of sellers away', () => {
    const sellers = Array.from({ length: 13 }, (_, n) => ({
      id: `0198a1b2-0000-7000-8000-0000000001${n + 10}`,
      name: `Seller ${n}`,
      hasMessages: true,
    }));
    const [first = content().seller] = sellers;
    expect(pageOf(view({ seller: first }, { sellers: sellers.slice(0, 12) }))).not.toContain('one of');
    expect(pageOf(view({ seller: first }, { sellers }))).toContain('<summary>Seller 0 (one of 13)</summary>');
  });

  it('says so when there is no seller, or no message', () => {
    expect(textOf(view({}, { content: null, sellers: [] }))).toContain('There is no seller yet.');
    expect(textOf(view({ channels: [] }))).toContain('No message of a buyer has been counted here yet.');
  });

  it.each(languages)('speaks %s throughout', (language) => {
    const figures = {
      ...content().figures,
      awaiting: { count: 2, dueSoon: 1, overdue: 1 },
      days: days({ 0: { open: 2 } }),
    };
    const awaiting = { overdue: [waiting(100, null)], inTime: [waiting(21)] };
    const page = pageOf(view({ figures, awaiting }, { language, misread: ['seller', 'channel', 'asOf'] }));
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).not.toMatch(/undefined|null|NaN/);
  });
});
