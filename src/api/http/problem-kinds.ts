/** What a kind of problem is, whatever the request: the OpenAPI document and /docs list these. */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
  /** What the caller should do about it. */
  readonly advice: string;
}

/** Every problem that the API answers with, by its stable code. */
export const problemKinds = {
  malformed_json: {
    status: 400,
    title: 'The body is not valid JSON',
    advice: 'Send one JSON value in UTF-8.',
  },
  idempotency_key_invalid: {
    status: 400,
    title: 'The Idempotency-Key header cannot be used',
    advice: 'Send 1 to 255 visible ASCII characters, for example a UUID.',
  },
  idempotency_key_required: {
    status: 400,
    title: 'A refund needs an Idempotency-Key',
    advice:
      'Send 1 to 255 visible ASCII characters that name this refund, for example a UUID, and the same ones when you ' +
      'try again: so money never goes out twice.',
  },
  signature_invalid: {
    status: 400,
    title: 'The message is not signed by whom it should be from',
    advice: 'Check STRIPE_WEBHOOK_SECRET against the signing secret of the endpoint in Stripe’s dashboard.',
  },
  prefer_invalid: {
    status: 400,
    title: 'The Prefer header cannot be read',
    advice: 'Send Prefer: wait=N with N between 0 and 30 seconds.',
  },
  unauthorized: {
    status: 401,
    title: 'No valid API key',
    advice: 'Send Authorization: Bearer <key>. Keys are made with `navette keys create`.',
  },
  not_found: {
    status: 404,
    title: 'Not found',
    advice: 'It does not exist, or belongs to another seller.',
  },
  method_not_allowed: {
    status: 405,
    title: 'This address does not know that method',
    advice: 'The Allow header lists the methods that it knows.',
  },
  order_conflict: {
    status: 409,
    title: 'An order of this number exists with other content',
    advice: 'An order is (channel, channelOrderId). `jobId` names the job that made the one that exists.',
  },
  shipment_conflict: {
    status: 409,
    title: 'A parcel of this number exists with other content',
    advice: 'A parcel is (carrier, trackingNumber). `jobId` names the job that made the one that exists.',
  },
  message_conflict: {
    status: 409,
    title: 'A message of this number exists with other content',
    advice: 'A message is (channel, externalId). `jobId` names the job that made the one that exists.',
  },
  return_not_authorized: {
    status: 409,
    title: 'The return is not authorised: it has no documents yet',
    advice: 'Authorise it first, with POST /v1/returns/{returnId}/authorize.',
  },
  no_return_address: {
    status: 409,
    title: 'The return has no address to send to',
    advice: 'Give it one with POST /v1/returns/{returnId}/documents, or save one for its channel before.',
  },
  own_label: {
    status: 409,
    title: 'The label of this return is the seller’s own',
    advice: 'It is at /v1/returns/{returnId}/documents/own-label, as it was uploaded.',
  },
  refund_not_settled: {
    status: 409,
    title: 'The refund has not succeeded: there is no receipt of it',
    advice: '`state` says where it stands. Ask again when it has succeeded.',
  },
  photos_full: {
    status: 409,
    title: 'The claim has as many photographs as it may have',
    advice: 'A claim has at most 10.',
  },
  claim_closed: {
    status: 409,
    title: 'The claim is not open any more',
    advice: 'Photographs are taken until it is submitted, withdrawn or its closing date has passed.',
  },
  version_mismatch: {
    status: 412,
    title: 'The setting has changed since it was read',
    advice: 'Read it again, apply the change to what it says now, and send its new ETag as If-Match.',
  },
  body_too_large: {
    status: 413,
    title: 'The body is too large',
    advice: 'Send less at once; many orders go through POST /v1/orders/batch, which has no limit.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'The body is of a type that this address does not take',
    advice: 'Send Content-Type: application/json in UTF-8, or what the endpoint lists.',
  },
  invalid_request: {
    status: 422,
    title: 'The request does not fit its schema',
    advice: '`errors` lists what is wrong, each with the path of its field, such as lines[0].quantity.',
  },
  label_unusable: {
    status: 422,
    title: 'The uploaded label cannot be used',
    advice: 'Send a PDF or a PNG of at most 2 MiB, and its true type. `code` says what is wrong.',
  },
  photo_unusable: {
    status: 422,
    title: 'The photograph cannot be used',
    advice:
      'Send a JPEG, PNG or WebP of at most 10 MiB, and its true type. `code` says what is wrong: `photo_wrong_type`, ' +
      '`photo_too_large` or `photo_unreadable`.',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'This Idempotency-Key came before with another body',
    advice: 'Use a new key for new content. A key is good for one body, per method and path.',
  },
  refused: {
    status: 422,
    title: 'A business rule refuses this',
    advice: '`code` names the rule, `detail` explains it. The same request will be refused again.',
  },
  too_many_requests: {
    status: 429,
    title: 'Too many requests',
    advice: 'Wait for the seconds in Retry-After.',
  },
  internal_error: {
    status: 500,
    title: 'Something went wrong on our side',
    advice: 'Trying again is safe with the same Idempotency-Key. Tell the operator the request id.',
  },
  database_unavailable: {
    status: 503,
    title: 'PostgreSQL is away',
    advice: 'Nothing was accepted. Try again after the seconds in Retry-After.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problemKinds;
