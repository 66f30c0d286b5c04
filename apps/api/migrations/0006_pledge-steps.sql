-- Why: the dated steps of a pledge keep what they said before, like every table of a community (the table came with 0005).
-- Locks: a short one on pledge_steps, which is new. Way back: drop both triggers.
CREATE TRIGGER keep_versions_of_changes AFTER UPDATE ON "pledge_steps"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_versions();
--> statement-breakpoint
CREATE TRIGGER keep_versions_of_removals AFTER DELETE ON "pledge_steps"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_versions();
