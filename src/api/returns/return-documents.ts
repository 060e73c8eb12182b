import type { Database } from '../../../db/client.ts';
import {
  type DocumentContent,
  findDocument,
  findDocumentSource,
  keepDocument,
} from '../../../db/repositories/returns/documents.ts';
import { readReturns } from '../../../db/repositories/returns/read-returns.ts';
import {
  contentTypeOf,
  type DocumentFormat,
  renderDocument,
  uploadedFormat,
} from '../../labels/document-formats.ts';
import type { ReturnDocument } from '../../labels/return-document.ts';

export interface DocumentWanted {
  readonly returnId: string;
  readonly format: DocumentFormat | 'uploaded';
  /** Null: the newest. */
  readonly version: number | null;
}

export interface ServedDocument extends DocumentContent {
  readonly version: number;
  readonly filename: string;
}

export type DocumentMissing = 'not_found' | 'return_not_authorized' | 'no_return_address' | 'own_label';

export type DocumentResult =
  | { readonly ok: true; readonly document: ServedDocument }
  | { readonly ok: false; readonly why: DocumentMissing };

const missing = (why: DocumentMissing): DocumentResult => ({ ok: false, why });

/**
 * A document of a return of this seller, as it was first drawn; drawn now, and kept, if nobody has asked for
 * it before. Nothing is drawn inside a transaction.
 */
export const getReturnDocument = async (
  database: Database,
  sellerId: string,
  wanted: DocumentWanted,
): Promise<DocumentResult> => {
  const found = await database.asSellers([sellerId], async (tx) => {
    const owned = (await readReturns(tx, { ids: [wanted.returnId] })).get(wanted.returnId);
    if (owned === undefined) return missing('not_found');
    const { authorization } = owned.return;
    if (authorization === null) return missing('return_not_authorized');
    const version = wanted.version ?? authorization.documentVersion;
    const key = { returnId: wanted.returnId, version, format: wanted.format };
    const kept = await findDocument(tx, key);
    if (kept !== null) return served(kept, { ...key, rma: authorization.rma });
    if (wanted.format === uploadedFormat) return missing('not_found');
    // Written by the workers when the return was authorised, and only there.
    const source = (await findDocumentSource(tx, key)) as ReturnDocument | null;
    if (source === null) {
      return missing(authorization.returnAddress === null ? 'no_return_address' : 'not_found');
    }
    if (source.ownLabel && wanted.format !== 'return.pdf') return missing('own_label');
    return { source, version, rma: authorization.rma };
  });
  if ('ok' in found) return found;
  // The upload has been answered by now: what is left is drawn.
  const format = wanted.format as DocumentFormat;
  const content = await renderDocument(found.source, format);
  const { returnId } = wanted;
  const { version, rma } = found;
  const contentType = contentTypeOf[format];
  const kept = await database.asSellers([sellerId], (tx) =>
    keepDocument(tx, { sellerId, returnId, version, format, contentType, content }),
  );
  return served(kept, { version, format, rma });
};

const uploadEnding = (contentType: string): string => (contentType === 'image/png' ? 'png' : 'pdf');

const served = (
  content: DocumentContent,
  { version, format, rma }: { version: number; format: string; rma: string },
): DocumentResult => {
  const filename =
    format === uploadedFormat
      ? `own-label-${rma}.${uploadEnding(content.contentType)}`
      : `${format.slice(0, format.lastIndexOf('.'))}-${rma}${format.slice(format.lastIndexOf('.'))}`;
  return { ok: true, document: { ...content, version, filename } };
};
