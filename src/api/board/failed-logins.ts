import { isIPv6 } from 'node:net';

/** Wrong passwords that one address may try within the window; a person mistypes two or three times. */
export const mostFailures = 10;
export const windowMs = 60_000;
/** Addresses remembered at once: about 1 MB. The oldest go first. */
const mostAddresses = 10_000;

interface Failures {
  count: number;
  readonly until: number;
}

/** Counts failed logins by address in this process. */
export interface FailedLogins {
  /** Milliseconds until this address may try again; 0: now. */
  blockedMs(address: string): number;
  record(address: string): void;
}

export const createFailedLogins = (now: () => number = Date.now): FailedLogins => {
  const byNetwork = new Map<string, Failures>();
  const find = (address: string): Failures | undefined => {
    const key = networkOf(address);
    const found = byNetwork.get(key);
    if (found === undefined || found.until > now()) return found;
    byNetwork.delete(key);
    return undefined;
  };
  return {
    blockedMs: (address) => {
      const failures = find(address);
      return failures !== undefined && failures.count >= mostFailures ? failures.until - now() : 0;
    },
    record: (address) => {
      const failures = find(address);
      if (failures !== undefined) {
        failures.count += 1;
        return;
      }
      const oldest = byNetwork.size >= mostAddresses ? byNetwork.keys().next().value : undefined;
      if (oldest !== undefined) byNetwork.delete(oldest);
      byNetwork.set(networkOf(address), { count: 1, until: now() + windowMs });
    },
  };
};

/** An IPv6 customer owns a whole /64 and could take a new address for every guess. */
const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === '' ? [] : tail.split(':');
  const zeros = plain.includes('::') ? Array(Math.max(0, 8 - groups.length - rest.length)).fill('0') : [];
  return [...groups, ...zeros, ...rest]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
};
