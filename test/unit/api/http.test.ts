import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { waitSecondsOf } from '../../../src/api/accept/prefer.ts';
import { fieldErrors, formatPath } from '../../../src/api/http/field-errors.ts';
import { pageOf, pageQuery, showPage } from '../../../src/api/http/page.ts';
import { newId } from '../../../src/platform/ids.ts';

describe('Prefer', () => {
  it.each([
    [undefined, null],
    ['respond-async', null],
    ['wait=5', 5],
    ['Wait = "5"', 5],
    ['respond-async, wait=30', 30],
    ['handling=lenient; x, wait=0; y=2', 0],
    ['wait=1, wait=2', 1],
  ])('reads %s as %s', (header, seconds) => expect(waitSecondsOf(header)).toBe(seconds));

  it.each(['wait', 'wait=', 'wait=-1', 'wait=31', 'wait=1.5', 'wait=abc'])('refuses %s', (header) => {
    expect(() => waitSecondsOf(header)).toThrow(/at most 30/);
  });
});

describe('Field errors', () => {
  it('writes paths as JavaScript does', () => {
    expect(formatPath(['lines', 0, 'quantity'])).toBe('lines[0].quantity');
    expect(formatPath([])).toBe('');
    expect(formatPath([3, 'code'])).toBe('[3].code');
  });

  it('calls what is missing required, and never repeats what was sent', () => {
    const schema = z.object({ name: z.string().max(3), quantity: z.int() });
    const input = { name: 'a secret' };
    const parsed = schema.safeParse(input);
    const errors = parsed.error === undefined ? [] : fieldErrors(parsed.error, input);
    expect(errors.map(({ path, code }) => [path, code])).toEqual([
      ['name', 'too_big'],
      ['quantity', 'required'],
    ]);
    expect(JSON.stringify(errors)).not.toContain('secret');
  });
});

describe('Cursors', () => {
  const query = z.object(pageQuery);

  it('lead from a page to the next one, and end', () => {
    const ids = Array.from({ length: 3 }, newId);
    const page = showPage(ids, 2, (id) => id);
    expect(page.items).toEqual(ids.slice(0, 2));
    const { after } = pageOf(query.parse({ limit: '2', cursor: page.nextCursor }));
    expect(after).toBe(ids[1]);
    expect(showPage(ids.slice(2), 2, (id) => id).nextCursor).toBeNull();
  });

  it.each(['x', '../../etc/passwd', 'AAAA'])('refuse %s', (cursor) => {
    expect(query.safeParse({ cursor }).success).toBe(false);
  });
});
