CREATE TABLE "return" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"channel_order_id" text NOT NULL,
	"state" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"rma" text,
	"rma_key" text,
	"closed_by" text,
	"details" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "return_state" CHECK (state IN ('requested', 'authorized', 'received', 'completed', 'closed')),
	CONSTRAINT "return_closed_by" CHECK ((state = 'closed') = (closed_by IS NOT NULL))
);
--> statement-breakpoint
ALTER TABLE "return" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "return_document" (
	"seller_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"format" text NOT NULL,
	"content_type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "return_document_return_id_version_format_pk" PRIMARY KEY("return_id","version","format")
);
--> statement-breakpoint
ALTER TABLE "return_document" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "return_document_source" (
	"seller_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"source" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "return_document_source_return_id_version_pk" PRIMARY KEY("return_id","version")
);
--> statement-breakpoint
ALTER TABLE "return_document_source" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "return_event" (
	"seller_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"type" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"event" jsonb NOT NULL,
	CONSTRAINT "return_event_return_id_sequence_pk" PRIMARY KEY("return_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "return_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stock_movement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"quantity" integer NOT NULL,
	"reason" text NOT NULL,
	"return_id" uuid NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "stock_movement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "attachments" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "return" ADD CONSTRAINT "return_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_document" ADD CONSTRAINT "return_document_return_id_return_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."return"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_document_source" ADD CONSTRAINT "return_document_source_return_id_return_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."return"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_event" ADD CONSTRAINT "return_event_return_id_return_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."return"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_return_id_return_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."return"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "return_order" ON "return" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "return_rma" ON "return" USING btree ("seller_id",rma_key COLLATE "C");--> statement-breakpoint
CREATE INDEX "return_by_rma" ON "return" USING btree ("rma_key");--> statement-breakpoint
CREATE INDEX "return_order_number" ON "return" USING btree ("seller_id",channel_order_id COLLATE "C");--> statement-breakpoint
CREATE INDEX "return_list" ON "return" USING btree ("seller_id","id");--> statement-breakpoint
CREATE INDEX "return_list_state" ON "return" USING btree ("seller_id","state","id");--> statement-breakpoint
CREATE INDEX "return_mismatches" ON "return" USING btree ("seller_id","id") WHERE details -> 'mismatches' <> '[]'::jsonb;--> statement-breakpoint
CREATE INDEX "stock_movement_list" ON "stock_movement" USING btree ("seller_id","id");--> statement-breakpoint
CREATE INDEX "orders_channel_order_id" ON "orders" USING btree ("channel_order_id");--> statement-breakpoint
CREATE POLICY "orders_system" ON "orders" AS PERMISSIVE FOR ALL TO "navette_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "return_seller" ON "return" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "return_system" ON "return" AS PERMISSIVE FOR ALL TO "navette_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "return_document_seller" ON "return_document" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "return_document_source_seller" ON "return_document_source" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "return_event_seller" ON "return_event" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "stock_movement_seller" ON "stock_movement" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
-- Two questions are asked across sellers: who has a return of this code (/rma), and whose order has this
-- number (/withdraw). The answers name ids, no person.
GRANT SELECT (id, seller_id, rma_key) ON "return" TO navette_system;
--> statement-breakpoint
GRANT SELECT (id, seller_id, channel_order_id) ON orders TO navette_system;
