import { z } from 'zod';

const mostItems = 200;

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A cursor is the id of the last item seen, dressed so that nobody builds one. */
const encode = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');

const decode = (cursor: string): string => {
  const hex = Buffer.from(cursor, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** The query of every list; spread it into the endpoint's own. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(mostItems).default(50),
  cursor: z
    .string()
    .max(64)
    .refine((cursor) => idPattern.test(decode(cursor)), 'Not a cursor of this list')
    .optional()
    .meta({ description: '`nextCursor` of the page before' }),
};

/** Limit and place as the repositories take them; one row more tells whether there is another page. */
export const pageOf = ({ limit, cursor }: { limit: number; cursor?: string | undefined }) => ({
  limit: limit + 1,
  after: cursor === undefined ? null : decode(cursor),
});

export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().meta({ description: 'For the next page; null: this is the last one' }),
  });

/** The page of `limit` items out of `limit + 1` rows. */
export const showPage = <T>(rows: readonly T[], limit: number, idOf: (row: T) => string) => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encode(idOf(last)) : null };
};
