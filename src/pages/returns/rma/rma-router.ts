import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { FullReturn } from '../../../../db/repositories/returns-read/find-return.ts';
import { sendPage } from '../../send-page.ts';
import { onlyMethods } from '../page-limits.ts';
import type { PageDocumentFormat, RmaPorts } from '../ports.ts';
import { headlinePage, languageOf } from '../problem-page.ts';
import { sendDocument } from '../send-document.ts';
import { rmaListPage, rmaPage } from './rma-page.ts';
import { rmaTextsOf } from './texts/index.ts';

export interface RmaRouterOptions {
  readonly ports: RmaPorts;
  /** The operators' login (`createOperatorAuth`): the code is on the outside of a parcel. */
  readonly auth: RequestHandler;
}

const rmaForm = /^[A-Za-z0-9_-]{1,20}$/;
/** The files of a return by the end of their address. */
const files: Readonly<Record<string, PageDocumentFormat>> = { 'return.pdf': 'return.pdf', label: 'uploaded' };

type RmaRequest = { rma: string; returnId: string; file: string };

/** A return by the code on its parcel, for `/rma`; for operators alone, who see those of all sellers. */
export const createRmaRouter = ({ ports, auth }: RmaRouterOptions): Router => {
  const router = Router({ strict: true, caseSensitive: true });
  const search = (rma: string): Promise<readonly FullReturn[]> =>
    rmaForm.test(rma) ? ports.searchReturnsByRma(rma) : Promise.resolve([]);
  const missing = (req: Pick<Request, 'acceptsLanguages' | 'query'>, res: Response): void => {
    const language = languageOf(req);
    sendPage(res, 404, headlinePage(language, rmaTextsOf[language].rma.missing));
  };

  // Before the login, which would have anything else than reading refused as something else.
  router.use(onlyMethods('GET', 'HEAD'));
  router.use(auth);

  router.get('/:rma', async (req, res): Promise<void> => {
    const language = languageOf(req);
    const { rma } = req.params;
    const found = await search(rma);
    const asked = found.length === 1 ? found[0] : found.find((one) => one.return.id === req.query.return);
    if (found.length === 0) return missing(req, res);
    sendPage(
      res,
      200,
      asked === undefined ? rmaListPage(found, { rma, language }) : rmaPage(asked, { rma, language }),
    );
  });

  router.get('/:rma/:returnId/:file', async (req, res: Response): Promise<void> => {
    const { rma, returnId, file } = req.params as RmaRequest;
    const format = Object.hasOwn(files, file) ? files[file] : undefined;
    const full = (await search(rma)).find((one) => one.return.id === returnId);
    if (format === undefined || full === undefined) return missing(req, res);
    const document = await ports.findDocument(full.sellerId, returnId, format);
    if (document === null) return missing(req, res);
    sendDocument(req, res, document);
  });

  router.use(missing);
  return router;
};
