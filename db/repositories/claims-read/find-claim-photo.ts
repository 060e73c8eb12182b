import type { Database } from '../../client.ts';

export interface ClaimPhotoContent {
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** A photograph of a claim of this seller; null: there is none. */
export const findClaimPhoto = (
  database: Database,
  sellerId: string,
  claimId: string,
  photoId: string,
): Promise<ClaimPhotoContent | null> =>
  database.asSellers([sellerId], async ({ sql }) => {
    const [row] = await sql<ClaimPhotoContent[]>`
      SELECT content_type AS "contentType", content FROM claim_photo
      WHERE seller_id = ${sellerId} AND claim_id = ${claimId} AND id = ${photoId}`;
    return row ?? null;
  });
