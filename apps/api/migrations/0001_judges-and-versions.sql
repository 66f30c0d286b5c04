-- Why: the constraints that judge races and cannot be said in the table files, and the trigger that keeps what rows said before.
-- Locks: tables are new and empty. Way back: drop the triggers, the function, the two constraints.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
ALTER TABLE "occupancies" ADD CONSTRAINT "occupancies_no_overlap"
  EXCLUDE USING gist ("community_id" WITH =, "space_id" WITH =, "during" WITH &&);
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_no_overlap"
  EXCLUDE USING gist ("community_id" WITH =, "organisation_id" WITH =, daterange("from_on", "to_on", '[)') WITH &&);
--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_no_overlap"
  EXCLUDE USING gist ("community_id" WITH =, "initiative_id" WITH =, "organisation_id" WITH =, "role" WITH =, daterange("from_on", "to_on", '[)') WITH &&);
--> statement-breakpoint
CREATE FUNCTION keep_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- A second change in the same instant replaces the first: nobody can have read it.
    INSERT INTO versions (community_id, id, table_name, recorded_from, recorded_to, image)
    SELECT old_rows.community_id, old_rows.id, TG_TABLE_NAME, old_rows.recorded_at, new_rows.recorded_at, to_jsonb(old_rows)
    FROM old_rows JOIN new_rows ON new_rows.community_id = old_rows.community_id AND new_rows.id = old_rows.id
    WHERE new_rows.recorded_at > old_rows.recorded_at;
  ELSE
    INSERT INTO versions (community_id, id, table_name, recorded_from, recorded_to, image)
    SELECT old_rows.community_id, old_rows.id, TG_TABLE_NAME, old_rows.recorded_at, now(), to_jsonb(old_rows)
    FROM old_rows WHERE now() > old_rows.recorded_at;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['organisations', 'memberships', 'people', 'representations', 'roles', 'initiatives',
    'initiative_steps', 'participations', 'coordinations', 'spaces', 'bookings', 'pledges', 'instalments', 'receipts',
    'costs', 'reserves']
  LOOP
    EXECUTE format('CREATE TRIGGER keep_versions_of_changes AFTER UPDATE ON %I
      REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_versions()', name);
    EXECUTE format('CREATE TRIGGER keep_versions_of_removals AFTER DELETE ON %I
      REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_versions()', name);
  END LOOP;
END $$;
