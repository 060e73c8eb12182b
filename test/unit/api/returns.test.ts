import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { idsBeginningWith } from '../../../db/repositories/returns-read/list-returns.ts';
import { documentPath } from '../../../src/api/returns/document-paths.ts';
import { instantOrDate } from '../../../src/api/returns/period.ts';
import { returnOut, showReturn } from '../../../src/api/returns/return-view.ts';
import { checkRefundPolicy, refundPolicy } from '../../../src/api/settings/refund-policy.ts';
import type { ReturnEvent } from '../../../src/domain/returns/events.ts';
import { documentFormats } from '../../../src/labels/document-formats.ts';
import { authorized, fullReturn, requested, returnId } from '../pages/return-fixture.ts';

const noon = '2026-05-07T12:00:00.000Z';
const show = (events: readonly ReturnEvent[], now = noon) =>
  returnOut.parse(showReturn(fullReturn(events), now));

describe('A return as it is shown', () => {
  const clock = {
    startedAt: '2026-05-06T17:36:31.000Z',
    warnAt: null,
    dueAt: '2026-05-08T17:36:31.000Z',
    stoppedAt: null,
    warnedAt: null,
    breachedAt: null,
  };

  it.each([
    ['open', null, '2026-05-08T17:36:30.999Z'],
    ['open', null, '2026-05-08T17:36:31.000Z'],
    ['overdue', null, '2026-05-08T17:36:31.001Z'],
    ['answered', '2026-05-08T17:36:30.999Z', '2026-06-01T00:00:00.000Z'],
    ['answered_late', '2026-05-08T17:36:31.001Z', '2026-06-01T00:00:00.000Z'],
  ])('has a clock that is %s', (status, stoppedAt, now) => {
    const { response } = show([requested({ clock: { ...clock, stoppedAt } })], now);
    expect(response).toMatchObject({ status, dueAt: clock.dueAt, stoppedAt });
  });

  it('has no clock where nobody waits', () => {
    expect(show([requested({ clock: null })]).response).toBeNull();
  });

  it('leads to no document before there is one to print', () => {
    expect(show([requested()])).toMatchObject({ rma: null, documentVersion: null, documents: {} });
    expect(show([requested(), authorized({ returnAddress: null })]).documents).toEqual({});
  });

  it('leads to every form of its documents, or to the seller’s own label', () => {
    const drawn = show([requested(), authorized()]);
    expect(Object.keys(drawn.documents)).toEqual([...documentFormats]);
    const label = { kind: 'uploaded', contentType: 'image/png' } as const;
    const own = show([requested(), authorized({ label, documentVersion: 3 })]);
    expect(own).toMatchObject({ label: 'uploaded', documentVersion: 3 });
    expect(own.documents).toEqual({
      'return.pdf': documentPath(returnId, 'return.pdf'),
      uploaded: documentPath(returnId, 'uploaded'),
    });
  });

  it('tells in its history who did what, and not whom it concerns', () => {
    const reply: ReturnEvent = { type: 'replied', message: 'Une photo ?', actor: 'seller', at: noon };
    const { history } = show([requested(), reply, authorized()]);
    expect(history.map(({ type, actor }) => [type, actor])).toEqual([
      ['requested', 'buyer'],
      ['replied', 'seller'],
      ['authorized', 'seller'],
    ]);
    expect(history[1]?.message).toBe('Une photo ?');
    expect(history.flatMap((entry) => Object.keys(entry))).not.toContain('request');
  });
});

describe('The beginning of an id', () => {
  it('stands for all ids that begin like it', () => {
    expect(idsBeginningWith('01981B2E-5b')).toEqual({
      first: '01981b2e-5b00-0000-0000-000000000000',
      last: '01981b2e-5bff-ffff-ffff-ffffffffffff',
    });
    expect(idsBeginningWith(returnId)).toEqual({ first: returnId, last: returnId });
  });

  it.each(['', '01', '01981b2e', '01981b2e-5b1c7', '01981b2e--', `${returnId}0`, 'R-1', '0198zzzz-'])(
    'is not %j',
    (text) => expect(idsBeginningWith(text)).toBeNull(),
  );
});

describe('An end of a period', () => {
  it.each([
    ['2026-05-07T14:00:00+02:00', '2026-05-07T12:00:00.000Z'],
    ['2026-05-07', '2026-05-07'],
  ])('may be %s', (given, read) => expect(instantOrDate.parse(given)).toBe(read));

  it.each(['2026-02-30', '2026-05-07T14:00:00', '1999-12-31', '9999-12-31', 'yesterday'])(
    'is not %s',
    (given) => expect(instantOrDate.safeParse(given).success).toBe(false),
  );
});

describe('A refund policy', () => {
  const cost = (country: string, currency = 'EUR') => ({ country, costMinor: 690, currency });
  const problemsOf = (returnCosts: readonly object[]) => {
    try {
      checkRefundPolicy(refundPolicy.parse({ returnCosts }));
      return [];
    } catch (problem) {
      return z
        .object({ details: z.object({ errors: z.array(z.object({ path: z.string(), code: z.string() })) }) })
        .parse(problem).details.errors;
    }
  };

  it('has one cost per country and currency', () => {
    expect(problemsOf([cost('FR'), cost('DE'), cost('FR', 'USD')])).toEqual([]);
    expect(problemsOf([cost('FR'), cost('FR')])).toEqual([
      { path: 'returnCosts[1]', code: 'duplicate_return_cost' },
    ]);
    expect(problemsOf([cost('QQ')])).toEqual([{ path: 'returnCosts[0].country', code: 'unknown_country' }]);
  });

  it.each([
    [{ restockingFee: { percent: 20, amountMinor: 100 } }],
    [{ restockingFee: { percent: 100.5 } }],
    [{ restockingFee: {} }],
    [{ faultByReason: { ugly: 'seller' } }],
    [{ faultByReason: { defective: 'nobody' } }],
    [{ refundBusinessDays: -1 }],
    [{ claims: { basis: 'a guess' } }],
  ])('is not %j', (wrong) => expect(refundPolicy.safeParse(wrong).success).toBe(false));
});
