import type { Tx } from '../../client.ts';
import type { DocumentContent } from '../returns/documents.ts';

/**
 * The label that the seller had uploaded by this version of a return's documents; null: none. A version that
 * came with another address alone goes on with the label of the one before.
 */
export const findOwnLabel = async (
  { sql }: Tx,
  { returnId, version }: { readonly returnId: string; readonly version: number },
): Promise<DocumentContent | null> => {
  const [row] = await sql<DocumentContent[]>`
    SELECT content_type AS "contentType", content, sha256 FROM return_document
    WHERE return_id = ${returnId} AND format = 'uploaded' AND version <= ${version}
    ORDER BY version DESC LIMIT 1`;
  return row ?? null;
};
