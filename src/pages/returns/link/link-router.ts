import { type NextFunction, type Request, type Response, Router } from 'express';
import { ClientGone } from '../../../api/http/read-bytes.ts';
import type { Page } from '../../layout.ts';
import { sendPage } from '../../send-page.ts';
import { isCrossSite, limitPerAddress, onlyMethods } from '../page-limits.ts';
import type { PageDocumentFormat, ReturnLinkPorts } from '../ports.ts';
import { headlinePage, languageOf } from '../problem-page.ts';
import { sendDocument } from '../send-document.ts';
import { textsOf } from '../texts/index.ts';
import type { LinkProblem } from '../texts/link-texts.ts';
import { actOnLink } from './act-on-link.ts';
import { donePage, obstaclePage, waitingPage } from './after-pages.ts';
import { findView, linkKeyOf } from './find-view.ts';
import { formPage } from './form-pages.ts';
import { labelPage } from './label-page.ts';
import { type ActingLink, obstacleTo } from './link-actions.ts';
import { formState, type LinkView } from './link-view.ts';

export interface ReturnLinkRouterOptions {
  readonly ports: ReturnLinkPorts;
  readonly linkSecrets: readonly string[];
  /** Pages per minute and IP address; whole offices and their mail scanners share one. */
  readonly requestsPerMinute?: number;
  /** Default: the machine's clock. */
  readonly now?: () => Date;
}

type LinkRequest = Request<{ token: string }>;

/**
 * The links about returns in mails, for `/r`. GET and HEAD show and change nothing, whoever follows them: mail
 * scanners do, with scripts and all. POST acts, once, and only with a choice that no page preselects.
 */
export const createReturnLinkRouter = ({
  ports,
  linkSecrets,
  requestsPerMinute = 600,
  now = () => new Date(),
}: ReturnLinkRouterOptions): Router => {
  // Strict: addresses in the pages are relative to one without a slash at its end.
  const router = Router({ strict: true, caseSensitive: true });
  const find = (req: LinkRequest) =>
    findView(req.params.token, req.query, { ports, linkSecrets, now: now().toISOString() });
  const again = (req: LinkRequest) => async (): Promise<LinkView> => {
    const found = await find(req);
    if (!found.ok) throw new Error('A return went away while its link was used');
    return found.view;
  };

  router.use(onlyMethods('GET', 'HEAD', 'POST'));
  router.use(
    limitPerAddress({ windowMs: 60_000, limit: requestsPerMinute }, (req, res) =>
      apologise(req, res, 429, 'tooMany'),
    ),
  );

  router.get('/:token', async (req: LinkRequest, res: Response) => {
    const found = await find(req);
    if (!found.ok) return apologise(req, res, statusOf[found.problem], found.problem);
    send(res, 200, await shownPage(found.view, ports));
  });

  router.post('/:token', async (req: LinkRequest, res: Response) => {
    if (isCrossSite(req.headers)) return apologise(req, res, 403, 'crossSite');
    const found = await find(req);
    if (!found.ok) return apologise(req, res, statusOf[found.problem], found.problem);
    const { view } = found;
    if (view.action === 'print_return_label') return notAllowed(res);
    const acting = { ports, again: again(req), request: req, response: res };
    const acted = await actOnLink(view.action, view, acting);
    if ('problem' in acted) apologise(req, res, acted.status, acted.problem);
    else send(res, acted.status, acted.page);
  });

  const sendFile = (format: PageDocumentFormat) => async (req: LinkRequest, res: Response) => {
    const found = await find(req);
    if (!found.ok) return apologise(req, res, statusOf[found.problem], found.problem);
    const { action, full, voice } = found.view;
    if (action !== 'print_return_label') return apologise(req, res, 404, 'notFound');
    const obstacle = obstacleTo(action, full.return, voice.texts);
    if (obstacle !== null) return send(res, 409, obstaclePage(found.view, obstacle));
    const document = await ports.findDocument(full.sellerId, full.return.id, format);
    if (document === null) return apologise(req, res, 404, 'notFound');
    sendDocument(req, res, document);
  };
  router.get('/:token/label.pdf', sendFile('return.pdf'));
  router.get('/:token/shop-label', sendFile('uploaded'));
  router.post(['/:token/label.pdf', '/:token/shop-label'], (_req, res) => notAllowed(res));

  // Whatever is wrong with a link, a stranger learns nothing from the answer.
  router.use((req, res) => apologise(req, res, 404, 'notFound'));
  router.use((error: unknown, _req: Request, res: Response, next: NextFunction) => {
    if (error instanceof ClientGone) res.destroy();
    else next(error);
  });
  return router;
};

const statusOf = { notFound: 404, expired: 410 } as const;

/** What a link shows: its form, what it has done, or why it can do nothing. */
const shownPage = async (view: LinkView, ports: ReturnLinkPorts): Promise<Page> => {
  const { action, full, voice, token } = view;
  if (action === 'print_return_label') {
    const obstacle = obstacleTo(action, full.return, voice.texts);
    return obstacle === null ? labelPage(view) : obstaclePage(view, obstacle);
  }
  const use = await ports.findLinkUse(full.sellerId, linkKeyOf(token));
  switch (use?.state) {
    case 'waiting':
    case 'queued':
      return waitingPage(view, 'pending');
    case 'failed':
    case 'cancelled':
      return waitingPage(view, 'failed');
    case 'done':
      return donePage(action, view, { use });
    default:
      // Not used, or refused and given back.
      return openPage(action, view);
  }
};

const openPage = (action: ActingLink, view: LinkView): Page => {
  const obstacle = obstacleTo(action, view.full.return, view.voice.texts);
  return obstacle === null ? formPage(action, view, formState(view)) : obstaclePage(view, obstacle);
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
  sendPage(res, status, headlinePage(language, textsOf[language].problems[what]));
};
