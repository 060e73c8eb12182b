import type { RequestHandler, Response } from 'express';
import { ipKeyGenerator, type Options, rateLimit } from 'express-rate-limit';

/** At most so many requests per IP address in a window; whole offices share one. */
export const limitPerAddress = (
  { windowMs, limit }: { windowMs: number; limit: number },
  refuse: (req: Parameters<RequestHandler>[0], res: Response) => void,
  skip?: Options['skip'],
): RequestHandler =>
  rateLimit({
    windowMs,
    limit,
    standardHeaders: false,
    legacyHeaders: false,
    // Whoever has a whole IPv6 network has one limit.
    keyGenerator: (req) => ipKeyGenerator(req.ip ?? ''),
    // Behind a proxy the app says whom to trust; the library need not warn of it on every start.
    validate: { xForwardedForHeader: false },
    handler: (req, res) => {
      res.set('Retry-After', String(Math.ceil(windowMs / 1_000)));
      refuse(req, res);
    },
    ...(skip === undefined ? {} : { skip }),
  });

/** Answers other methods with 405 and what there is. */
export const onlyMethods =
  (...methods: readonly string[]): RequestHandler =>
  (req, res, next) => {
    if (methods.includes(req.method)) return next();
    res
      .status(405)
      .set('Allow', methods.join(', '))
      .type('text')
      .send(`${methods.join(', ')} only\n`);
  };

/** A page of somebody else must not press buttons here; what names no site is no browser, or an old one. */
export const isCrossSite = (headers: Readonly<Record<string, unknown>>): boolean =>
  headers['sec-fetch-site'] === 'cross-site';
