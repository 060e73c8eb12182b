import { describe, expect, it } from 'vitest';
import { createFailedLogins, mostFailures, windowMs } from '../../../src/api/board/failed-logins.ts';

const failTimes = (logins: ReturnType<typeof createFailedLogins>, address: string, times: number) => {
  for (let n = 0; n < times; n += 1) logins.record(address);
};

describe('failed logins', () => {
  it('block an address at the limit, until the window has passed', () => {
    let now = 0;
    const logins = createFailedLogins(() => now);
    failTimes(logins, '192.0.2.1', mostFailures - 1);
    expect(logins.blockedMs('192.0.2.1')).toBe(0);
    now = 10_000;
    logins.record('192.0.2.1');
    expect(logins.blockedMs('192.0.2.1')).toBe(windowMs - 10_000);
    expect(logins.blockedMs('192.0.2.2')).toBe(0);
    now = windowMs;
    expect(logins.blockedMs('192.0.2.1')).toBe(0);
    logins.record('192.0.2.1');
    expect(logins.blockedMs('192.0.2.1')).toBe(0);
  });

  it('count an IPv6 network of 64 bits as one address, and IPv4 in IPv6 as IPv4', () => {
    const logins = createFailedLogins(() => 0);
    failTimes(logins, '2001:db8:0:1::5', mostFailures);
    expect(logins.blockedMs('2001:db8::1:0:0:0:9')).toBeGreaterThan(0);
    expect(logins.blockedMs('2001:0db8:0000:0001:ffff:0:0:1')).toBeGreaterThan(0);
    expect(logins.blockedMs('2001:db8:0:2::5')).toBe(0);
    failTimes(logins, '::ffff:192.0.2.7', mostFailures);
    expect(logins.blockedMs('192.0.2.7')).toBeGreaterThan(0);
    expect(logins.blockedMs('192.0.2.8')).toBe(0);
  });

  it('remember a bounded number of addresses', () => {
    const logins = createFailedLogins(() => 0);
    failTimes(logins, '192.0.2.1', mostFailures);
    for (let n = 0; n < 10_000; n += 1) logins.record(`10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`);
    expect(logins.blockedMs('192.0.2.1')).toBe(0);
  });
});
