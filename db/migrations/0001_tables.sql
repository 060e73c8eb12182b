CREATE TABLE "alert" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "alert" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "api_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_key_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "api_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"seller_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"job_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_key_seller_id_scope_key_pk" PRIMARY KEY("seller_id","scope","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"queue" text NOT NULL,
	"name" text NOT NULL,
	"payload" json NOT NULL,
	"payload_version" smallint DEFAULT 1 NOT NULL,
	"refs" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"priority" smallint DEFAULT 0 NOT NULL,
	"run_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"carrier" text,
	"handed_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"solo" boolean DEFAULT false NOT NULL,
	"unique_key" text,
	"subject_id" uuid,
	"from_api" boolean DEFAULT false NOT NULL,
	"result" json,
	"error" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "job_state" CHECK (state IN ('waiting', 'queued', 'done', 'rejected', 'failed', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "job" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"message_id" text NOT NULL,
	"recipient" text NOT NULL,
	"sender_name" text,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"headers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"response" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "mail" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mailbox_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"sender" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"headers" jsonb NOT NULL,
	"attachments" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mailbox_message_message_id_unique" UNIQUE("message_id")
);
--> statement-breakpoint
ALTER TABLE "mailbox_message" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "natural_key" (
	"seller_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"content_hash" text NOT NULL,
	"job_id" uuid NOT NULL,
	CONSTRAINT "natural_key_seller_id_kind_key_pk" PRIMARY KEY("seller_id","kind","key")
);
--> statement-breakpoint
ALTER TABLE "natural_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"channel_order_id" text NOT NULL,
	"purpose" text NOT NULL,
	"historical" boolean NOT NULL,
	"state" text NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"shipping_speed" text NOT NULL,
	"currency" text NOT NULL,
	"tax_included" boolean NOT NULL,
	"language" text NOT NULL,
	"buyer" jsonb,
	"ship_to" jsonb,
	"payment_status" text NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"payment_provider" text NOT NULL,
	"payment_reference" text,
	"captured_minor" bigint,
	"shipping_minor" bigint NOT NULL,
	"shipping_tax_minor" bigint NOT NULL,
	"shipping_discount_minor" bigint NOT NULL,
	"fulfilment_centre" text NOT NULL,
	"cancelled_units" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"alerts_raised" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"unfulfillable" jsonb,
	"cancellation" jsonb,
	"payment_due_at" timestamp (3) with time zone,
	"ship_by_ends_at" timestamp (3) with time zone,
	"auto_cancel_at" timestamp (3) with time zone,
	"latest_at" timestamp (3) with time zone,
	"shipped_at" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	"called_off_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "orders_state" CHECK (state IN ('pending', 'unshipped', 'shipped', 'delivered', 'cancelled', 'unfulfillable', 'returned_to_sender'))
);
--> statement-breakpoint
ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_line" (
	"seller_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"line_id" text NOT NULL,
	"sku" text NOT NULL,
	"title" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price_minor" bigint NOT NULL,
	"discount_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"unit_cost_minor" bigint,
	"returnable" boolean NOT NULL,
	"dangerous_goods" boolean NOT NULL,
	CONSTRAINT "order_line_order_id_line_id_pk" PRIMARY KEY("order_id","line_id")
);
--> statement-breakpoint
ALTER TABLE "order_line" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "parcel" (
	"seller_id" uuid NOT NULL,
	"carrier" text NOT NULL,
	"tracking_number" text NOT NULL,
	CONSTRAINT "parcel_seller_id_carrier_tracking_number_pk" PRIMARY KEY("seller_id","carrier","tracking_number")
);
--> statement-breakpoint
ALTER TABLE "parcel" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "promise" (
	"order_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"seller_id" uuid NOT NULL,
	"shipment_id" uuid,
	"ship_by" date NOT NULL,
	"earliest" date NOT NULL,
	"latest" date NOT NULL,
	"latest_at" timestamp (3) with time zone NOT NULL,
	"lane" text NOT NULL,
	"carrier" text NOT NULL,
	"explanation" json NOT NULL,
	"fee_minor" bigint,
	"policy_version" integer NOT NULL,
	"promised_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "promise_order_id_sequence_pk" PRIMARY KEY("order_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "promise" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "queue_heartbeat" (
	"queue" text PRIMARY KEY NOT NULL,
	"consumed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "queue_heartbeat" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "seller" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "seller_name_unique" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "seller" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "setting" (
	"seller_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text DEFAULT '' NOT NULL,
	"version" integer NOT NULL,
	"value" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "setting_seller_id_kind_key_version_pk" PRIMARY KEY("seller_id","kind","key","version")
);
--> statement-breakpoint
ALTER TABLE "setting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shipment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"carrier" text NOT NULL,
	"tracking_number" text NOT NULL,
	"shipped_at" timestamp (3) with time zone NOT NULL,
	"historical" boolean NOT NULL,
	"lines" jsonb NOT NULL,
	"status" text,
	"status_at" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "shipment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"carrier" text NOT NULL,
	"tracking_number" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"code" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"location" text,
	"event_id" text,
	"historical" boolean NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tracking_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_seller_id_seller_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."seller"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise" ADD CONSTRAINT "promise_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_once" ON "alert" USING btree ("order_id","kind");--> statement-breakpoint
CREATE INDEX "alert_list" ON "alert" USING btree ("seller_id","id");--> statement-breakpoint
CREATE INDEX "idempotency_key_created" ON "idempotency_key" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "job_due" ON "job" USING btree ("queue","priority","run_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "job_handed" ON "job" USING btree ("handed_at") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "job_by_state" ON "job" USING btree ("queue","state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "job_unique_key" ON "job" USING btree ("seller_id","unique_key") WHERE state IN ('waiting', 'queued');--> statement-breakpoint
CREATE INDEX "job_subject" ON "job" USING btree ("subject_id") WHERE subject_id IS NOT NULL AND state IN ('waiting', 'queued');--> statement-breakpoint
CREATE UNIQUE INDEX "mail_message_id" ON "mail" USING btree ("seller_id","message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_number" ON "orders" USING btree ("seller_id","channel","channel_order_id");--> statement-breakpoint
CREATE INDEX "orders_list" ON "orders" USING btree ("seller_id","id");--> statement-breakpoint
CREATE INDEX "orders_placed" ON "orders" USING btree ("seller_id","placed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "shipment_number" ON "shipment" USING btree ("seller_id","carrier","tracking_number");--> statement-breakpoint
CREATE INDEX "shipment_order" ON "shipment" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tracking_event_once" ON "tracking_event" USING btree ("seller_id","carrier","tracking_number","dedupe_key");--> statement-breakpoint
CREATE POLICY "alert_seller" ON "alert" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "api_key_system" ON "api_key" AS PERMISSIVE FOR ALL TO "navette_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "idempotency_key_seller" ON "idempotency_key" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "idempotency_key_system" ON "idempotency_key" AS PERMISSIVE FOR ALL TO "navette_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "job_seller" ON "job" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "job_system" ON "job" AS PERMISSIVE FOR ALL TO "navette_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "mail_seller" ON "mail" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "mailbox_message_system" ON "mailbox_message" AS PERMISSIVE FOR ALL TO "navette_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "natural_key_seller" ON "natural_key" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "orders_seller" ON "orders" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "order_line_seller" ON "order_line" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "parcel_seller" ON "parcel" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "promise_seller" ON "promise" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "queue_heartbeat_system" ON "queue_heartbeat" AS PERMISSIVE FOR ALL TO "navette_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "seller_self" ON "seller" AS PERMISSIVE FOR ALL TO "navette_app" USING (id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "seller_system" ON "seller" AS PERMISSIVE FOR ALL TO "navette_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "setting_seller" ON "setting" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "shipment_seller" ON "shipment" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "tracking_event_seller" ON "tracking_event" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));