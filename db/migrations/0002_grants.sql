-- The application never needs these.
REVOKE ALL ON api_key, mailbox_message, queue_heartbeat FROM navette_app;
--> statement-breakpoint
REVOKE INSERT, UPDATE, DELETE ON seller FROM navette_app;
--> statement-breakpoint
-- The system role works across sellers, so it gets no column that holds personal data: of the ledger
-- everything but the payload.
GRANT SELECT (id, seller_id, queue, name, payload_version, refs, state, priority, run_at, carrier, handed_at,
  attempts, solo, unique_key, subject_id, from_api, result, error, created_at, finished_at) ON job TO navette_system;
--> statement-breakpoint
GRANT UPDATE (state, run_at, carrier, handed_at, attempts, solo, error, finished_at) ON job TO navette_system;
--> statement-breakpoint
GRANT DELETE ON job TO navette_system;
--> statement-breakpoint
GRANT SELECT, DELETE ON idempotency_key TO navette_system;
--> statement-breakpoint
GRANT SELECT, INSERT ON seller TO navette_system;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON api_key TO navette_system;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON mailbox_message TO navette_system;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON queue_heartbeat TO navette_system;
