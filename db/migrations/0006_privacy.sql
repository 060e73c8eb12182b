CREATE TABLE "erasure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"after_order_id" uuid,
	"counts" jsonb NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "erasure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "thing_id" uuid GENERATED ALWAYS AS (substring(message_id from '[.]([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@')::uuid) STORED;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "erase_asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "erase_check_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "erase_check_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "mail_thing" ON "mail" USING btree ("thing_id") WHERE thing_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "mail_recipient" ON "mail" USING btree (hashtextextended(lower(recipient), 0));--> statement-breakpoint
CREATE INDEX "message_buyer_email" ON "message" USING btree (hashtextextended(lower(buyer_email), 0)) WHERE buyer_email IS NOT NULL;--> statement-breakpoint
CREATE INDEX "orders_buyer_email" ON "orders" USING btree (hashtextextended(lower(buyer ->> 'email'), 0)) WHERE buyer IS NOT NULL;--> statement-breakpoint
CREATE INDEX "orders_erase_unseen" ON "orders" USING btree ("seller_id","placed_at") WHERE erase_check_at IS NULL AND erased_at IS NULL;--> statement-breakpoint
CREATE INDEX "orders_erase_check" ON "orders" USING btree ("seller_id","erase_check_at") WHERE erase_check_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "return_contact_email" ON "return" USING btree (hashtextextended(lower(details #>> '{contact,email}'), 0)) WHERE details #>> '{contact,email}' IS NOT NULL;--> statement-breakpoint
CREATE INDEX "thread_buyer" ON "thread" USING btree (hashtextextended(lower(buyer), 0)) WHERE buyer IS NOT NULL;--> statement-breakpoint
CREATE INDEX "thread_erase_unseen" ON "thread" USING btree ("seller_id","created_at") WHERE erase_check_at IS NULL AND erased_at IS NULL;--> statement-breakpoint
CREATE INDEX "thread_erase_check" ON "thread" USING btree ("seller_id","erase_check_at") WHERE erase_check_at IS NOT NULL;--> statement-breakpoint
CREATE POLICY "erasure_seller" ON "erasure" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));
--> statement-breakpoint
-- What belongs to an address. Indexes hold its digest: small, and quick to add to. lower() may not be asked before
-- row-level security is, so no index on it serves the application's role; this function is its owner's, uses them,
-- and shows ids of the transaction's sellers only. An order's conversation is erased with the order: of those it names the others.
CREATE FUNCTION app.things_of_buyer(kind text, address text, after uuid, most integer) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE
  sellers uuid[] := app.sellers();
  sought bigint := hashtextextended(lower(address), 0);
BEGIN
  CASE kind
    WHEN 'order' THEN
      RETURN QUERY
        WITH found AS MATERIALIZED (
          SELECT id, seller_id FROM orders WHERE hashtextextended(lower(buyer ->> 'email'), 0) = sought
            AND lower(buyer ->> 'email') = lower(address) AND buyer IS NOT NULL)
        SELECT id FROM found WHERE seller_id = ANY (sellers) AND (after IS NULL OR id > after)
        ORDER BY id LIMIT most;
    WHEN 'return' THEN
      RETURN QUERY
        WITH found AS MATERIALIZED (
          SELECT id, seller_id FROM "return"
          WHERE hashtextextended(lower(details #>> '{contact,email}'), 0) = sought
            AND lower(details #>> '{contact,email}') = lower(address) AND details #>> '{contact,email}' IS NOT NULL)
        SELECT id FROM found WHERE seller_id = ANY (sellers) ORDER BY id LIMIT most;
    WHEN 'thread' THEN
      RETURN QUERY
        WITH found AS MATERIALIZED (
          SELECT id FROM thread WHERE hashtextextended(lower(buyer), 0) = sought
            AND lower(buyer) = lower(address) AND buyer IS NOT NULL
          UNION
          SELECT thread_id FROM message WHERE hashtextextended(lower(buyer_email), 0) = sought
            AND lower(buyer_email) = lower(address) AND buyer_email IS NOT NULL)
        SELECT thread.id FROM found JOIN thread USING (id)
        LEFT JOIN orders ON orders.seller_id = thread.seller_id AND orders.channel = thread.channel
          AND orders.channel_order_id = thread.channel_order_id
        WHERE thread.seller_id = ANY (sellers) AND lower(orders.buyer ->> 'email') IS DISTINCT FROM lower(address)
        ORDER BY thread.id LIMIT most;
    WHEN 'mail' THEN
      RETURN QUERY
        WITH found AS MATERIALIZED (
          SELECT id, seller_id, state FROM mail WHERE hashtextextended(lower(recipient), 0) = sought
            AND lower(recipient) = lower(address))
        SELECT id FROM found WHERE seller_id = ANY (sellers) AND state NOT IN ('pending', 'sending')
        ORDER BY id LIMIT most;
  END CASE;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app.things_of_buyer(text, text, uuid, integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.things_of_buyer(text, text, uuid, integer) TO navette_app;
--> statement-breakpoint
-- The development mailbox is the installation's, and the application's role sees nothing of it: it may take out
-- what its own sellers' mails have put there.
CREATE FUNCTION app.empty_mailbox(mail_ids uuid[]) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  DELETE FROM mailbox_message USING mail
  WHERE mail.id = ANY (mail_ids) AND mail.seller_id = ANY (app.sellers())
    AND mailbox_message.message_id = mail.message_id
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app.empty_mailbox(uuid[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.empty_mailbox(uuid[]) TO navette_app;
--> statement-breakpoint
-- The proof of an erasure stays.
REVOKE DELETE, TRUNCATE ON erasure FROM navette_app;
