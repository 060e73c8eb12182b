import { z } from 'zod';
import { languages } from '../../src/domain/languages.ts';
import { closureReasons, returnReasons } from '../../src/domain/returns/reasons.ts';
import {
  conditions,
  mismatchOutcomes,
  mostClosingMessageCharacters,
  mostCommentCharacters,
  mostReplyCharacters,
  requesters,
} from '../../src/domain/returns/return.ts';
import { address } from './order.schema.ts';
import { instant, quantity, text } from './values.ts';

const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

export const returnLine = z.object({
  lineId: text(64),
  quantity,
  reason: optional(z.enum(returnReasons)).meta({ description: 'Optional only on a withdrawal' }),
  comment: optional(text(mostCommentCharacters)),
});

export const returnRequest = z
  .object({
    requestedBy: z.enum(requesters),
    requestedAt: optional(instant).meta({ description: 'Now, unless given' }),
    withdrawal: optional(z.object({ statedAt: instant, confirmedAt: optional(instant) })).meta({
      description: 'The European right of withdrawal: stated, then confirmed',
    }),
    contact: optional(
      z.object({
        name: optional(text(200)),
        email: z.email().max(254),
        language: optional(z.enum(languages)),
      }),
    ).meta({ description: 'Who gets the mails in place of the buyer: the one to whom a gift was given' }),
    lines: z.array(returnLine).min(1).max(1_000),
  })
  .superRefine(({ withdrawal, requestedBy, lines }, check) => {
    if (withdrawal !== null && requestedBy !== 'buyer') {
      check.addIssue({ code: 'custom', path: ['withdrawal'], message: 'Only the buyer may withdraw' });
    }
    if (withdrawal !== null) return;
    for (const [n, { reason }] of lines.entries()) {
      if (reason === null)
        check.addIssue({ code: 'custom', path: ['lines', n, 'reason'], message: 'Is required' });
    }
  });

/** As DOMAIN has it, so that it fits a Code 128 on a 4-inch label at 203 dpi. */
export const rma = z.string().regex(/^[A-Za-z0-9_-]{1,20}$/, 'Not 1 to 20 of A–Z, a–z, 0–9, - and _');

/** The longest upload in base64: 2 MiB of bytes. */
const mostLabelCharacters = Math.ceil((2 * 1024 * 1024) / 3) * 4;

export const returnLabel = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('generated') }),
  z.object({
    kind: z.literal('uploaded'),
    contentType: z.enum(['application/pdf', 'image/png']),
    base64: z.base64().min(1).max(mostLabelCharacters),
  }),
]);

const documentFields = {
  returnAddress: optional(address),
  returnAddressId: optional(text(64)).meta({
    description: "One of the channel's saved addresses; its first one unless given",
  }),
  label: optional(returnLabel),
};

const oneAddress = ({
  returnAddress,
  returnAddressId,
}: {
  returnAddress: unknown;
  returnAddressId: unknown;
}) => returnAddress === null || returnAddressId === null;
const oneAddressOnly = { path: ['returnAddressId'], message: 'Is not sent beside returnAddress' };

export const authorizeRequest = z
  .object({
    rma: optional(rma).meta({ description: "The seller's own number; generated unless given" }),
    ...documentFields,
  })
  .refine(oneAddress, oneAddressOnly);

export const documentsRequest = z.object(documentFields).refine(oneAddress, oneAddressOnly);

export const closeRequest = z.object({
  reason: z.enum(closureReasons),
  message: optional(text(mostClosingMessageCharacters).regex(/\S/, 'Is blank')),
});

export const receiptRequest = z.object({
  receivedAt: instant,
  lines: z
    .array(
      z
        .object({
          lineId: optional(text(64)),
          sku: optional(text(64)),
          quantity,
          condition: z.enum(conditions),
        })
        .refine(
          ({ lineId, sku }) => (lineId === null) !== (sku === null),
          'Needs lineId or sku, and not both',
        ),
    )
    .min(1)
    .max(1_000),
});

export const confirmRequest = z.object({
  at: optional(instant),
  lines: optional(
    z
      .array(z.object({ lineId: text(64), quantity }))
      .min(1)
      .max(1_000),
  ).meta({
    description: 'Only these of the stated units; all of them unless given',
  }),
});

/** What a buyer tells through the upstream system. */
export const buyerNote = z.object({ at: optional(instant), proof: optional(text(500)) });

export const replyRequest = z.object({ message: text(mostReplyCharacters).regex(/\S/, 'Is blank') });
export const mismatchDecision = z.object({ outcome: z.enum(mismatchOutcomes) });
