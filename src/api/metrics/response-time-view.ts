import { z } from 'zod';
import type { ResponseFigures } from '../../../db/repositories/messages-read/read-figures.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import { responseGoal, toFigures } from '../../domain/response-time/figures.ts';
import { instantOut } from '../openapi/values.ts';

const share = z
  .object({ count: z.int(), percent: z.int().meta({ description: 'Half up; 0 of nothing' }) })
  .meta({ id: 'Share' });

const windowFigures = z.object({
  days: z.int().meta({ description: '7, 30 or 90 days of 24 hours up to `asOf`, by the time of sending' }),
  within: share.meta({ description: 'Answered within the target' }),
  late: share.meta({ description: 'Answered after the target, or not answered and past it' }),
  unanswered: z.int().meta({ description: 'Of the late ones, those without an answer' }),
  answeredLate: z.int().meta({ description: 'Of the late ones, those with an answer' }),
  averageResponseSeconds: z
    .int()
    .nullable()
    .meta({ description: 'Of the answered ones; null: there are none' }),
  goalMet: z
    .boolean()
    .nullable()
    .meta({ description: 'Judged on the counts, not on the rounded shares; null: nothing to judge' }),
  internal: z.object({ count: z.int(), percent: z.int(), of: z.int() }).nullable().meta({
    description:
      "How many of the answered ones met the seller's own target in business hours; null: none had one",
  }),
});

export const responseTime = z
  .object({
    asOf: instantOut,
    channel: z.string().nullable(),
    targetHours: z
      .number()
      .nullable()
      .meta({ description: 'Of the channel, or of all channels with settings; null: these differ' }),
    goal: z.object({
      withinPercent: z.int().meta({ description: 'More than this share within the target' }),
      latePercent: z.int().meta({ description: 'At most this share late' }),
    }),
    windows: z.array(windowFigures),
    awaiting: z
      .object({
        count: z.int(),
        dueSoon: z.int().meta({ description: 'Of these, past their warning and not overdue' }),
        overdue: z.int().meta({ description: 'Of these, past their target' }),
      })
      .meta({ description: 'Messages without an answer, however old' }),
    projection: z.object({
      lateLeft: z.int().meta({
        description:
          'How many more late answers until the 30-day figure misses the goal; 0: it misses it now',
      }),
      messageIds: z
        .array(z.uuid())
        .meta({ description: 'The open messages that would be these, least time left first; at most 200' }),
    }),
  })
  .meta({ id: 'ResponseTime' });

export interface ResponseTimeParts {
  readonly asOf: Instant;
  readonly channel: string | null;
  readonly targetHours: number | null;
  readonly figures: ResponseFigures;
  readonly projection: { readonly lateLeft: number; readonly messageIds: readonly string[] };
}

export const showResponseTime = ({ asOf, channel, targetHours, figures, projection }: ResponseTimeParts) => ({
  asOf,
  channel,
  targetHours,
  goal: responseGoal,
  windows: figures.windows.map(toFigures),
  awaiting: figures.awaiting,
  projection,
});
