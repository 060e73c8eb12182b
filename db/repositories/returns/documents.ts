import { createHash } from 'node:crypto';
import type { Tx } from '../../client.ts';

export interface DocumentKey {
  readonly returnId: string;
  readonly version: number;
  readonly format: string;
}

export interface DocumentContent {
  readonly contentType: string;
  readonly content: Uint8Array;
  /** Of the content, in hexadecimal. */
  readonly sha256: string;
}

/** What a version of a return's documents is drawn from; null: there is none. */
export const findDocumentSource = async (
  { sql }: Tx,
  { returnId, version }: Pick<DocumentKey, 'returnId' | 'version'>,
): Promise<unknown> => {
  const [row] = await sql<{ source: unknown }[]>`
    SELECT source FROM return_document_source WHERE return_id = ${returnId} AND version = ${version}`;
  return row?.source ?? null;
};

/** Whether it is still there, and holds it until the end of the transaction: what is erased is not kept anew. */
export const holdDocumentSource = async (
  { sql }: Tx,
  { returnId, version }: Pick<DocumentKey, 'returnId' | 'version'>,
): Promise<boolean> => {
  const rows = await sql`
    SELECT 1 FROM return_document_source WHERE return_id = ${returnId} AND version = ${version} FOR KEY SHARE`;
  return rows.length > 0;
};

export const saveDocumentSource = async (
  { sql }: Tx,
  {
    sellerId,
    returnId,
    version,
    source,
  }: { sellerId: string; returnId: string; version: number; source: object },
): Promise<void> => {
  await sql`
    INSERT INTO return_document_source (seller_id, return_id, version, source)
    VALUES (${sellerId}, ${returnId}, ${version}, ${JSON.stringify(source)}::jsonb)
    ON CONFLICT DO NOTHING`;
};

export const findDocument = async (
  { sql }: Tx,
  { returnId, version, format }: DocumentKey,
): Promise<DocumentContent | null> => {
  const [row] = await sql<DocumentContent[]>`
    SELECT content_type AS "contentType", content, sha256 FROM return_document
    WHERE return_id = ${returnId} AND version = ${version} AND format = ${format}`;
  return row ?? null;
};

/** Keeps a document for ever; the one that was kept first wins, and is what this returns. */
export const keepDocument = async (
  tx: Tx,
  document: DocumentKey & {
    readonly sellerId: string;
    readonly contentType: string;
    readonly content: Uint8Array;
  },
): Promise<DocumentContent> => {
  const { sellerId, returnId, version, format, contentType, content } = document;
  const sha256 = createHash('sha256').update(content).digest('hex');
  await tx.sql`
    INSERT INTO return_document (seller_id, return_id, version, format, content_type, content, sha256)
    VALUES (${sellerId}, ${returnId}, ${version}, ${format}, ${contentType}, ${Buffer.from(content)}, ${sha256})
    ON CONFLICT DO NOTHING`;
  // In a statement of its own: it sees what somebody else has committed meanwhile.
  const kept = await findDocument(tx, { returnId, version, format });
  if (kept === null) throw new Error('A document was kept and is gone');
  return kept;
};
