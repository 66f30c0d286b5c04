-- Why: what a community wants, whether it closes and how far its data are complete decide readings, but of a day in the past they were read
-- as they are now. What they said before is kept beside the versions of all other rows (docs/adr/0080).
-- Locks: a short exclusive lock on communities for the trigger. Way back: drop the trigger and the function, and delete the versions of
-- 'communities'; these are all that is lost.
CREATE FUNCTION keep_what_community_said() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO versions (community_id, id, table_name, recorded_from, recorded_to, image)
  VALUES (OLD.id, OLD.id, 'communities', OLD.recorded_at, NEW.recorded_at, jsonb_build_object(
    'core_sectors', to_jsonb(OLD.core_sectors), 'wants_independence', OLD.wants_independence,
    'closing_since', OLD.closing_since, 'data_complete_through', OLD.data_complete_through));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_what_community_said AFTER UPDATE ON communities FOR EACH ROW
  WHEN (NEW.recorded_at > OLD.recorded_at
    AND (NEW.core_sectors, NEW.wants_independence, NEW.closing_since, NEW.data_complete_through)
      IS DISTINCT FROM (OLD.core_sectors, OLD.wants_independence, OLD.closing_since, OLD.data_complete_through))
  EXECUTE FUNCTION keep_what_community_said();
