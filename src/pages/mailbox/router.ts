import { type Request, type Response, Router } from 'express';
import type { Database } from '../../../db/client.ts';
import {
  findMailboxAttachment,
  findMailboxMessage,
  listMailboxMessages,
  type MailboxMessage,
} from '../../../db/repositories/mailbox/mailbox-messages.ts';
import { sendPage, setPrivateHeaders } from '../send-page.ts';
import { mailboxList, mailboxMessage, mailboxMissing } from './mailbox-pages.ts';

/** All that the mailbox keeps. */
const mostMessages = 1_000;
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The development mailbox, for `/mailbox`; mounted only where no mail server is set, because it shows
 * every mail to whoever can reach it. Reads only.
 */
export const createMailboxRouter = ({ database: { system } }: { database: Database }): Router => {
  const router = Router();
  const find = (id: string): Promise<MailboxMessage | null> =>
    uuid.test(id) ? findMailboxMessage(system, id) : Promise.resolve(null);
  const missing = (req: Request, res: Response): void => sendPage(res, 404, mailboxMissing(req.baseUrl));

  router.get('/', async (req, res) => {
    const messages = await listMailboxMessages(system, { limit: mostMessages });
    sendPage(res, 200, mailboxList(messages, req.baseUrl));
  });

  router.get('/api/messages', async (req, res) => {
    const messages = await listMailboxMessages(system, { limit: mostMessages });
    setPrivateHeaders(res);
    res.json({ items: messages.map((message) => withHrefs(message, req.baseUrl)) });
  });

  router.get('/api/messages/:id', async (req, res) => {
    const message = await find(req.params.id);
    setPrivateHeaders(res);
    if (message === null) res.status(404).json({ title: 'No such message', status: 404 });
    else res.json(withHrefs(message, req.baseUrl));
  });

  router.get('/messages/:id', async (req, res) => {
    const message = await find(req.params.id);
    if (message === null) return missing(req, res);
    sendPage(res, 200, mailboxMessage(message, req.baseUrl), { frames: true });
  });

  // The part as it was written, in a sandbox of its own: no script, no form, nothing from elsewhere.
  router.get('/messages/:id/html', async (req, res) => {
    const message = await find(req.params.id);
    if (message === null) return missing(req, res);
    setPrivateHeaders(res);
    res.set(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox`,
    );
    res.type('html').send(withNewTabs(message.html));
  });

  router.get('/messages/:id/attachments/:index', async (req, res) => {
    const { id, index } = req.params;
    const known = uuid.test(id) && /^\d{1,3}$/.test(index);
    const attachment = known ? await findMailboxAttachment(system, id, Number(index)) : null;
    if (attachment === null) return missing(req, res);
    setPrivateHeaders(res);
    res.set('Content-Security-Policy', `default-src 'none'; sandbox`);
    res.attachment(attachment.filename);
    // After attachment(), which guesses the type from the name.
    res.set('Content-Type', safeType(attachment.contentType));
    res.send(Buffer.from(attachment.base64, 'base64'));
  });

  return router;
};

/** Links open beside the mailbox and not in its frame. Not before the doctype, whose absence changes the layout. */
const withNewTabs = (part: string): string => {
  const base = '<base target="_blank">';
  return /<head[\s>]/i.test(part) ? part.replace(/<head(?:\s[^>]*)?>/i, `$&${base}`) : base + part;
};

const withHrefs = (message: MailboxMessage, base: string) => ({
  ...message,
  attachments: message.attachments.map((attachment, n) => ({
    ...attachment,
    href: `${base}/messages/${message.id}/attachments/${n}`,
  })),
});

const safeType = (contentType: string): string =>
  /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : 'application/octet-stream';
