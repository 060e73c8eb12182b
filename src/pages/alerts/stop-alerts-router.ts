import { type NextFunction, type Request, type Response, Router } from 'express';
import type { Database } from '../../../db/client.ts';
import { findChannelOf } from '../../../db/repositories/orders-read/find-channel-of.ts';
import { findSetting, saveSetting } from '../../../db/repositories/settings/save-setting.ts';
import { channelSettings } from '../../api/settings/channel-settings.ts';
import { defaultLanguageOf } from '../../domain/channels.ts';
import { readLink } from '../../platform/link-tokens.ts';
import { html } from '../html.ts';
import { languageAskedFor, languageLinks } from '../language-links.ts';
import type { Page } from '../layout.ts';
import { readForm } from '../returns/form/read-form.ts';
import { isCrossSite, limitPerAddress } from '../returns/page-limits.ts';
import { headlinePage, languageOf } from '../returns/problem-page.ts';
import { textsOf } from '../returns/texts/index.ts';
import { sendPage } from '../send-page.ts';
import { stopAlertsTexts } from './texts.ts';

export interface StopAlertsRouterOptions {
  readonly database: Database;
  readonly linkSecrets: readonly string[];
  /** Default: the machine's clock. */
  readonly now?: () => Date;
}

type LinkRequest = Request<{ token: string }>;

const requestsPerMinute = 600;
const formLimitBytes = 16 * 1024;

interface Found {
  readonly sellerId: string;
  readonly channel: string;
}

/**
 * The link that the alert mails carry in List-Unsubscribe, for `/r`; other links go on to the next router. GET
 * shows. A mail program posts `List-Unsubscribe=One-Click` by itself (RFC 8058), a person the page's choice.
 */
export const createStopAlertsRouter = ({
  database,
  linkSecrets,
  now = () => new Date(),
}: StopAlertsRouterOptions): Router => {
  const router = Router({ strict: true, caseSensitive: true });
  const limited = limitPerAddress({ windowMs: 60_000, limit: requestsPerMinute }, (req, res) =>
    sendPage(res, 429, headlinePage(languageOf(req), textsOf[languageOf(req)].problems.tooMany)),
  );

  const find = async (token: string): Promise<Found | null> => {
    const read = readLink(token, {
      actions: ['stop_alerts'],
      secrets: linkSecrets,
      now: now().toISOString(),
    });
    if (!read.ok) return null;
    const { sellerId, thingId } = read.link;
    const channel = await findChannelOf(database, sellerId, thingId);
    return channel === null ? null : { sellerId, channel };
  };

  /** The rest of the settings stays; what was never stored has its default. */
  const stop = async ({ sellerId, channel }: Found): Promise<void> => {
    const name = { kind: 'channel', key: channel } as const;
    const schema = channelSettings(defaultLanguageOf(channel));
    for (;;) {
      const stored = await findSetting(database, sellerId, name);
      const value = { ...schema.parse(stored?.value ?? {}), alerts: 'off' };
      const expectedVersion = stored?.version ?? 0;
      if ((await saveSetting(database, sellerId, name, { value, expectedVersion })) !== null) return;
    }
  };

  router.get('/:token', async (req: LinkRequest, res: Response, next: NextFunction) => {
    const found = await find(req.params.token);
    if (found === null) return next();
    sendPage(res, 200, askPage(req, found, false), { forms: true });
  });

  router.post('/:token', async (req: LinkRequest, res: Response, next: NextFunction) => {
    const found = await find(req.params.token);
    if (found === null) return next();
    limited(req, res, async (error?: unknown) => {
      if (error !== undefined) return next(error);
      if (isCrossSite(req.headers)) return next();
      const sent = await readForm(req, { limitBytes: formLimitBytes, files: false });
      const meant =
        sent.ok && (sent.form.get('choice') === 'yes' || sent.form.get('List-Unsubscribe') === 'One-Click');
      if (!meant) return sendPage(res, 422, askPage(req, found, true), { forms: true });
      await stop(found);
      sendPage(res, 200, donePage(req, found));
    });
  });
  return router;
};

const languageFor = (req: Request, channel: string) =>
  languageAskedFor(req.query.lang) ?? defaultLanguageOf(channel);

const askPage = (req: Request, { channel }: Found, missing: boolean): Page => {
  const language = languageFor(req, channel);
  const texts = stopAlertsTexts[language];
  return {
    language,
    title: texts.title,
    header: html`<span class="name">Navette</span>${languageLinks(language, textsOf[language].language)}`,
    main: html`<section class="card"><h1>${texts.title}</h1><p class="lead">${texts.sentence(channel)}</p>
<form method="post">
${missing && html`<p class="note first" role="alert">${texts.choiceMissing}</p>`}
<label class="choice"><input type="checkbox" name="choice" value="yes"> <strong>${texts.choice}</strong></label>
<p class="actions"><button>${texts.button}</button></p>
</form></section>`,
  };
};

const donePage = (req: Request, { channel }: Found): Page => {
  const language = languageFor(req, channel);
  const { doneTitle, done } = stopAlertsTexts[language];
  return headlinePage(language, { title: doneTitle, sentence: done(channel) });
};
