import type { Invariant } from './invariant.ts';

interface Authorised {
  readonly id: string;
  readonly rma: string | null;
  readonly authorised: number;
  readonly versions: number;
  readonly documents: number;
  readonly mails: number;
}

export const authorisationsOnce: Invariant = {
  name: 'authorisations happen once',
  meaning:
    'A return that was authorised by a button pressed twice has one RMA, one document and one mail to its buyer.',
  breach: 'doubled',
  examine: async ({ sql, notebook }) => {
    const rows = await sql<Authorised[]>`
      SELECT noted.id, "return".rma,
        (SELECT count(*)::int FROM return_event WHERE return_id = noted.id AND type = 'authorized') AS authorised,
        (SELECT count(*)::int FROM return_document_source WHERE return_id = noted.id) AS versions,
        (SELECT count(*)::int FROM return_document WHERE return_id = noted.id AND format = 'return.pdf') AS documents,
        (SELECT count(*)::int FROM mail WHERE thing_id = noted.id
          AND message_id LIKE '<return\_buyer\_authorized%' AND state = 'sent') AS mails
      FROM unnest(${notebook.authorisedReturns}::uuid[]) AS noted (id) LEFT JOIN "return" ON "return".id = noted.id`;
    const shared = await sql<{ rma: string }[]>`
      SELECT rma FROM "return" WHERE rma IS NOT NULL GROUP BY seller_id, rma HAVING count(*) > 1`;
    return [
      ...rows.flatMap(({ id, rma, authorised, versions, documents, mails }) =>
        rma !== null && authorised === 1 && versions === 1 && documents === 1 && mails === 1
          ? []
          : [
              `Return ${id} (${rma}): authorised ${authorised} times, ${versions} versions, ${documents} documents, ${mails} mails`,
            ],
      ),
      ...shared.map(({ rma }) => `The RMA ${rma} is several returns'`),
    ];
  },
};
