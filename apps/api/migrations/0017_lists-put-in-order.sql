-- Why: costs and reserves are put in order by their amount, invitations by name, milestones and updates by title; no index held these orders.
-- Locks: writes to the five tables wait while their index is built (they are small). Way back: drop the five indexes.
CREATE INDEX "costs_by_amount" ON "costs" USING btree ("community_id","amount_minor","id");--> statement-breakpoint
CREATE INDEX "reserves_by_amount" ON "reserves" USING btree ("community_id","amount_minor","id");--> statement-breakpoint
CREATE INDEX "invitations_by_name" ON "invitations" USING btree ("community_id",lower("display_name"),"id");--> statement-breakpoint
CREATE INDEX "milestones_by_title" ON "milestones" USING btree ("community_id",lower("title"),"id");--> statement-breakpoint
CREATE INDEX "updates_by_title" ON "updates" USING btree ("community_id",lower("title"),"id");