import { z } from 'zod';
import { currency, restockingFee } from '../../../queues/schemas/refund.schema.ts';
import { country, minor } from '../../../queues/schemas/values.ts';
import { normalizeCountry } from '../../domain/calendar/countries.ts';
import { faults, returnReasons } from '../../domain/returns/reasons.ts';
import { invalidRequest } from '../http/problem.ts';

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
  restockingFee: restockingFee.nullable().default(null).meta({
    description: 'Withheld where the buyer is at fault, off the items and their tax; null: nothing is',
  }),
  autoRefundOnReceipt: z.boolean().default(false),
  autoRefundOnReturnToSender: z
    .boolean()
    .default(true)
    .meta({ description: 'What could not be delivered and came back is refunded by itself, less the fee' }),
  refundBusinessDays: days.default(2),
  returnCosts: z
    .array(z.object({ country, costMinor: minor, currency }))
    .max(500)
    .default([])
    .meta({ description: 'What sending a parcel back costs, by the country that it comes from' }),
  claims: claims.default(() => claims.parse({})),
});

/** @throws Problem `invalid_request` for a country that does not exist, or two costs of one country and currency. */
export const checkRefundPolicy = ({ returnCosts }: z.output<typeof refundPolicy>): void => {
  const seen = new Set<string>();
  const errors = returnCosts.flatMap(({ country: code, currency: of }, n) => {
    const path = `returnCosts[${n}]`;
    if (normalizeCountry(code) === null) {
      return [{ path: `${path}.country`, code: 'unknown_country', message: 'Not a country of ISO 3166-1' }];
    }
    const key = `${code} ${of}`;
    if (seen.has(key))
      return [{ path, code: 'duplicate_return_cost', message: `Another cost is for ${key}` }];
    seen.add(key);
    return [];
  });
  if (errors.length > 0) throw invalidRequest(errors);
};
