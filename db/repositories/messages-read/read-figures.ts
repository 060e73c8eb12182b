import { addDays, type Instant, type LocalDate } from '../../../src/domain/calendar/instant.ts';
import { figureWindows, type WindowCounts } from '../../../src/domain/response-time/figures.ts';
import { cellMs, cellOf } from '../../../src/domain/response-time/tally.ts';
import type { Database, Tx } from '../../client.ts';

export interface DayCounts {
  /** Of UTC, by the sending of the message. */
  readonly day: LocalDate;
  readonly answeredInTime: number;
  readonly answeredLate: number;
  readonly unanswered: number;
  readonly open: number;
}

export interface ResponseFigures {
  readonly windows: readonly WindowCounts[];
  /** All that await an answer, however old; those warned of and in time; those past their target. */
  readonly awaiting: { readonly count: number; readonly dueSoon: number; readonly overdue: number };
  /** The last 30 days, oldest first, none left out. */
  readonly days: readonly DayCounts[];
}

export interface FigureScope {
  /** Null: all of them. */
  readonly channel: string | null;
  readonly asOf: Instant;
}

const chartDays = 30;

/**
 * The figures of figures.ts, exact at any instant; a test holds the two against each other. What is sent and
 * answered in whole cells of time comes from the tallies; message by message are read only the cells that an
 * edge goes through: the beginnings of the windows, `asOf` itself, and the sending times whose target or
 * warning ends at it. So the cost does not grow with the messages but for those few cells.
 */
export const readFigures = (
  database: Database,
  sellerId: string,
  scope: FigureScope,
): Promise<ResponseFigures> =>
  database.asSellers([sellerId], async ({ sql }) => {
    const asOfMs = Date.parse(scope.asOf);
    const starts = figureWindows.map((days) => Date.parse(addDays(scope.asOf, -days)));
    const [row] = await sql<[{ figures: ResponseFigures }]>`
      WITH ${factsUntil(sql, sellerId, scope)}
      SELECT json_build_object(
        'windows', (
          SELECT json_agg(json_build_object(
            'days', days,
            'answeredInTime', in_time, 'answeredLate', late, 'unanswered', unanswered,
            'responseMs', response_ms, 'internalJudged', judged, 'internalInTime', internal_in_time) ORDER BY days)
          FROM (
            SELECT days, coalesce(sum(in_time), 0) AS in_time, coalesce(sum(late), 0) AS late,
              coalesce(sum(unanswered), 0) AS unanswered, coalesce(sum(response_ms), 0) AS response_ms,
              coalesce(sum(judged), 0) AS judged, coalesce(sum(internal_in_time), 0) AS internal_in_time
            FROM unnest(${[...figureWindows]}::integer[], ${starts}::bigint[]) AS asked (days, starts_ms)
            LEFT JOIN fact ON sent_ms > starts_ms
            GROUP BY days
          ) AS counted),
        'awaiting', (
          SELECT json_build_object('count', coalesce(sum(open + unanswered), 0),
            'dueSoon', coalesce(sum(due_soon), 0), 'overdue', coalesce(sum(unanswered), 0))
          FROM fact),
        'days', (
          SELECT json_agg(json_build_object(
            'day', to_char(to_timestamp(day * 86400) AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
            'answeredInTime', in_time, 'answeredLate', late, 'unanswered', unanswered, 'open', open) ORDER BY day)
          FROM (
            SELECT day, coalesce(sum(in_time), 0) AS in_time, coalesce(sum(late), 0) AS late,
              coalesce(sum(unanswered), 0) AS unanswered, coalesce(sum(open), 0) AS open
            FROM generate_series(${dayOf(asOfMs) - chartDays + 1}::bigint, ${dayOf(asOfMs)}::bigint) AS day
            LEFT JOIN fact ON sent_ms / 86400000 = day
            GROUP BY day
          ) AS counted)
      ) AS figures`;
    return row.figures;
  });

const dayOf = (epochMs: number): number => Math.floor(epochMs / 86_400_000);

/**
 * CTEs whose last, `fact`, says what messages are as of then, cells and single messages alike: `sent_ms` (of a
 * cell its beginning, which is on the same side of every edge as all of it) and how many are what.
 */
