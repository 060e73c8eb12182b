import { z } from 'zod';
import { address } from '../../../queues/schemas/order.schema.ts';
import { instant, text } from '../../../queues/schemas/values.ts';
import { weekdays } from '../../domain/delivery/policy.ts';
import { languages } from '../../domain/languages.ts';
import { wallClock } from './setting-values.ts';

const returnAddress = address.extend({ id: text(64) });

const absence = z
  .object({ from: instant, until: instant, autoAuthorize: z.enum(['all', 'policy']) })
  .refine(({ from, until }) => from < until, { path: ['until'], message: 'Is not after `from`' });

const businessHours = z
  .object({
    timeZone: text(64).refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC', {
      message: 'Not a time zone, such as Europe/Paris',
    }),
    days: z.array(z.enum(weekdays)).min(1).max(7),
    from: wallClock,
    until: wallClock,
  })
  .refine(({ from, until }) => from < until, { path: ['until'], message: 'Is not after `from`' });

const hours = z.number().positive().max(8_760);

/**
 * What a seller may set for a channel; a setting that is not sent has its default. `defaultLanguage` is
 * that of the channel's name.
 */
export const channelSettings = (defaultLanguage: (typeof languages)[number] = 'fr') =>
  z.object({
    language: z.enum(languages).default(defaultLanguage),
    sellerEmail: z
      .email()
      .max(254)
      .nullable()
      .default(null)
      .meta({ description: 'Where alerts go; null: they are only listed' }),
    senderName: text(100).nullable().default(null),
    actionLinks: z.boolean().default(true),
    autoAuthorize: z.enum(['off', 'all', 'policy']).default('off'),
    absence: absence.nullable().default(null),
    returnWindowDays: z.int().min(0).max(3_650).default(30),
    holidayExtension: z.boolean().default(true),
    returnRequestTargetHours: hours.default(48),
    returnAddresses: z
      .array(returnAddress)
      .max(50)
      .default([])
      .refine(
        (all) => new Set(all.map(({ id }) => id)).size === all.length,
        'Two addresses have the same id',
      ),
    responseTargetHours: hours.default(24),
    responseWarningHours: hours.default(20).meta({ description: 'Not before the target: no warning' }),
    businessHours: businessHours.nullable().default(null),
    alerts: z.enum(['each', 'off']).default('each'),
  });
