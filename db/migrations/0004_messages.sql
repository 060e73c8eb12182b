CREATE TABLE "digest_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"topic" jsonb NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "digest_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"direction" text NOT NULL,
	"source" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"subject" text,
	"body" text NOT NULL,
	"external_id" text,
	"buyer_email" text,
	"intent" text,
	"automatic" boolean NOT NULL,
	"no_response_needed" boolean NOT NULL,
	"historical" boolean NOT NULL,
	"undelivered" boolean DEFAULT false NOT NULL,
	"mail_id" uuid,
	"counts" boolean NOT NULL,
	"warn_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"internal_due_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"warned_at" timestamp (3) with time zone,
	"breached_at" timestamp (3) with time zone,
	"internal_overdue_at" timestamp (3) with time zone,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_direction" CHECK (direction IN ('inbound', 'outbound')),
	CONSTRAINT "message_clock" CHECK (counts <= (direction = 'inbound' AND due_at IS NOT NULL))
);
--> statement-breakpoint
ALTER TABLE "message" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "response_tally" (
	"seller_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"sent_cell" integer NOT NULL,
	"answered_cell" integer NOT NULL,
	"target_ms" bigint NOT NULL,
	"warning_ms" bigint NOT NULL,
	"messages" integer NOT NULL,
	"answered_in_time" integer NOT NULL,
	"response_ms" bigint NOT NULL,
	"internal_judged" integer NOT NULL,
	"internal_in_time" integer NOT NULL,
	CONSTRAINT "response_tally_pk" PRIMARY KEY("seller_id","channel","sent_cell","answered_cell","target_ms","warning_ms")
);
--> statement-breakpoint
ALTER TABLE "response_tally" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"channel_order_id" text,
	"buyer" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "thread_name" CHECK (channel_order_id IS NOT NULL OR buyer IS NOT NULL)
);
--> statement-breakpoint
ALTER TABLE "thread" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "digest_entry_untold" ON "digest_entry" USING btree ("seller_id","channel","id") WHERE told_at IS NULL;--> statement-breakpoint
CREATE INDEX "message_thread" ON "message" USING btree ("thread_id","sent_at","id");--> statement-breakpoint
CREATE INDEX "message_list" ON "message" USING btree ("seller_id","id");--> statement-breakpoint
CREATE INDEX "message_awaiting" ON "message" USING btree ("seller_id","due_at","id") WHERE counts AND answered_at IS NULL;--> statement-breakpoint
CREATE INDEX "message_sent" ON "message" USING btree ("seller_id","sent_at","channel","due_at","warn_at","internal_due_at","answered_at") WHERE counts;--> statement-breakpoint
CREATE INDEX "message_answered" ON "message" USING btree ("seller_id","answered_at","sent_at","channel","due_at","warn_at","internal_due_at") WHERE counts AND answered_at IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "message_mail" ON "message" USING btree ("mail_id") WHERE mail_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "response_tally_answered" ON "response_tally" USING btree ("seller_id","channel","answered_cell");--> statement-breakpoint
CREATE INDEX "thread_order" ON "thread" USING btree ("seller_id","channel","channel_order_id") WHERE channel_order_id IS NOT NULL;--> statement-breakpoint
CREATE POLICY "digest_entry_seller" ON "digest_entry" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "message_seller" ON "message" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "message_system" ON "message" AS PERMISSIVE FOR ALL TO "navette_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "response_tally_seller" ON "response_tally" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "thread_seller" ON "thread" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
-- The gauges count what awaits an answer, of all sellers: times only, no words and no names.
GRANT SELECT (seller_id, counts, warn_at, due_at, answered_at) ON message TO navette_system;