const factsUntil = (sql: Tx['sql'], sellerId: string, { channel, asOf }: FigureScope) => {
  const asOfMs = Date.parse(asOf);
  const lastCell = cellOf(asOf);
  const startCells = figureWindows.map((days) => cellOf(addDays(asOf, -days)));
  const firstCell = Math.min(...startCells);
  const ofChannel = channel === null ? sql`` : sql`AND channel = ${channel}`;
  const cellAt = (at: ReturnType<Tx['sql']>) =>
    sql`floor(extract(epoch FROM ${at}) * 1000 / ${cellMs}::bigint)::integer`;
  const beginningOf = (cell: ReturnType<Tx['sql']>) =>
    sql`to_timestamp(${cell}::bigint * ${cellMs / 1_000}::bigint)`;
  return sql`
    cell AS MATERIALIZED (
      SELECT *, sent_cell::bigint * ${cellMs}::bigint AS sent_ms, answered_cell > ${lastCell}::integer AS waits
      FROM (
        SELECT * FROM response_tally
        WHERE seller_id = ${sellerId} AND sent_cell BETWEEN ${firstCell} AND ${lastCell} ${ofChannel}
        UNION ALL
        SELECT * FROM response_tally
        WHERE seller_id = ${sellerId} AND sent_cell < ${firstCell} AND answered_cell >= ${lastCell} ${ofChannel}
      ) AS tally
      WHERE messages > 0
    ), edge AS MATERIALIZED (
      SELECT DISTINCT sent_cell FROM cell
      WHERE sent_cell = ANY (${[...startCells, lastCell]}::integer[])
        -- A target or a warning ends at this instant for some of the cell and not for others.
        OR (waits AND ${asOfMs}::bigint - target_ms - sent_ms BETWEEN 1 AND ${cellMs}::bigint - 1)
        OR (waits AND warning_ms >= 0 AND ${asOfMs}::bigint - warning_ms - sent_ms BETWEEN 0 AND ${cellMs}::bigint - 1)
    ), single AS (
      SELECT message.* FROM edge
      CROSS JOIN LATERAL (
        SELECT sent_at, due_at, warn_at, internal_due_at, answered_at FROM message
        WHERE seller_id = ${sellerId} AND counts AND sent_at <= ${asOf} ${ofChannel}
          AND sent_at >= ${beginningOf(sql`edge.sent_cell`)} AND sent_at < ${beginningOf(sql`(edge.sent_cell + 1)`)}
      ) AS message
      UNION ALL
      SELECT sent_at, due_at, warn_at, internal_due_at, answered_at FROM message
      WHERE seller_id = ${sellerId} AND counts AND sent_at <= ${asOf} ${ofChannel}
        AND answered_at >= ${beginningOf(sql`${lastCell}`)} AND answered_at < ${beginningOf(sql`${lastCell + 1}`)}
        AND ${cellAt(sql`sent_at`)} NOT IN (SELECT sent_cell FROM edge)
    ), fact AS MATERIALIZED (
      SELECT sent_ms,
        CASE WHEN waits THEN 0 ELSE answered_in_time END AS in_time,
        CASE WHEN waits THEN 0 ELSE messages - answered_in_time END AS late,
        CASE WHEN waits AND sent_ms + target_ms < ${asOfMs}::bigint THEN messages ELSE 0 END AS unanswered,
        CASE WHEN waits AND sent_ms + target_ms >= ${asOfMs}::bigint THEN messages ELSE 0 END AS open,
        CASE WHEN waits AND sent_ms + target_ms >= ${asOfMs}::bigint AND warning_ms >= 0
          AND sent_ms + warning_ms <= ${asOfMs}::bigint THEN messages ELSE 0 END AS due_soon,
        CASE WHEN waits THEN 0 ELSE response_ms END AS response_ms,
        CASE WHEN waits THEN 0 ELSE internal_judged END AS judged,
        CASE WHEN waits THEN 0 ELSE internal_in_time END AS internal_in_time
      FROM cell
      WHERE answered_cell <> ${lastCell} AND sent_cell NOT IN (SELECT sent_cell FROM edge)
      UNION ALL
      SELECT (extract(epoch FROM sent_at) * 1000)::bigint,
        (answered AND answered_at <= due_at)::integer,
        (answered AND answered_at > due_at)::integer,
        (NOT answered AND due_at < ${asOf})::integer,
        (NOT answered AND due_at >= ${asOf})::integer,
        coalesce(NOT answered AND due_at >= ${asOf} AND warn_at <= ${asOf}, false)::integer,
        CASE WHEN answered THEN (extract(epoch FROM answered_at - sent_at) * 1000)::bigint ELSE 0 END,
        (answered AND internal_due_at IS NOT NULL)::integer,
        coalesce(answered AND answered_at <= internal_due_at, false)::integer
      FROM (SELECT *, coalesce(answered_at <= ${asOf}, false) AS answered FROM single) AS judged
    )`;
};
