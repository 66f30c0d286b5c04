-- Why: PostgreSQL thought the GiST indexes of these two judges as quick as a B-tree for finding rows, and took them: hundreds of pages for
-- what costs three. A condition that always holds, and that no question states, keeps them to judging.
-- Locks: exclusive on memberships and participations while each index is built anew (about a minute for a million participations).
-- Way back: make both constraints again without their condition.
ALTER TABLE "memberships" DROP CONSTRAINT "memberships_no_overlap";
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_no_overlap"
  EXCLUDE USING gist ("community_id" WITH =, "organisation_id" WITH =, daterange("from_on", "to_on", '[)') WITH &&)
  WHERE ("recorded_at" > '-infinity');
--> statement-breakpoint
ALTER TABLE "participations" DROP CONSTRAINT "participations_no_overlap";
--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_no_overlap"
  EXCLUDE USING gist ("community_id" WITH =, "initiative_id" WITH =, "organisation_id" WITH =, "role" WITH =, daterange("from_on", "to_on", '[)') WITH &&)
  WHERE ("recorded_at" > '-infinity');
