import { z } from 'zod';
import { addClaimPhoto } from '../../../db/repositories/claims/add-claim-photo.ts';
import { findClaimPhoto } from '../../../db/repositories/claims-read/find-claim-photo.ts';
import { findClaimRefs } from '../../../db/repositories/claims-read/find-claim-refs.ts';
import { id } from '../../../queues/schemas/values.ts';
import { mostClaimPhotoBytes, mostClaimPhotos } from '../../domain/claims/claim.ts';
import { readPhoto } from '../../photos/read-photo.ts';
import { newId } from '../../platform/ids.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint, type StreamedBody } from '../endpoints/endpoint.ts';
import { Problem } from '../http/problem.ts';
import { drain, readBytes } from '../http/read-bytes.ts';
import { mediaTypeOf, turnedAway } from '../http/read-json.ts';
import { sendDocument } from '../refunds/send-document.ts';
import { photoOut } from './claim-view.ts';

const tag = 'Claims';
const bytes = z.string().meta({ format: 'binary' });

const types: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);
const streamedBody: StreamedBody = Object.fromEntries(
  [...types].map((type) => [type, { schema: bytes, example: '', description: 'The image itself' }]),
);

const takenPhoto = z
  .object({
    ...photoOut.shape,
    claimId: z.uuid(),
    position: z.int().meta({ description: `1 to ${mostClaimPhotos}` }),
  })
  .meta({ id: 'TakenPhoto' });

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/** Photographs of a damage, in and out. */
export const claimPhotoEndpoints = ({ database }: Pick<ApiDeps, 'database'>): Endpoint[] => [
  defineEndpoint({
    method: 'post',
    path: '/v1/claims/{claimId}/photos',
    operationId: 'addClaimPhoto',
    tag,
    summary: 'Add a photograph of a damage',
    description:
      `The image is the body, at most 10 MiB, and at most ${mostClaimPhotos} of a claim. It is known by what it holds ` +
      'and not by its name, and kept drawn anew: upright, at most 3,000 pixels on its long side, without the place and ' +
      'everything else that cameras write into it. Taken until the claim is submitted. The same photograph again is ' +
      'the one that is there, with `Idempotent-Replayed: true`.',
    params: z.object({ claimId: id }),
    streamedBody,
    success: {
      201: {
        description: 'It is kept',
        schema: takenPhoto,
        headers: {
          Location: 'The photograph as it is kept',
          'Idempotent-Replayed': 'true, if it was there before',
        },
      },
    },
    problems: [
      'unsupported_media_type',
      'body_too_large',
      'not_found',
      'photo_unusable',
      'photos_full',
      'claim_closed',
    ],
    handle: async ({ request, params: { claimId }, caller: { sellerId } }) => {
      if (!types.has(mediaTypeOf(request))) {
        throw turnedAway(request, 'unsupported_media_type', `Send one of ${[...types].join(', ')}`);
      }
      const unknownClaim = () => new Problem('not_found', { detail: 'There is no such claim' });
      // Before ten megabytes are taken for nobody.
      if ((await findClaimRefs(database, sellerId, claimId)) === null) {
        drain(request);
        throw unknownClaim();
      }
      const sent = await readBytes(request, mostClaimPhotoBytes);
      if (sent === null) {
        throw new Problem('body_too_large', {
          detail: `A photograph has at most ${mostClaimPhotoBytes} bytes`,
        });
      }
      const photo = await readPhoto(sent);
      if (!photo.ok) throw new Problem('photo_unusable', photo.refusal);
      const { contentType, content, width, height } = photo.value;
      const added = await addClaimPhoto(database, sellerId, claimId, { id: newId(), ...photo.value });
      switch (added.kind) {
        case 'full':
          throw new Problem('photos_full');
        case 'closed':
          throw new Problem('claim_closed');
        case 'unknown_claim':
          throw unknownClaim();
        case 'added':
        case 'known': {
          const { photoId, position } = added;
          return {
            status: 201,
            body: { photoId, claimId, position, contentType, width, height, bytes: content.byteLength },
            headers: {
              location: `/v1/claims/${claimId}/photos/${photoId}`,
              ...(added.kind === 'known' ? { 'idempotent-replayed': 'true' } : {}),
            },
          };
        }
        default:
          return added satisfies never;
      }
    },
  }),

  defineEndpoint({
    method: 'get',
    path: '/v1/claims/{claimId}/photos/{photoId}',
    operationId: 'getClaimPhoto',
    tag,
    summary: 'A photograph of a claim, as it is kept',
    params: z.object({ claimId: id, photoId: id }),
    success: {
      200: {
        description: 'The picture',
        schema: bytes,
        mediaType: 'image/*',
        headers: { ETag: 'SHA-256 of the bytes, in quotes' },
      },
      304: { description: 'The caller has it already (If-None-Match)', schema: z.null() },
    },
    problems: ['not_found'],
    handle: async (call) => {
      const { claimId, photoId } = call.params;
      const photo = await findClaimPhoto(database, call.caller.sellerId, claimId, photoId);
      if (photo === null) throw new Problem('not_found');
      const filename = `photo-${photoId}.${endings[photo.contentType] ?? 'bin'}`;
      sendDocument(call, { ...photo, filename });
      return null;
    },
  }),
];
