import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Link, readLink, signLink } from '../../../src/platform/link-tokens.ts';

const now = '2026-05-07T12:00:00.000Z';
const secrets = ['first secret of the installation', 'an older one that still verifies'];
const link: Link = {
  action: 'track',
  sellerId: '01970000-0000-7000-8000-000000000001',
  thingId: '01970000-0000-7000-8000-0000000000ff',
  expiresAt: null,
};
const use = { actions: ['track'], secrets, now } as const;

const anyLink = fc.record({
  action: fc.constantFrom('track', 'authorize_return', 'close_return', 'confirm_withdrawal') as fc.Arbitrary<
    Link['action']
  >,
  sellerId: fc.uuid(),
  thingId: fc.uuid(),
  expiresAt: fc.option(
    fc
      .integer({ min: Date.parse(now) / 1000 + 1, max: 4_000_000_000 })
      .map((seconds) => new Date(seconds * 1000).toISOString()),
  ),
});
/** Any UTF-16 at all, halves of surrogate pairs included. */
const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
const allActions = ['track', 'authorize_return', 'close_return', 'confirm_withdrawal'] as const;

describe('link tokens', () => {
  it('give back what was signed', () => {
    fc.assert(
      fc.property(anyLink, fc.string({ minLength: 1 }), (signed, secret) => {
        const token = signLink(signed, [secret]);
        expect(token).toMatch(/^[\w-]{100}$/);
        expect(readLink(token, { actions: allActions, secrets: [secret], now })).toEqual({
          ok: true,
          link: signed,
        });
      }),
    );
  });

  it('are the same for the same link, so that a mail rendered twice is one mail', () => {
    expect(signLink(link, secrets)).toBe(signLink({ ...link }, secrets));
  });

  it('are refused with any one bit flipped', () => {
    const bytes = Buffer.from(signLink(link, secrets), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const result = readLink(flipped.toString('base64url'), { ...use, actions: allActions });
      expect(result.ok, `bit ${bit}`).toBe(false);
    }
  });

  it('are refused with any one character changed, added or removed', () => {
    const token = signLink(link, secrets);
    fc.assert(
      fc.property(fc.nat({ max: 99 }), fc.constantFrom(...'ABCXYZabcxyz0189-_+/=. %\0é'), (at, character) => {
        fc.pre(token[at] !== character);
        const changed = token.slice(0, at) + character + token.slice(at + 1);
        expect(readLink(changed, use).ok).toBe(false);
        expect(readLink(token.slice(0, at) + character + token.slice(at), use).ok).toBe(false);
        expect(readLink(token.slice(0, at) + token.slice(at + 1), use).ok).toBe(false);
      }),
    );
  });

  it('never throw on what strangers send', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), anyUnits), (text) => {
        expect(readLink(text, use)).toEqual({ ok: false, error: 'malformed' });
      }),
    );
    expect(readLink('A'.repeat(100), use)).toEqual({ ok: false, error: 'malformed' });
  });

  it('are for their action only', () => {
    const token = signLink({ ...link, action: 'authorize_return' }, secrets);
    expect(readLink(token, use)).toEqual({ ok: false, error: 'forged' });
    expect(readLink(token, { ...use, actions: ['close_return', 'authorize_return'] })).toMatchObject({
      ok: true,
      link: { action: 'authorize_return' },
    });
  });

  it('end at their expiry, to the second', () => {
    const token = signLink({ ...link, expiresAt: now }, secrets);
    expect(readLink(token, { ...use, now: '2026-05-07T11:59:59.999Z' }).ok).toBe(true);
    expect(readLink(token, use)).toEqual({ ok: false, error: 'expired' });
  });

  it('outlive a rotation while their secret still verifies, and no longer', () => {
    const [first = '', older = ''] = secrets;
    const token = signLink(link, [older]);
    expect(readLink(token, use).ok).toBe(true);
    expect(readLink(token, { ...use, secrets: [first] })).toEqual({ ok: false, error: 'forged' });
    expect(readLink(token, { ...use, secrets: [] })).toEqual({ ok: false, error: 'forged' });
  });

  it('say forged, and not expired, of an expired token that somebody else signed', () => {
    const token = signLink({ ...link, expiresAt: '2020-01-01T00:00:00.000Z' }, ['a stranger']);
    expect(readLink(token, use)).toEqual({ ok: false, error: 'forged' });
  });

  it('cannot be signed without a secret or for what is no UUID', () => {
    expect(() => signLink(link, [])).toThrow('No link secret');
    expect(() => signLink(link, [''])).toThrow('No link secret');
    expect(() => signLink({ ...link, thingId: '42' }, secrets)).toThrow('UUID');
  });
});
