import { addDays, type Instant } from '../../../src/domain/calendar/instant.ts';
import { figureWindows } from '../../../src/domain/response-time/figures.ts';
import {
  allChannels,
  answeredCellMs,
  answeredCellOf,
  noWarning,
  sentCellMs,
  sentCellOf,
} from '../../../src/domain/response-time/tally.ts';
import type { Database, Tx } from '../../client.ts';

export interface FigureScope {
  /** Null: all of them. */
  readonly channel: string | null;
  readonly asOf: Instant;
}

/** What some messages are at an instant: those of a cell, or of a part of one. */
export interface Fact {
  /** When the first of them was sent, at the earliest: on the same side of every window's beginning as all. */
  readonly sentMs: number;
  readonly answeredInTime: number;
  readonly answeredLate: number;
  readonly unanswered: number;
  readonly open: number;
  /** Of the open ones, those that were warned of. */
  readonly dueSoon: number;
  readonly responseMs: number;
  readonly internalJudged: number;
  readonly internalInTime: number;
}

/**
 * What a seller's messages are as of then, of the last 90 days and of all that waits for an answer. What was
 * sent and answered in whole cells comes from the tallies. Message by message are read only the cells that an
 * edge goes through: the beginnings of the windows, `asOf` itself, and the times of sending whose target or
 * warning ends at it. So the cost grows with the messages of those few hours only.
 */
export const readFactsUntil = (
  database: Database,
  sellerId: string,
  scope: FigureScope,
): Promise<readonly Fact[]> =>
  database.asSellers([sellerId], async ({ sql }) => {
    const edges = await readEdges(sql, sellerId, scope);
    const asked = { ...scope, edges };
    return sql<Fact[]>`
      ${tallied(sql, sellerId, asked)}
      UNION ALL ${sentIn(sql, sellerId, asked)}
      UNION ALL ${answeredIn(sql, sellerId, asked)}`;
  });

const startsOf = (asOf: Instant): number[] => figureWindows.map((days) => Date.parse(addDays(asOf, -days)));

/** The cells of sending that are read message by message. */
const readEdges = async (
  sql: Tx['sql'],
  sellerId: string,
  { channel, asOf }: FigureScope,
): Promise<number[]> => {
  const asOfMs = Date.parse(asOf);
  const policies = await sql<{ targetMs: number; warningMs: number }[]>`
    SELECT DISTINCT target_ms AS "targetMs", warning_ms AS "warningMs" FROM response_tally
    WHERE seller_id = ${sellerId} AND channel = ${channel ?? allChannels}
      AND answered_cell > ${answeredCellOf(asOfMs)} AND sent_cell <= ${sentCellOf(asOfMs)} AND messages > 0`;
  const ends = policies.flatMap(({ targetMs, warningMs }) =>
    warningMs === noWarning ? [targetMs] : [targetMs, warningMs],
  );
  return [...new Set([asOfMs, ...startsOf(asOf), ...ends.map((ms) => asOfMs - ms)].map(sentCellOf))];
};

const timeOf = (epochMs: number): Instant => new Date(epochMs).toISOString();

interface Edged extends FigureScope {
  readonly edges: readonly number[];
}

/** Cells that no edge goes through: all of their messages are the same, or counted as what they are. */
const tallied = (sql: Tx['sql'], sellerId: string, { channel, asOf, edges }: Edged) => {
  const asOfMs = Date.parse(asOf);
  const lastAnswered = answeredCellOf(asOfMs);
  const first = sentCellOf(Math.min(...startsOf(asOf)));
  const sentMs = sql`(sent_cell::bigint * ${sentCellMs}::bigint)`;
  const waits = sql`answered_cell > ${lastAnswered}::integer`;
  const isLate = sql`${sentMs} + target_ms < ${asOfMs}::bigint`;
  const isWarned = sql`warning_ms >= 0 AND ${sentMs} + warning_ms <= ${asOfMs}::bigint`;
  const sum = (column: ReturnType<Tx['sql']>, where: ReturnType<Tx['sql']>) =>
    sql`coalesce(sum(${column}) FILTER (WHERE ${where}), 0)::bigint`;
  const of = (where: ReturnType<Tx['sql']>) => sql`
    SELECT * FROM response_tally
    WHERE seller_id = ${sellerId} AND channel = ${channel ?? allChannels} AND ${where}
      AND answered_cell <> ${lastAnswered} AND sent_cell <> ALL (${edges as number[]}::integer[])`;
  return sql`
    SELECT ${sentMs} AS "sentMs",
      ${sum(sql`answered_in_time`, sql`NOT ${waits}`)} AS "answeredInTime",
      ${sum(sql`messages - answered_in_time`, sql`NOT ${waits}`)} AS "answeredLate",
      ${sum(sql`messages`, sql`${waits} AND ${isLate}`)} AS unanswered,
      ${sum(sql`messages`, sql`${waits} AND NOT ${isLate}`)} AS open,
      ${sum(sql`messages`, sql`${waits} AND NOT ${isLate} AND ${isWarned}`)} AS "dueSoon",
      ${sum(sql`response_ms`, sql`NOT ${waits}`)} AS "responseMs",
      ${sum(sql`internal_judged`, sql`NOT ${waits}`)} AS "internalJudged",
      ${sum(sql`internal_in_time`, sql`NOT ${waits}`)} AS "internalInTime"
    FROM (
      ${of(sql`sent_cell BETWEEN ${first} AND ${sentCellOf(asOfMs)}`)}
      UNION ALL
      ${of(sql`sent_cell < ${first} AND ${waits}`)}
    ) AS tally
    GROUP BY sent_cell`;
};

