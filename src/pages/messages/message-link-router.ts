import { type NextFunction, type Request, type Response, Router } from 'express';
import { ClientGone } from '../../api/http/read-bytes.ts';
import { type Link, readLink } from '../../platform/link-tokens.ts';
import { languageAskedFor } from '../language-links.ts';
import type { Page } from '../layout.ts';
import { isCrossSite, limitPerAddress } from '../returns/page-limits.ts';
import { headlinePage, languageOf } from '../returns/problem-page.ts';
import { textsOf } from '../returns/texts/index.ts';
import type { LinkProblem } from '../returns/texts/link-texts.ts';
import { sendPage } from '../send-page.ts';
import { actOnLink, shownPage } from './act-on-link.ts';
import {
  type MessageLinkAction,
  type MessageView,
  messageLinkActions,
  sideOf,
  voiceOf,
} from './message-view.ts';
import type { MessagePagePorts } from './ports.ts';
import { messageTextsOf } from './texts/index.ts';

export interface MessageLinkRouterOptions {
  readonly ports: MessagePagePorts;
  readonly linkSecrets: readonly string[];
  /** Pages per minute and IP address; whole offices and their mail scanners share one. */
  readonly requestsPerMinute?: number;
  /** Default: the machine's clock. */
  readonly now?: () => Date;
}

type LinkRequest = Request<{ token: string }>;
type LinkResponse = Response<unknown, { link: Link<MessageLinkAction> }>;

/**
 * The links about messages in mails, for `/r`; other links go on to the next router. GET and HEAD show and
 * change nothing, whoever follows them. POST acts, once, and only with a choice that no page preselects.
 */
export const createMessageLinkRouter = ({
  ports,
  linkSecrets,
  requestsPerMinute = 600,
  now = () => new Date(),
}: MessageLinkRouterOptions): Router => {
  const router = Router({ strict: true, caseSensitive: true });
  const limited = limitPerAddress({ windowMs: 60_000, limit: requestsPerMinute }, (req, res) =>
    apologise(req, res, 429, 'tooMany'),
  );

  const takeOurs = (req: LinkRequest, res: LinkResponse, next: NextFunction): void => {
    const read = readLink(req.params.token, {
      actions: messageLinkActions,
      secrets: linkSecrets,
      now: now().toISOString(),
    });
    if (read.ok) {
      res.locals.link = read.link;
      next();
    } else if (read.error === 'expired') apologise(req, res, 410, 'expired');
    else next('router');
  };

  /** Null: there is no such message any more, of which the next router tells as of any unknown link. */
  const find = async (req: LinkRequest, { link }: LinkResponse['locals']): Promise<MessageView | null> => {
    const { sellerId, action, thingId } = link;
    const conversation = await ports.findConversation(sellerId, thingId);
    if (conversation === null) return null;
    const reader = await ports.getReader(sellerId, sideOf(action), conversation.thread);
    const language = languageAskedFor(req.query.lang) ?? reader.language;
    return {
      action,
      token: req.params.token,
      sellerId,
      conversation,
      shopName: reader.shopName,
      voice: voiceOf(language, reader.timeZone),
      now: now().toISOString(),
    };
  };

  router.get('/:token', takeOurs, limited, async (req: LinkRequest, res: LinkResponse, next) => {
    const view = await find(req, res.locals);
    if (view === null) return next();
    send(res, 200, await shownPage(view, ports));
  });

  router.post('/:token', takeOurs, limited, async (req: LinkRequest, res: LinkResponse, next) => {
    if (isCrossSite(req.headers)) return apologise(req, res, 403, 'crossSite');
    const view = await find(req, res.locals);
    if (view === null) return next();
    const again = async (): Promise<MessageView> => {
      const found = await find(req, res.locals);
      if (found === null) throw new Error('A message went away while its link was used');
      return found;
    };
    const acted = await actOnLink(view, { ports, again, request: req, response: res });
    if ('problem' in acted) apologise(req, res, acted.status, acted.problem);
    else send(res, acted.status, acted.page);
  });

  router.use((error: unknown, _req: Request, res: Response, next: NextFunction) => {
    if (error instanceof ClientGone) res.destroy();
    else next(error);
  });
  return router;
};

const send = (res: Response, status: number, page: Page): void =>
  sendPage(res, status, page, { forms: true });

const apologise = (
  req: Pick<Request, 'acceptsLanguages' | 'query'>,
  res: Response,
  status: number,
  what: LinkProblem,
): void => {
  const language = languageOf(req);
  const { title, sentence } = textsOf[language].problems[what];
  const said = what === 'tooLarge' ? messageTextsOf[language].tooLarge : sentence;
  sendPage(res, status, headlinePage(language, { title, sentence: said }));
};
