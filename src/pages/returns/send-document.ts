import type { Request, Response } from 'express';
import { setPrivateHeaders } from '../send-page.ts';
import type { PageDocument } from './ports.ts';

/** A document to keep and print. Not shown in our origin: what a seller uploaded is somebody else's file. */
export const sendDocument = (
  req: Request<{ [name: string]: string }>,
  res: Response,
  { bytes, contentType, filename, etag }: PageDocument,
): void => {
  setPrivateHeaders(res);
  res.set({ 'Content-Security-Policy': `default-src 'none'; sandbox`, ETag: etag });
  if (req.get('if-none-match') === etag) {
    res.status(304).end();
    return;
  }
  res.attachment(filename);
  // After attachment(), which guesses the type from the name.
  res.set('Content-Type', contentType);
  res.send(Buffer.from(bytes));
};
