import { z } from 'zod';
import { country, minor } from '../../../queues/schemas/values.ts';
import { faults, returnReasons } from '../../domain/returns/reasons.ts';

const currency = z.string().regex(/^[A-Z]{3}$/, 'Not a three-letter currency code in upper case');
const days = z.int().min(0).max(365);

const claims = z.object({
  basis: z.enum(['sale_price_without_tax', 'unit_cost']).default('sale_price_without_tax'),
  capPerUnitMinor: minor.default(500_000),
  closingDays: days.min(1).default(90),
  autoFile: z.boolean().default(false),
});

/** What a seller has decided about faults, costs and money back; what is not sent has its default. */
export const refundPolicy = z.object({
  faultByReason: z
    .partialRecord(z.enum(returnReasons), z.enum(faults))
    .default({})
    .meta({ description: 'Who answers for a reason; those that are not named keep their default' }),
  restockingFee: z
    .union([z.strictObject({ percent: z.number().min(0).max(100) }), z.strictObject({ amountMinor: minor })])
    .nullable()
    .default(null),
  autoRefundOnReceipt: z.boolean().default(false),
  refundBusinessDays: days.default(2),
  returnCosts: z
    .array(z.object({ country, costMinor: minor, currency }))
    .max(500)
    .default([])
    .meta({ description: 'What sending a parcel back costs, by the country that it comes from' }),
  claims: claims.default(() => claims.parse({})),
});
