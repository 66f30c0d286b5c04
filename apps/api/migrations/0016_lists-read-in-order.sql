-- Why: what was said of months, the lines of a community and what is still to be reached are listed in orders that no index held.
-- Locks: writes to the three tables wait while their index is built (they are small). Way back: drop the three indexes.
CREATE INDEX "milestones_unsettled" ON "milestones" USING btree ("community_id",coalesce("due_on", 'infinity'::date),"id") WHERE reached_on is null and dropped_on is null;--> statement-breakpoint
CREATE INDEX "risk_assessments_by_month" ON "risk_assessments" USING btree ("community_id","month","id");--> statement-breakpoint
CREATE INDEX "risk_parameters_by_position" ON "risk_parameters" USING btree ("community_id","position","id");