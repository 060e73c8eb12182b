import type postgres from 'postgres';

/**
 * A witness inside the database: the ledger shows only how a job ended, the witness in which transactions. Whatever
 * takes a job out of an end is noted as well, except that a failed one may be tried again.
 */
export const installAudit = async (sql: postgres.Sql): Promise<void> => {
  await sql.unsafe(`
    CREATE SCHEMA chaos;
    CREATE TABLE chaos.ended (job_id uuid NOT NULL, state text NOT NULL, transaction xid8 NOT NULL);
    CREATE FUNCTION chaos.note_end() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      INSERT INTO chaos.ended VALUES (NEW.id, NEW.state, pg_current_xact_id());
      RETURN NULL;
    END $$;
    CREATE TRIGGER note_end AFTER UPDATE OF state ON job FOR EACH ROW
    WHEN (NEW.state <> OLD.state AND (NEW.state IN ('done', 'rejected', 'failed', 'cancelled')
      OR OLD.state IN ('done', 'rejected', 'cancelled')))
    EXECUTE FUNCTION chaos.note_end()`);
};
