import type { Database } from '../../client.ts';
import type { ClaimPhotoContent } from './find-claim-photo.ts';
import type { ClaimPhotoNote } from './full-claim.ts';

/** All photographs of a claim of this seller with their bytes, in the order in which they came: at most ten. */
export const readClaimPhotos = (
  database: Database,
  sellerId: string,
  claimId: string,
): Promise<(ClaimPhotoNote & ClaimPhotoContent)[]> =>
  database.asSellers(
    [sellerId],
    ({ sql }) => sql<(ClaimPhotoNote & ClaimPhotoContent)[]>`
      SELECT id AS "photoId", content_type AS "contentType", width, height, octet_length(content) AS bytes,
        created_at AS "createdAt", content
      FROM claim_photo WHERE seller_id = ${sellerId} AND claim_id = ${claimId}
      ORDER BY position`,
  );
