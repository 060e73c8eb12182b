import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Login {
  readonly user: string;
  readonly password: string;
}

/** `viewer` sees everything that the operator sees and changes nothing. */
export type OperatorRole = 'operator' | 'viewer';

/** Longer than any user and password that a person sets. */
const longestHeader = 1_024;

/** User and password of an `Authorization: Basic` header (RFC 7617); null: it is no such header. */
export const parseBasicLogin = (header: string | undefined): Login | null => {
  const match = header === undefined || header.length > longestHeader ? null : /^Basic +(\S+)$/i.exec(header);
  const text = Buffer.from(match?.[1] ?? '', 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? null : { user: text.slice(0, colon), password: text.slice(colon + 1) };
};

/** Any key: it makes all texts equally long, and their digests useless outside this process. */
const key = randomBytes(32);

const sameText = (left: string, right: string): boolean => timingSafeEqual(digest(left), digest(right));

const digest = (text: string): Buffer => createHmac('sha256', key).update(text).digest();

/**
 * Whose login it is. Takes the same time whatever part of it is wrong: every part of every known login is
 * compared, and only digests of equal length are.
 */
export const createRoleOf = (logins: Readonly<Partial<Record<OperatorRole, Login>>>) => {
  const known = (['operator', 'viewer'] as const).flatMap((role) => {
    const login = logins[role];
    if (login === undefined) return [];
    if (login.user === '' || login.password === '')
      throw new Error(`The ${role}'s user or password is empty`);
    return [{ role, ...login }];
  });
  return (login: Login): OperatorRole | null => {
    const fitting = known.map(({ role, user, password }) => {
      const [userFits, passwordFits] = [sameText(login.user, user), sameText(login.password, password)];
      return userFits && passwordFits ? role : null;
    });
    return fitting.find((role) => role !== null) ?? null;
  };
};
