import { describe, expect, it } from 'vitest';
import { createRoleOf, parseBasicLogin } from '../../../src/api/board/operator-login.ts';
import { comesFromOurPages } from '../../../src/api/board/same-origin.ts';

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('a basic login', () => {
  it('is read with colons and accents in the password', () => {
    expect(parseBasicLogin(basic('operator:a:b'))).toEqual({ user: 'operator', password: 'a:b' });
    expect(parseBasicLogin(basic('opérateur:é'))).toEqual({ user: 'opérateur', password: 'é' });
    expect(parseBasicLogin(basic('operator:').replace('Basic', 'bAsIc'))).toEqual({
      user: 'operator',
      password: '',
    });
  });

  it.each([
    undefined,
    '',
    'Basic',
    'Basic ',
    'Bearer abc',
    basic('nocolon'),
    basic(`a:${'b'.repeat(2_000)}`),
  ])('is not read from %s', (header) => {
    expect(parseBasicLogin(header)).toBeNull();
  });

  it('belongs to the role whose user and password both fit', () => {
    const roleOf = createRoleOf({
      operator: { user: 'operator', password: 'one' },
      viewer: { user: 'viewer', password: 'two' },
    });
    expect(roleOf({ user: 'operator', password: 'one' })).toBe('operator');
    expect(roleOf({ user: 'viewer', password: 'two' })).toBe('viewer');
    expect(roleOf({ user: 'operator', password: 'two' })).toBeNull();
    expect(roleOf({ user: 'viewer', password: 'one' })).toBeNull();
    expect(roleOf({ user: '', password: '' })).toBeNull();
  });

  it('cannot be empty', () => {
    expect(() => createRoleOf({ operator: { user: 'operator', password: '' } })).toThrow('operator');
  });
});

describe('a change', () => {
  it.each([
    [{}, true],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://shop.example', host: 'inner:3000' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://a.example', host: 'a.example' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ origin: 'http://10.0.0.5:3000', host: '10.0.0.5:3000' }, true],
    [{ origin: 'http://10.0.0.5:8080', host: '10.0.0.5:3000' }, false],
    [{ origin: 'null', host: 'a.example' }, false],
  ])('with %j comes from our pages: %s', (headers, expected) => {
    expect(comesFromOurPages(headers)).toBe(expected);
  });
});
