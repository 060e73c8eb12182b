import { mostClaimPhotos } from '../../../src/domain/claims/claim.ts';
import type { Database, Tx } from '../../client.ts';

export interface NewClaimPhoto {
  readonly id: string;
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
  /** Of the content, in hexadecimal. */
  readonly sha256: string;
  readonly content: Uint8Array;
}

export type AddedClaimPhoto =
  /** `known`: the claim has this photograph already, under this id. */
  | { readonly kind: 'added' | 'known'; readonly photoId: string; readonly position: number }
  /** `full`: it has as many as it may. `closed`: it was submitted, or its time is over. */
  | { readonly kind: 'full' | 'closed' | 'unknown_claim' };

/** Of a claim that nobody has submitted. Locks the row, so that of ten that come at once each gets its own place. */
const lockClaim = async (
  { sql }: Tx,
  sellerId: string,
  claimId: string,
): Promise<{ readonly isOpen: boolean } | null> => {
  const [row] = await sql<{ isOpen: boolean }[]>`
    SELECT state IN ('eligible', 'opened') AND closes_at > now() AS "isOpen"
    FROM claim WHERE seller_id = ${sellerId} AND id = ${claimId}
    FOR NO KEY UPDATE`;
  return row ?? null;
};

/**
 * Keeps a photograph of a claim. It takes the lock of the claim alone and not that of its order: a submission that
 * runs at the same time has the photograph or comes before it.
 */
export const addClaimPhoto = (
  database: Database,
  sellerId: string,
  claimId: string,
  { id, contentType, width, height, sha256, content }: NewClaimPhoto,
): Promise<AddedClaimPhoto> =>
  database.asSellers([sellerId], async (tx): Promise<AddedClaimPhoto> => {
    const claim = await lockClaim(tx, sellerId, claimId);
    if (claim === null) return { kind: 'unknown_claim' };
    // In a statement of its own: it sees what the lock's last holder committed.
    const photos = await tx.sql<{ photoId: string; position: number; sha256: string }[]>`
      SELECT id AS "photoId", position, sha256 FROM claim_photo WHERE claim_id = ${claimId} ORDER BY position`;
    const known = photos.find((photo) => photo.sha256 === sha256);
    if (known !== undefined) return { kind: 'known', photoId: known.photoId, position: known.position };
    if (!claim.isOpen) return { kind: 'closed' };
    if (photos.length >= mostClaimPhotos) return { kind: 'full' };
    const position = (photos.at(-1)?.position ?? 0) + 1;
    await tx.sql`
      INSERT INTO claim_photo (seller_id, claim_id, id, position, content_type, width, height, sha256, content)
      VALUES (${sellerId}, ${claimId}, ${id}, ${position}, ${contentType}, ${width}, ${height}, ${sha256},
        ${Buffer.from(content)})`;
    return { kind: 'added', photoId: id, position };
  });
