import { addDays, addHours } from '../../../../src/domain/calendar/instant.ts';
import type { FigureWindow, WindowCounts } from '../../../../src/domain/response-time/figures.ts';
import type { ResponseTimeView, SellerContent } from '../../../../src/pages/response-time/view.ts';

export const asOf = '2026-05-14T12:05:09.000Z';
const seller = { id: '0198a1b2-0000-7000-8000-000000000001', name: 'Lumen', hasMessages: true };

/** The worked example (003): 7 days with one answer in time and one late, 1 day 14 hours on average. */
export const counts = (days: FigureWindow, changes: Partial<WindowCounts> = {}): WindowCounts => ({
  days,
  answeredInTime: 1,
  answeredLate: 1,
  unanswered: 0,
  responseMs: 2 * 38 * 3_600_000,
  internalJudged: 0,
  internalInTime: 0,
  ...changes,
});

/** A message that was sent so long ago, with a target of 24 hours and a warning at 20. */
export const waiting = (hoursAgo: number, order: string | null = 'A-1', channel = 'shop') => ({
  channel,
  channelOrderId: order,
  sentAt: addHours(asOf, -hoursAgo),
  warnAt: addHours(asOf, 20 - hoursAgo),
  dueAt: addHours(asOf, 24 - hoursAgo),
});

/** Thirty days without a message but for those named here, by how many days ago they were. */
export const days = (
  named: Readonly<Record<number, Partial<SellerContent['figures']['days'][number]>>> = {},
): SellerContent['figures']['days'] =>
  Array.from({ length: 30 }, (_, n) => ({
    day: addDays(asOf, n - 29).slice(0, 10),
    answeredInTime: 0,
    answeredLate: 0,
    unanswered: 0,
    open: 0,
    ...named[29 - n],
  }));

export const content = (changes: Partial<SellerContent> = {}): SellerContent => ({
  seller,
  channels: [{ channel: 'shop', targetsMs: [24 * 3_600_000] }],
  zone: 'Europe/Paris',
  figures: {
    windows: [
      counts(7),
      counts(30, { answeredInTime: 14, answeredLate: 4 }),
      counts(90, { answeredInTime: 26, answeredLate: 8 }),
    ],
    awaiting: { count: 0, dueSoon: 0, overdue: 0 },
    days: days(),
  },
  awaiting: { overdue: [], inTime: [] },
  ...changes,
});

export const view = (
  changes: Partial<SellerContent> = {},
  head: Partial<ResponseTimeView> = {},
): ResponseTimeView => ({
  asked: { sellerId: seller.id, channel: null, asOf: null, language: null, paused: false },
  misread: [],
  asOf,
  language: 'en',
  sellers: [seller],
  content: content(changes),
  ...head,
});
