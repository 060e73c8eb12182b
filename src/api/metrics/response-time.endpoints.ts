import { z } from 'zod';
import { listNextDue } from '../../../db/repositories/messages-read/list-next-due.ts';
import { readFigures } from '../../../db/repositories/messages-read/read-figures.ts';
import { channel, instant } from '../../../queues/schemas/values.ts';
import {
  type FigureWindow,
  figureNames,
  lateLeft,
  projectionDays,
} from '../../domain/response-time/figures.ts';
import { sendCsv } from '../csv/send-csv.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { figureColumns, figureMessages } from './figure-messages.ts';
import { responseTime, showResponseTime } from './response-time-view.ts';
import { findTargetHours } from './target-hours.ts';

const tag = 'Metrics';
/** Nobody works through more at once. */
const mostProjected = 200;

const query = {
  channel: channel.optional().meta({ description: 'All channels unless given' }),
  asOf: instant.optional().meta({ description: 'Now unless given; what happens later has not happened' }),
};

const windows = { '7': 7, '30': 30, '90': 90 } as const satisfies Record<string, FigureWindow>;
const days = z
  .enum(['7', '30', '90'])
  .default('30')
  .transform((given) => windows[given]);

/** How fast a seller answers. */
export const responseTimeEndpoints = ({
  database,
  now = () => new Date(),
}: Pick<ApiDeps, 'database' | 'now'>): Endpoint[] => [
  defineEndpoint({
    method: 'get',
    path: '/v1/metrics/response-time',
    operationId: 'getResponseTime',
    tag,
    summary: 'Response time over 7, 30 and 90 days, and what awaits an answer',
    description:
      "Over buyers' messages sent in (asOf − N × 24 h, asOf], each judged against the target that its channel had when " +
      'it arrived: exactly on target is within. What is not answered and still has time, what needs no response and ' +
      'what a machine wrote is in no share. The goal: more than 90 % within the target, at most 10 % late.',
    query: z.object(query),
    success: { 200: { description: 'The figures', schema: responseTime } },
    problems: ['invalid_request'],
    handle: async ({ query: asked, caller: { sellerId } }) => {
      const of = { channel: asked.channel ?? null, asOf: asked.asOf ?? now().toISOString() };
      const [figures, targetHours] = await Promise.all([
        readFigures(database, sellerId, of),
        findTargetHours(database, sellerId, of),
      ]);
      const projected = figures.windows.find((counted) => counted.days === projectionDays);
      const left = projected === undefined ? 0 : lateLeft(projected);
      const limit = Math.min(left, mostProjected);
      const messageIds = limit === 0 ? [] : await listNextDue(database, sellerId, { ...of, limit });
      const projection = { lateLeft: left, messageIds };
      return { status: 200, body: showResponseTime({ ...of, targetHours, figures, projection }) };
    },
  }),

  defineEndpoint({
    method: 'get',
    path: '/v1/metrics/response-time/messages.csv',
    operationId: 'getResponseTimeMessages',
    tag,
    summary: 'The messages behind a figure, as CSV',
    description:
      'In the order of sending, streamed: as many rows as the figure counts. `standing` is answered_in_time, ' +
      'answered_late, unanswered or open, as of `asOf`. A text that a spreadsheet would take for a formula has an ' +
      'apostrophe before it.',
    query: z.object({
      ...query,
      figure: z.enum(figureNames).default('all').meta({
        description: 'late: both unanswered and answered_late. all: those that still have time as well',
      }),
      days,
    }),
    success: {
      200: {
        description: 'A header row, then a row per message',
        schema: z.string(),
        mediaType: 'text/csv',
        headers: { 'Content-Disposition': 'attachment, with a file name' },
      },
    },
    problems: ['invalid_request'],
    handle: async ({ query: asked, caller: { sellerId }, response }) => {
      const { figure, days: within, channel: of = null, asOf = now().toISOString() } = asked;
      await sendCsv(response, {
        filename: `messages-${figure.replace('_', '-')}-${within}-days.csv`,
        columns: figureColumns(asOf),
        batches: figureMessages(database, sellerId, { figure, days: within, channel: of, asOf }),
      });
      return null;
    },
  }),
];
