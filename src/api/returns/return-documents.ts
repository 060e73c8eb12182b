import type { Database, Tx } from '../../../db/client.ts';
import {
  type DocumentContent,
  findDocument,
  findDocumentSource,
  holdDocumentSource,
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

/** What nobody has asked for before. */
interface ToDraw {
  readonly source: ReturnDocument;
  readonly format: DocumentFormat;
  readonly version: number;
}

const missing = (why: DocumentMissing): DocumentResult => ({ ok: false, why });

/**
 * A document of a return of this seller, as it was first drawn; drawn now, and kept, if nobody has asked for
 * it before. Nothing is drawn inside a transaction. Where the seller has uploaded a label of its own, that is
 * the label, in the forms of its type.
 */
export const getReturnDocument = async (
  database: Database,
  sellerId: string,
  wanted: DocumentWanted,
): Promise<DocumentResult> => {
  const found = await database.asSellers([sellerId], (tx) => find(tx, wanted));
  if ('ok' in found) return found;
  const { source, format, version } = found;
  const content = await renderDocument(source, format);
  const { returnId } = wanted;
  const contentType = contentTypeOf[format];
  const kept = await database.asSellers([sellerId], async (tx) =>
    (await holdDocumentSource(tx, { returnId, version }))
      ? keepDocument(tx, { sellerId, returnId, version, format, contentType, content })
      : null,
  );
  if (kept === null) return missing('not_found');
  return served(kept, { version, format, rma: source.rma });
};

const find = async (tx: Tx, { returnId, format, version: asked }: DocumentWanted) => {
  const owned = (await readReturns(tx, { ids: [returnId] })).get(returnId);
  if (owned === undefined) return missing('not_found');
  const { authorization } = owned.return;
  if (authorization === null) return missing('return_not_authorized');
  const { rma } = authorization;
  const version = asked ?? authorization.documentVersion;
  // Written by the workers when the return was authorised, and only there.
  const source = (await findDocumentSource(tx, { returnId, version })) as ReturnDocument | null;
  if (source === null) {
    return missing(authorization.returnAddress === null ? 'no_return_address' : 'not_found');
  }
  if (format === uploadedFormat || (source.ownLabel && format !== 'return.pdf')) {
    const own = source.ownLabel
      ? await findDocument(tx, { returnId, version, format: uploadedFormat })
      : null;
    if (own === null) return missing('not_found');
    const fits = format === uploadedFormat || contentTypeOf[format] === own.contentType;
    return fits ? served(own, { version, format: uploadedFormat, rma }) : missing('own_label');
  }
  const kept = await findDocument(tx, { returnId, version, format });
  return kept === null
    ? ({ source, format, version } satisfies ToDraw)
    : served(kept, { version, format, rma });
};

const uploadEnding = (contentType: string): string => (contentType === 'image/png' ? 'png' : 'pdf');

/** The RMA is of letters, digits, - and _ alone, so that it needs no quoting in a header. */
const served = (
  content: DocumentContent,
  { version, format, rma }: { version: number; format: string; rma: string },
): DocumentResult => {
  const dot = format.lastIndexOf('.');
  const filename =
    format === uploadedFormat
      ? `own-label-${rma}.${uploadEnding(content.contentType)}`
      : `${format.slice(0, dot)}-${rma}${format.slice(dot)}`;
  return { ok: true, document: { ...content, version, filename } };
};
