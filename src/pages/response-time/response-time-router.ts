import { type RequestHandler, Router } from 'express';
import type { Database } from '../../../db/client.ts';
import { onlyMethods } from '../returns/page-limits.ts';
import { languageOf } from '../returns/problem-page.ts';
import { sendPage } from '../send-page.ts';
import { addressOf, isLive, readAsked } from './asked.ts';
import { readView } from './read-view.ts';
import { renewalSeconds } from './renewal.ts';
import { responseTimePage } from './response-time-page.ts';

export interface ResponseTimeRouterOptions {
  readonly database: Database;
  /** The operators' login (`createOperatorAuth`): they see the figures of all sellers. */
  readonly auth: RequestHandler;
  /** Default: the machine's clock. */
  readonly now?: () => Date;
}

/** The operators' page of response times, for `/response-time`: reads only. */
export const createResponseTimeRouter = ({
  database,
  auth,
  now = () => new Date(),
}: ResponseTimeRouterOptions): Router => {
  const router = Router({ strict: true, caseSensitive: true });
  // Before the login, which would have anything else than reading refused as something else.
  router.use(onlyMethods('GET', 'HEAD'));
  router.use(auth);

  router.get('/', async (req, res): Promise<void> => {
    const live = isLive(readAsked(req.query).asked);
    // Said before anything is read, so that a screen on the wall comes back by itself after an outage. Not in
    // the page: one that is saved keeps no timer.
    if (live) res.set('Refresh', String(renewalSeconds));
    const view = await readView(database, {
      query: req.query,
      language: languageOf(req),
      now: now().toISOString(),
    });
    // By its full address: what is the default now need not be so in a minute.
    if (live) res.set('Refresh', `${renewalSeconds}; url=${addressOf(view.asked)}`);
    sendPage(res, 200, responseTimePage(view));
  });
  return router;
};
