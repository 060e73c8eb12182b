import { type NextFunction, type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { text } from '../../../../queues/schemas/values.ts';
import { ClientGone } from '../../../api/http/read-bytes.ts';
import type { Page } from '../../layout.ts';
import { sendPage } from '../../send-page.ts';
import { checkText } from '../form/check-fields.ts';
import { readForm } from '../form/read-form.ts';
import { formFaultStatus, textFormBytes } from '../form/sent-form.ts';
import { isCrossSite, limitPerAddress, onlyMethods } from '../page-limits.ts';
import type { WithdrawPorts } from '../ports.ts';
import { headlinePage, languageOf } from '../problem-page.ts';
import { textsOf } from '../texts/index.ts';
import { withdrawTextsOf } from './texts/index.ts';
import { withdrawPage, withdrawSentPage } from './withdraw-page.ts';

export interface WithdrawRouterOptions {
  readonly ports: WithdrawPorts;
  /** Pages per minute and IP address. */
  readonly requestsPerMinute?: number;
  /** Forms per hour and IP address: each may send a mail, and tells whoever guesses nothing. */
  readonly statementsPerHour?: number;
  /** Answers come at multiples of this, so that the time that one takes does not tell what was found. */
  readonly answerStepMs?: number;
}

/** The buyer's withdrawal without a link, for `/withdraw`. It answers alike whether or not the order is there. */
export const createWithdrawRouter = ({
  ports,
  requestsPerMinute = 60,
  statementsPerHour = 20,
  answerStepMs = 1_000,
}: WithdrawRouterOptions): Router => {
  const router = Router({ caseSensitive: true });
  router.use(onlyMethods('GET', 'HEAD', 'POST'));
  router.use(limitPerAddress({ windowMs: 60_000, limit: requestsPerMinute }, tooMany));
  router.use(
    limitPerAddress(
      { windowMs: 3_600_000, limit: statementsPerHour },
      tooMany,
      ({ method }) => method !== 'POST',
    ),
  );

  router.get('/', (req, res) => send(res, 200, withdrawPage(languageOf(req))));

  router.post('/', async (req, res) => {
    const language = languageOf(req);
    const { problems } = textsOf[language];
    const refuse = (status: number, problem: keyof typeof problems): void =>
      send(res, status, headlinePage(language, problems[problem]));
    if (isCrossSite(req.headers)) return refuse(403, 'crossSite');
    const sent = await readForm(req, { limitBytes: textFormBytes, files: false });
    if (!sent.ok) return refuse(formFaultStatus[sent.fault], sent.fault);
    const orderNumber = checkText('orderNumber', sent.form.get('orderNumber'), text(100));
    const typed = sent.form.get('email');
    const email = checkText('email', typed, z.email().max(254), typed === '' ? 'required' : 'email_invalid');
    if (!orderNumber.ok || !email.ok) {
      const errors = [orderNumber, email].flatMap((checked) => (checked.ok ? [] : checked.errors));
      return send(res, 422, withdrawPage(language, sent.form, errors));
    }
    const startedMs = performance.now();
    try {
      await ports.stateWithdrawal({ orderNumber: orderNumber.value, email: email.value });
    } finally {
      await untilNextStep(startedMs, answerStepMs);
    }
    send(res, 200, withdrawSentPage(language));
  });

  router.use((req, res) => {
    const language = languageOf(req);
    send(res, 404, headlinePage(language, textsOf[language].problems.notFound));
  });
  router.use((error: unknown, _req: Request, res: Response, next: NextFunction) => {
    if (error instanceof ClientGone) res.destroy();
    else next(error);
  });
  return router;
};

const untilNextStep = (startedMs: number, stepMs: number): Promise<void> => {
  const tookMs = performance.now() - startedMs;
  const waitMs = stepMs === 0 ? 0 : Math.max(1, Math.ceil(tookMs / stepMs)) * stepMs - tookMs;
  return new Promise((resolve) => setTimeout(resolve, waitMs));
};

const tooMany = (req: Request, res: Response): void => {
  const language = languageOf(req);
  const { title } = textsOf[language].problems.tooMany;
  send(res, 429, headlinePage(language, { title, sentence: withdrawTextsOf[language].tooMany }));
};

const send = (res: Response, status: number, page: Page): void =>
  sendPage(res, status, page, { forms: true });
