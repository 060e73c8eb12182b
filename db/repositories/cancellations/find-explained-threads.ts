import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Tx } from '../../client.ts';

/**
 * Which of these conversations, whose rows are locked, had an automatic answer of this kind since then. Its mail is
 * found by the message that it answered: that makes its Message-ID.
 */
export const findExplainedThreads = async (
  { sql }: Tx,
  threadIds: readonly string[],
  { kind, domain, since }: { readonly kind: string; readonly domain: string; readonly since: Instant },
): Promise<Set<string>> => {
  if (threadIds.length === 0) return new Set();
  const rows = await sql<{ threadId: string }[]>`
    SELECT DISTINCT message.thread_id AS "threadId"
    FROM message JOIN mail ON mail.seller_id = message.seller_id
      AND mail.message_id = '<' || ${kind}::text || '.' || message.id || '@' || ${domain}::text || '>'
    WHERE message.thread_id = ANY (${threadIds as string[]}::uuid[]) AND message.intent = 'cancellation'
      AND mail.created_at > ${since}`;
  return new Set(rows.map(({ threadId }) => threadId));
};
