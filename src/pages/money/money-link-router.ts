import { type NextFunction, type Request, type Response, Router } from 'express';
import { id } from '../../../queues/schemas/values.ts';
import { ClientGone } from '../../api/http/read-bytes.ts';
import { type Link, readLink } from '../../platform/link-tokens.ts';
import { languageAskedFor } from '../language-links.ts';
import type { Page } from '../layout.ts';
import { isCrossSite, limitPerAddress } from '../returns/page-limits.ts';
import { headlinePage, languageOf } from '../returns/problem-page.ts';
import { sendDocument } from '../returns/send-document.ts';
import { textsOf } from '../returns/texts/index.ts';
import type { LinkProblem } from '../returns/texts/link-texts.ts';
import { sendPage, setPrivateHeaders } from '../send-page.ts';
import { type Acted, type Acting, actOnLink, addPhotosByLink, shownPage } from './act-on-link.ts';
import { isBuyers, type MoneyLinkAction, moneyLinkActions } from './link-actions.ts';
import { type MoneyView, voiceOf } from './money-view.ts';
import type { MoneyPagePorts } from './ports.ts';
import { refundPage } from './refund/refund-page.ts';
import { moneyTextsOf } from './texts/index.ts';

export interface MoneyLinkRouterOptions {
  readonly ports: MoneyPagePorts;
  readonly linkSecrets: readonly string[];
  /** Pages per minute and IP address; whole offices and their mail scanners share one. */
  readonly requestsPerMinute?: number;
  /** Default: the machine's clock. */
  readonly now?: () => Date;
}

type LinkRequest = Request<{ token: string; photoId?: string }>;
type LinkResponse = Response<unknown, { link: Link<MoneyLinkAction> }>;

/**
 * The links about refunds, cancellations and claims in mails, for `/r`; other links go on to the next router. GET and
 * HEAD show and change nothing, whoever follows them. POST acts, once, and only with a choice that no page
 * preselects; photographs can be added by it as long as the claim takes them.
 */
export const createMoneyLinkRouter = ({
  ports,
  linkSecrets,
  requestsPerMinute = 600,
  now = () => new Date(),
}: MoneyLinkRouterOptions): Router => {
  // Strict: addresses in the pages are relative to one without a slash at its end.
  const router = Router({ strict: true, caseSensitive: true });
  const limited = limitPerAddress({ windowMs: 60_000, limit: requestsPerMinute }, (req, res) =>
    apologise(req, res, 429, 'tooMany'),
  );

  const takeOurs = (req: LinkRequest, res: LinkResponse, next: NextFunction): void => {
    const read = readLink(req.params.token, {
      actions: moneyLinkActions,
      secrets: linkSecrets,
      now: now().toISOString(),
    });
    if (read.ok) {
      res.locals.link = read.link;
      next();
    } else if (read.error === 'expired') apologise(req, res, 410, 'expired');
    else next('router');
  };

  /** Null: there is no such thing any more, of which the next router tells as of any unknown link. */
  const find = async (req: LinkRequest, { link }: LinkResponse['locals']): Promise<MoneyView | null> => {
    const { sellerId, action, thingId } = link;
    const matter = await ports.findMatter(sellerId, action, thingId);
    if (matter === null) return null;
    const { order } = matter;
    const { language, shopName } = await ports.getShop(sellerId, order.channel);
    const readers = isBuyers(action) ? order.language : language;
    const voice = voiceOf(languageAskedFor(req.query.lang) ?? readers, order);
    return { token: req.params.token, sellerId, matter, shopName, voice, now: now().toISOString() };
  };

  router.get('/:token', takeOurs, limited, async (req: LinkRequest, res: LinkResponse, next) => {
    const view = await find(req, res.locals);
    if (view === null) return next();
    send(res, 200, await pageOf(view, ports));
  });

  router.post('/:token', takeOurs, limited, async (req: LinkRequest, res: LinkResponse, next) => {
    if (isCrossSite(req.headers)) return apologise(req, res, 403, 'crossSite');
    const view = await find(req, res.locals);
    if (view === null) return next();
    const again = async () => {
      const found = await find(req, res.locals);
      if (found === null) throw new Error('What a link is about went away while it was used');
      return onlyActing(found);
    };
    const acted = await actedOn(view, { ports, again, request: req, response: res });
    if (acted === null) return notAllowed(res);
    answer(req, res, acted);
  });

  router.get('/:token/receipt.pdf', takeOurs, limited, async (req: LinkRequest, res: LinkResponse, next) => {
    const view = await find(req, res.locals);
    if (view?.matter.action !== 'show_refund') return next();
    const { refund } = view.matter;
    // Its page says how far it is.
    if (refund.state !== 'succeeded') return send(res, 409, await pageOf(view, ports));
    const receipt = await ports.receipt(view.sellerId, refund.id);
    if (receipt === null) return next();
    sendDocument(req, res, receipt);
  });

  router.get(
    '/:token/photos/:photoId',
    takeOurs,
    limited,
    async (req: LinkRequest, res: LinkResponse, next) => {
      const { link } = res.locals;
      const photoId = id.safeParse(req.params.photoId);
      if (link.action !== 'file_claim' || !photoId.success) return next();
      const photo = await ports.findPhoto(link.sellerId, link.thingId, photoId.data);
      if (photo === null) return next();
      setPrivateHeaders(res);
      res.set({
        'Content-Security-Policy': photoPolicy,
        'Content-Type': photo.contentType,
      });
      res.send(Buffer.from(photo.content));
    },
  );

  router.use((error: unknown, _req: Request, res: Response, next: NextFunction) => {
    if (error instanceof ClientGone) res.destroy();
    else next(error);
  });
  return router;
};

