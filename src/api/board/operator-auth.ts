import type { RequestHandler, Response } from 'express';
import type { Logger } from '../../platform/logger.ts';
import { createFailedLogins } from './failed-logins.ts';
import { createRoleOf, type Login, type OperatorRole, parseBasicLogin } from './operator-login.ts';
import { comesFromOurPages } from './same-origin.ts';

export type { Login, OperatorRole } from './operator-login.ts';

export interface OperatorAuthOptions {
  readonly operator: Login;
  readonly viewer?: Login | undefined;
  readonly logger: Logger;
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);
const roles = new WeakMap<Response, OperatorRole>();

/** Who is signed in; only behind `createOperatorAuth`. */
export const roleOf = (res: Response): OperatorRole => {
  const role = roles.get(res);
  if (role === undefined) throw new Error('This route is not behind the operator login');
  return role;
};

/**
 * The login of all operator pages: HTTP basic, which browsers, curl and password managers know. One of these
 * serves all of them, so that guesses are counted together. Behind a proxy Express must be told to trust it
 * ('trust proxy'), or all clients count as one address.
 */
export const createOperatorAuth = ({ operator, viewer, logger }: OperatorAuthOptions): RequestHandler => {
  const findRole = createRoleOf({ operator, ...(viewer ? { viewer } : {}) });
  const failedLogins = createFailedLogins();

  return (req, res, next) => {
    res.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    const address = req.ip ?? '';
    const blockedMs = failedLogins.blockedMs(address);
    if (blockedMs > 0) {
      res.set('Retry-After', String(Math.ceil(blockedMs / 1_000)));
      refuse(res, 429, 'too_many_logins', 'Too many wrong passwords from this address; try again later.');
      return;
    }
    const header = req.get('authorization');
    const login = parseBasicLogin(header);
    const role = login === null ? null : findRole(login);
    if (role === null) {
      // Browsers come without a login first: that is no guess.
      if (header !== undefined) {
        failedLogins.record(address);
        logger.warn({ path: req.baseUrl }, 'Wrong operator login');
      }
      res.set('WWW-Authenticate', 'Basic realm="Navette", charset="UTF-8"');
      refuse(res, 401, 'operator_login_needed', 'Sign in as the operator or the viewer.');
      return;
    }
    if (!reading.has(req.method)) {
      if (role === 'viewer') {
        refuse(res, 403, 'viewer_reads_only', 'The viewer may look at everything and change nothing.');
        return;
      }
      if (!comesFromOurPages(req.headers)) {
        refuse(res, 403, 'cross_site_request', 'This request came from a page of another site.');
        return;
      }
    }
    roles.set(res, role);
    next();
  };
};

const titles = { 401: 'Not signed in', 403: 'Not allowed', 429: 'Too many attempts' } as const;

const refuse = (res: Response, status: keyof typeof titles, code: string, detail: string): void => {
  res
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title: titles[status], status, code, detail }));
};