/** Messages one by one, counted by their cell and by how many windows they are in. */
const counted = (
  sql: Tx['sql'],
  { asOf }: FigureScope,
  { cell, from }: { readonly cell: ReturnType<Tx['sql']>; readonly from: ReturnType<Tx['sql']> },
) => {
  const answered = sql`coalesce(answered_at <= ${asOf}, false)`;
  const isLate = sql`due_at < ${asOf}`;
  const count = (where: ReturnType<Tx['sql']>) => sql`count(*) FILTER (WHERE ${where})`;
  return sql`
    SELECT (extract(epoch FROM min(sent_at)) * 1000)::bigint AS "sentMs",
      ${count(sql`${answered} AND answered_at <= due_at`)} AS "answeredInTime",
      ${count(sql`${answered} AND answered_at > due_at`)} AS "answeredLate",
      ${count(sql`NOT ${answered} AND ${isLate}`)} AS unanswered,
      ${count(sql`NOT ${answered} AND NOT ${isLate}`)} AS open,
      ${count(sql`NOT ${answered} AND NOT ${isLate} AND warn_at <= ${asOf}`)} AS "dueSoon",
      coalesce(extract(epoch FROM sum(answered_at - sent_at) FILTER (WHERE ${answered})) * 1000, 0)::bigint
        AS "responseMs",
      ${count(sql`${answered} AND internal_due_at IS NOT NULL`)} AS "internalJudged",
      ${count(sql`${answered} AND answered_at <= internal_due_at`)} AS "internalInTime"
    FROM ${from}
    GROUP BY ${cell}, width_bucket(sent_at, ${startsOf(asOf)
      .map((ms) => timeOf(ms + 1))
      .sort()}::timestamptz[])
    HAVING count(*) > 0`;
};

const ofSeller = (sql: Tx['sql'], sellerId: string, { channel, asOf }: FigureScope) =>
  sql`seller_id = ${sellerId} AND counts AND sent_at <= ${asOf}
    ${channel === null ? sql`` : sql`AND channel = ${channel}`}`;

const sentWithin = (sql: Tx['sql'], cell: number) =>
  sql`(sent_at >= ${timeOf(cell * sentCellMs)} AND sent_at < ${timeOf((cell + 1) * sentCellMs)})`;

/**
 * The messages of the cells that an edge goes through. OFFSET keeps the planner from turning it around: each cell is
 * a short range of an index, all of them together look like a table to be read whole.
 */
const sentIn = (sql: Tx['sql'], sellerId: string, { edges, ...scope }: Edged) =>
  counted(sql, scope, {
    cell: sql`edge.begins_at`,
    from: sql`unnest(
        ${edges.map((cell) => timeOf(cell * sentCellMs))}::timestamptz[],
        ${edges.map((cell) => timeOf((cell + 1) * sentCellMs))}::timestamptz[]
      ) AS edge (begins_at, ends_at)
      CROSS JOIN LATERAL (
        SELECT sent_at, due_at, warn_at, internal_due_at, answered_at FROM message
        WHERE ${ofSeller(sql, sellerId, scope)} AND sent_at >= edge.begins_at AND sent_at < edge.ends_at
        OFFSET 0
      ) AS message`,
  });

/** Those answered in the cell that `asOf` is in: some before it, some after. */
const answeredIn = (sql: Tx['sql'], sellerId: string, { edges, ...scope }: Edged) => {
  const cell = answeredCellOf(Date.parse(scope.asOf));
  const [from, until] = [timeOf(cell * answeredCellMs), timeOf((cell + 1) * answeredCellMs)];
  const elsewhere = edges.reduce((all, edge) => sql`${all} AND NOT ${sentWithin(sql, edge)}`, sql``);
  return counted(sql, scope, {
    cell: sql`date_bin(make_interval(secs => ${sentCellMs / 1_000}), sent_at, '1970-01-01T00:00:00Z')`,
    from: sql`message WHERE ${ofSeller(sql, sellerId, scope)} AND answered_at >= ${from} AND answered_at < ${until} ${elsewhere}`,
  });
};