/** Browsers show a picture by a style of their own, without which it does not fit a phone; scripts it has none. */
const photoPolicy = `default-src 'none'; style-src 'unsafe-inline'; sandbox`;

const pageOf = ({ matter, ...view }: MoneyView, ports: MoneyPagePorts): Promise<Page> | Page =>
  matter.action === 'show_refund' ? refundPage({ ...view, matter }) : shownPage({ ...view, matter }, ports);

/** Null: there is nothing to do by this link. */
const actedOn = async ({ matter, ...view }: MoneyView, acting: Acting): Promise<Acted | null> => {
  if (matter.action === 'show_refund') return null;
  return matter.action === 'file_claim' && acting.request.query.add === 'photos'
    ? addPhotosByLink({ ...view, matter }, acting)
    : actOnLink({ ...view, matter }, acting);
};

const onlyActing = ({ matter, ...view }: MoneyView) => {
  if (matter.action === 'show_refund') throw new Error('A link is about something else than before');
  return { ...view, matter };
};

const answer = (req: LinkRequest, res: Response, acted: Acted): void => {
  if ('page' in acted) send(res, acted.status, acted.page);
  else if ('problem' in acted) apologise(req, res, acted.status, acted.problem);
  else showAnew(req, res);
};

/** So that reloading the page sends no photographs again. Relative, whatever stands before the link's address. */
const showAnew = (req: LinkRequest, res: Response): void => {
  setPrivateHeaders(res);
  res
    .status(303)
    .set('Location', `?lang=${languageOf(req)}#photos`)
    .end();
};

const send = (res: Response, status: number, page: Page): void =>
  sendPage(res, status, page, { forms: true });

const notAllowed = (res: Response): void => {
  res.status(405).set('Allow', 'GET, HEAD').type('text').send('GET, HEAD only\n');
};

const apologise = (
  req: Pick<Request, 'acceptsLanguages' | 'query'>,
  res: Response,
  status: number,
  what: LinkProblem,
): void => {
  const language = languageOf(req);
  const { title, sentence } = textsOf[language].problems[what];
  const { tooLarge, photos } = moneyTextsOf[language];
  const ours = req.query.add === 'photos' ? photos.tooLarge : tooLarge;
  sendPage(res, status, headlinePage(language, { title, sentence: what === 'tooLarge' ? ours : sentence }));
};
