CREATE TABLE "cancellation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"channel_order_id" text NOT NULL,
	"source" text NOT NULL,
	"reason" text,
	"whole" boolean NOT NULL,
	"lines" jsonb NOT NULL,
	"request_id" uuid,
	"cancelled_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cancellation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cancellation_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"channel_order_id" text NOT NULL,
	"state" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"reason" text,
	"lines" jsonb,
	"decided_at" timestamp (3) with time zone,
	"message" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cancellation_request_state" CHECK (state IN ('requested', 'accepted', 'refused', 'lapsed')),
	CONSTRAINT "cancellation_request_decided" CHECK ((state = 'requested') = (decided_at IS NULL))
);
--> statement-breakpoint
ALTER TABLE "cancellation_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claim" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"channel_order_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"shipment_id" uuid NOT NULL,
	"return_id" uuid,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"approved_minor" bigint,
	"reimbursed_minor" bigint,
	"eligible_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	"reimbursed_at" timestamp (3) with time zone,
	"details" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "claim_state" CHECK (state IN ('eligible', 'opened', 'submitted', 'approved', 'reimbursed', 'denied', 'expired', 'withdrawn')),
	CONSTRAINT "claim_reimbursed" CHECK ((state = 'reimbursed') = (reimbursed_minor IS NOT NULL))
);
--> statement-breakpoint
ALTER TABLE "claim" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claim_photo" (
	"seller_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"position" integer NOT NULL,
	"content_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "claim_photo_claim_id_position_pk" PRIMARY KEY("claim_id","position"),
	CONSTRAINT "claim_photo_position" CHECK (position BETWEEN 1 AND 10)
);
--> statement-breakpoint
ALTER TABLE "claim_photo" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reconciliation" (
	"seller_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"day" date NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	"ours" integer NOT NULL,
	"theirs" integer NOT NULL,
	"sums" jsonb NOT NULL,
	"differences" jsonb NOT NULL,
	"compared_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reconciliation_seller_id_provider_day_pk" PRIMARY KEY("seller_id","provider","day")
);
--> statement-breakpoint
ALTER TABLE "reconciliation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refund" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"channel_order_id" text NOT NULL,
	"return_id" uuid,
	"state" text NOT NULL,
	"cause" text NOT NULL,
	"reason" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"items_minor" bigint NOT NULL,
	"fee_minor" bigint NOT NULL,
	"shipping_minor" bigint NOT NULL,
	"shipping_tax_minor" bigint NOT NULL,
	"provider" text NOT NULL,
	"payment_reference" text,
	"gateway_key" text NOT NULL,
	"provider_refund_id" text,
	"decline_code" text,
	"attention" text,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"first_called_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"details" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refund_state" CHECK (state IN ('requested', 'processing', 'succeeded', 'declined', 'unknown', 'failed')),
	CONSTRAINT "refund_amount" CHECK (amount_minor > 0 AND amount_minor = items_minor - fee_minor + shipping_minor),
	CONSTRAINT "refund_settled" CHECK ((settled_at IS NOT NULL) = (state IN ('succeeded', 'declined', 'failed')))
);
--> statement-breakpoint
ALTER TABLE "refund" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refund_balance" (
	"seller_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"part" text NOT NULL,
	"paid_minor" bigint NOT NULL,
	"refunded_minor" bigint NOT NULL,
	CONSTRAINT "refund_balance_order_id_part_pk" PRIMARY KEY("order_id","part"),
	CONSTRAINT "refund_balance_cap" CHECK (refunded_minor BETWEEN 0 AND paid_minor)
);
--> statement-breakpoint
ALTER TABLE "refund_balance" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reimbursement" (
	"claim_id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"paid_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reimbursement_amount" CHECK (amount_minor >= 0)
);
--> statement-breakpoint
ALTER TABLE "reimbursement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sandbox_refund" (
	"seller_id" uuid NOT NULL,
	"gateway_key" text NOT NULL,
	"id" uuid NOT NULL,
	"refund_id" uuid NOT NULL,
	"payment_reference" text,
	"status" text NOT NULL,
	"decline_code" text,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"calls" integer DEFAULT 1 NOT NULL,
	"booked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sandbox_refund_seller_id_gateway_key_pk" PRIMARY KEY("seller_id","gateway_key")
);
--> statement-breakpoint
ALTER TABLE "sandbox_refund" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cancellation" ADD CONSTRAINT "cancellation_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cancellation_request" ADD CONSTRAINT "cancellation_request_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_photo" ADD CONSTRAINT "claim_photo_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_balance" ADD CONSTRAINT "refund_balance_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reimbursement" ADD CONSTRAINT "reimbursement_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cancellation_order" ON "cancellation" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "cancellation_report" ON "cancellation" USING btree ("seller_id","cancelled_at");--> statement-breakpoint
CREATE INDEX "cancellation_request_order" ON "cancellation_request" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "cancellation_request_list" ON "cancellation_request" USING btree ("seller_id","id");--> statement-breakpoint
CREATE INDEX "cancellation_request_list_state" ON "cancellation_request" USING btree ("seller_id","state","id");--> statement-breakpoint
CREATE INDEX "claim_order" ON "claim" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "claim_list" ON "claim" USING btree ("seller_id","id");--> statement-breakpoint
CREATE INDEX "claim_list_state" ON "claim" USING btree ("seller_id","state","id");--> statement-breakpoint
CREATE INDEX "claim_unclaimed" ON "claim" USING btree ("seller_id","closes_at","id") WHERE state IN ('eligible', 'opened');--> statement-breakpoint
CREATE INDEX "claim_eligible" ON "claim" USING btree ("seller_id","eligible_at");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_photo_once" ON "claim_photo" USING btree ("claim_id","sha256");--> statement-breakpoint
CREATE INDEX "refund_order" ON "refund" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "refund_list" ON "refund" USING btree ("seller_id","id");--> statement-breakpoint
CREATE INDEX "refund_list_state" ON "refund" USING btree ("seller_id","state","id");--> statement-breakpoint
CREATE INDEX "refund_requested" ON "refund" USING btree ("seller_id","requested_at");--> statement-breakpoint
CREATE INDEX "refund_called" ON "refund" USING btree ("seller_id","provider","first_called_at") WHERE first_called_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "refund_provider_id" ON "refund" USING btree ("provider_refund_id") WHERE provider_refund_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "refund_payment" ON "refund" USING btree ("payment_reference") WHERE payment_reference IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "refund_gateway_key" ON "refund" USING btree ("gateway_key");--> statement-breakpoint
CREATE INDEX "reimbursement_list" ON "reimbursement" USING btree ("seller_id","claim_id");--> statement-breakpoint
CREATE INDEX "sandbox_refund_booked" ON "sandbox_refund" USING btree ("seller_id","booked_at");--> statement-breakpoint
CREATE INDEX "return_requested" ON "return" USING btree ("seller_id","requested_at","id");--> statement-breakpoint
CREATE POLICY "cancellation_seller" ON "cancellation" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "cancellation_request_seller" ON "cancellation_request" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "claim_seller" ON "claim" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "claim_photo_seller" ON "claim_photo" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "reconciliation_seller" ON "reconciliation" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "refund_seller" ON "refund" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "refund_system" ON "refund" AS PERMISSIVE FOR ALL TO "navette_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "refund_balance_seller" ON "refund_balance" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "reimbursement_seller" ON "reimbursement" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
CREATE POLICY "sandbox_refund_seller" ON "sandbox_refund" AS PERMISSIVE FOR ALL TO "navette_app" USING (seller_id = ANY ((SELECT app.sellers())::uuid[])) WITH CHECK (seller_id = ANY ((SELECT app.sellers())::uuid[]));--> statement-breakpoint
-- A refund is never deleted, whatever the code believes.
REVOKE DELETE, TRUNCATE ON refund FROM navette_app;--> statement-breakpoint
-- A provider's own message knows no seller: it is matched by the provider's names, without words and people.
GRANT SELECT (id, seller_id, order_id, channel, channel_order_id, provider, payment_reference, provider_refund_id, state, first_called_at) ON refund TO navette_system;
