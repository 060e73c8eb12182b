import Stripe from 'stripe';
import { z } from 'zod';
import type { Instant } from '../../domain/calendar/instant.ts';

/** Something that Stripe tells about money going back. */
export type StripeRefundEvent =
  | {
      readonly kind: 'refund';
      readonly eventId: string;
      readonly providerRefundId: string;
      /** By the metadata that went with our call; null: not made by Navette. */
      readonly refundId: string | null;
      readonly sellerId: string | null;
      readonly paymentReference: string | null;
      /** Stripe refuses before it has a refund to tell of, so nothing is told as declined. */
      readonly outcome: 'succeeded' | 'pending' | 'failed';
      /** Why it failed. */
      readonly code: string | null;
      readonly at: Instant;
    }
  /** Something of the payment was refunded, and it does not say what. */
  | {
      readonly kind: 'charge';
      readonly eventId: string;
      readonly paymentReferences: readonly string[];
      readonly at: Instant;
    };

/** Older messages are refused: somebody may have overheard one and send it again. */
const toleranceSeconds = 300;

/** Metadata is free text, which anybody with the dashboard may edit. */
const ourId = z.uuid().nullish().catch(null);
const named = z
  .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .transform((name) => name ?? null);

const refund = z.object({
  object: z.literal('refund'),
  id: z.string(),
  status: z.string().nullish(),
  failure_reason: z.string().nullish(),
  payment_intent: named,
  charge: named,
  metadata: z.object({ navette_refund: ourId, navette_seller: ourId }).nullish(),
});

const charge = z.object({
  object: z.literal('charge'),
  id: z.string(),
  payment_intent: named,
  /** API versions before 2022-11-15 put the refunds in. */
  refunds: z.object({ data: z.array(z.unknown()) }).nullish(),
});

const eventOf = <Type extends string, Thing extends z.ZodType>(types: readonly Type[], object: Thing) =>
  z.object({
    id: z.string(),
    type: z.enum(types as readonly [Type, ...Type[]]),
    created: z.number(),
    data: z.object({ object }),
  });

const refundEvent = eventOf(['refund.created', 'refund.updated', 'refund.failed'], refund);
const chargeEvent = eventOf(['charge.refunded'], charge);

/**
 * What a message of Stripe's says about refunds; other messages say nothing, which is an empty list. Null: it is not
 * genuine, or older than five minutes. `rawBody` is the body as it came, byte for byte.
 */
export const verifyStripeEvent = (
  rawBody: Uint8Array,
  signatureHeader: string,
  secret: string,
  now: Date = new Date(),
): StripeRefundEvent[] | null => {
  const text = new TextDecoder().decode(rawBody);
  if (!isGenuine(text, signatureHeader, secret, now)) return null;
  const event: unknown = JSON.parse(text);
  const ofRefund = refundEvent.safeParse(event);
  if (ofRefund.success) return [toRefundEvent(ofRefund.data, ofRefund.data.data.object)];
  const ofCharge = chargeEvent.safeParse(event);
  if (!ofCharge.success) return [];
  const { id: eventId, created, data } = ofCharge.data;
  const { id, payment_intent: intent, refunds } = data.object;
  const told = (refunds?.data ?? []).flatMap((one) => {
    const parsed = refund.safeParse(one);
    return parsed.success ? [toRefundEvent(ofCharge.data, parsed.data)] : [];
  });
  const paymentReferences = intent === null ? [id] : [intent, id];
  return [...told, { kind: 'charge', eventId, paymentReferences, at: instantOf(created) }];
};

const isGenuine = (text: string, signatureHeader: string, secret: string, now: Date): boolean => {
  const { signature } = Stripe.webhooks;
  if (signature === null) throw new Error('The library of Stripe checks no signatures here');
  try {
    const provider = Stripe.createNodeCryptoProvider();
    return signature.verifyHeader(text, signatureHeader, secret, toleranceSeconds, provider, now.getTime());
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
    throw error;
  }
};

type Sent = Pick<z.infer<typeof refundEvent>, 'id' | 'created'>;

const toRefundEvent = ({ id: eventId, created }: Sent, told: z.infer<typeof refund>): StripeRefundEvent => {
  const outcome = outcomeOf(told.status);
  return {
    kind: 'refund',
    eventId,
    providerRefundId: told.id,
    refundId: told.metadata?.navette_refund ?? null,
    sellerId: told.metadata?.navette_seller ?? null,
    paymentReference: told.payment_intent ?? told.charge,
    outcome,
    code: outcome === 'failed' ? (told.failure_reason ?? told.status ?? null) : null,
    at: instantOf(created),
  };
};

const outcomeOf = (status: string | null | undefined): 'succeeded' | 'pending' | 'failed' => {
  switch (status) {
    case 'succeeded':
      return 'succeeded';
    case 'failed':
    case 'canceled':
      return 'failed';
    // Also `requires_action`: the buyer has to say where the money goes.
    default:
      return 'pending';
  }
};

const instantOf = (seconds: number): Instant => new Date(seconds * 1_000).toISOString();
