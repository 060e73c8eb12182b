import { z } from 'zod';
import { address } from '../../../queues/schemas/order.schema.ts';
import { instant, text } from '../../../queues/schemas/values.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import { defaultDigestAt } from '../../domain/channels.ts';
import { languages } from '../../domain/languages.ts';
import { defaultResponsePolicy } from '../../domain/response-time/policy.ts';
import { invalidRequest } from '../http/problem.ts';
import { businessHours, checkBusinessHours, dropOldHours } from './business-hours.ts';
import { wallClock } from './setting-values.ts';

const returnAddress = address.extend({ id: text(64) });

const absence = z
  .object({ from: instant, until: instant, autoAuthorize: z.enum(['all', 'policy']) })
  .refine(({ from, until }) => from < until, { path: ['until'], message: 'Is not after `from`' });

const hours = z.number().positive().max(8_760);

/**
 * What a seller may set for a channel; a setting that is not sent has its default. `defaultLanguage` is
 * that of the channel's name.
 */
export const newChannelSettings = (defaultLanguage: (typeof languages)[number] = 'fr') =>
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
    responseTargetHours: hours
      .default(defaultResponsePolicy.targetHours)
      .meta({ description: 'Of the wall clock, for messages that arrive from now on' }),
    responseWarningHours: hours
      .default(defaultResponsePolicy.warningHours)
      .meta({ description: 'Not before the target: no warning' }),
    businessHours: businessHours.nullable().default(null).meta({
      description: 'A target of the seller’s own in hours of work, beside the one above; null: none',
    }),
    alerts: z.enum(['each', 'daily', 'off']).default('each').meta({
      description:
        'each: a mail for each. daily: one mail a day, at `digestAt`. off: none, they are only listed',
    }),
    digestAt: wallClock.default(defaultDigestAt).meta({
      description:
        'Local time of the daily mail, in the zone of `businessHours`, else of the first fulfilment centre',
    }),
  });

/** The settings of a channel as any version of Navette has stored them. */
export const channelSettings = (defaultLanguage?: (typeof languages)[number]) =>
  z.preprocess(dropOldHours, newChannelSettings(defaultLanguage));

/** @throws Problem `invalid_request` for what a schema cannot see. */
export const checkChannelSettings = (
  { businessHours: own }: z.output<ReturnType<typeof newChannelSettings>>,
  now: Instant,
): void => {
  const errors = own === null ? [] : checkBusinessHours(own, now);
  if (errors.length > 0) throw invalidRequest(errors);
};
