-- Two roles that cannot log in; connections take one of them on at start (docs/decisions/0004).
-- Roles belong to the whole cluster: another database of it may have made them already.
DO $$
BEGIN
  CREATE ROLE navette_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
DO $$
BEGIN
  CREATE ROLE navette_system NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
-- A superuser may take on any role; anybody else must be a member.
DO $$
BEGIN
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    GRANT navette_app, navette_system TO CURRENT_USER;
  END IF;
END $$;
--> statement-breakpoint
CREATE SCHEMA IF NOT EXISTS app;
--> statement-breakpoint
GRANT USAGE ON SCHEMA app TO navette_app, navette_system;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO navette_app, navette_system;
--> statement-breakpoint
-- The sellers whose rows this transaction may see. After a transaction that set it, the setting is
-- an empty text and not null: both mean nobody.
CREATE FUNCTION app.sellers() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT string_to_array(current_setting('app.sellers', true), ',')::uuid[] $$;
--> statement-breakpoint
-- The smallest UUIDv7 of a moment: what was made before it has a smaller id.
CREATE FUNCTION app.uuid_floor(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid $$;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO navette_app;
