import { type NextFunction, type Request, type Response, Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Database } from '../../../db/client.ts';
import { findTrackingPage } from '../../../db/repositories/tracking-page/find-tracking-page.ts';
import { type Language, languages } from '../../domain/languages.ts';
import { readLink } from '../../platform/link-tokens.ts';
import { html } from '../html.ts';
import { languageAskedFor, languageLinks } from '../language-links.ts';
import { sendPage } from '../send-page.ts';
import { textsOf } from './texts/index.ts';
import type { Headline } from './texts/tracking-texts.ts';
import { trackingPage } from './tracking-page.ts';

export interface TrackingRouterOptions {
  readonly database: Database;
  readonly linkSecrets: readonly string[];
  /** Pages per minute and IP address; whole offices share one. */
  readonly requestsPerMinute?: number;
  /** Default: the machine's clock. */
  readonly now?: () => Date;
}

/** The public tracking page, for `/t`: GET and HEAD of `/t/{token}`, and nothing that changes anything. */
export const createTrackingRouter = ({
  database,
  linkSecrets,
  requestsPerMinute = 120,
  now = () => new Date(),
}: TrackingRouterOptions): Router => {
  const router = Router();
  router.use((req, res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD') return next();
    res.status(405).set('Allow', 'GET, HEAD').type('text').send('GET or HEAD\n');
  });
  router.use(
    rateLimit({
      windowMs: 60_000,
      limit: requestsPerMinute,
      standardHeaders: false,
      legacyHeaders: false,
      // Behind a proxy the app says whom to trust; the library need not warn of it on every start.
      validate: { xForwardedForHeader: false },
      handler: (req, res) => {
        res.set('Retry-After', '60');
        apologise(req, res, 429, 'tooMany');
      },
    }),
  );
  router.get('/:token', async (req: Request<{ token: string }>, res: Response, next: NextFunction) => {
    const at = now().toISOString();
    const read = readLink(req.params.token, { actions: ['track'], secrets: linkSecrets, now: at });
    if (!read.ok) return next();
    const tracking = await findTrackingPage(database, {
      sellerId: read.link.sellerId,
      orderId: read.link.thingId,
    });
    if (tracking === null) return next();
    const language = languageAskedFor(req.query.lang) ?? tracking.order.language;
    sendPage(res, 200, trackingPage(tracking, { language, now: at }));
  });
  // Whatever is wrong with a link, a stranger learns nothing from the answer.
  router.use((req, res) => apologise(req, res, 404, 'notFound'));
  return router;
};

const apologise = (req: Request, res: Response, status: number, what: 'notFound' | 'tooMany'): void => {
  const language = languageOf(req);
  const texts = textsOf[language];
  const { title, sentence }: Headline = texts[what];
  sendPage(res, status, {
    language,
    title,
    header: html`<span></span>${languageLinks(language, texts.language)}`,
    main: html`<section class="card"><h1>${title}</h1><p class="lead">${sentence}</p></section>`,
  });
};

/** Without an order to ask: what was asked for, else what the browser likes. */
const languageOf = (req: Request): Language => {
  const liked = req.acceptsLanguages([...languages]);
  return languageAskedFor(req.query.lang) ?? languageAskedFor(liked) ?? 'en';
};
