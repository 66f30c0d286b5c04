-- Why: a page of the list of partners looked up the organisation and the present membership of each of its rows. They are kept with the rest of
-- what the list says (docs/adr/0100), so that a page is read from one index; a change of a name, sector or legal status leaves its mark.
-- What was kept is let go: whoever looks at a list first has it worked out anew.
-- Locks: an exclusive lock on engagements and, for a moment, on organisations. Way back: put the trigger back, drop the two indexes and the
-- five columns, and build organisations_by_sector again; nothing is lost.
DELETE FROM "engagements";--> statement-breakpoint
DELETE FROM "engagement_days";--> statement-breakpoint
DROP INDEX "organisations_by_sector";--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "name" text NOT NULL;--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "sector" text NOT NULL;--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "legal_status" text NOT NULL;--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "state" text;--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "state_since" date;--> statement-breakpoint
CREATE INDEX "engagements_by_name" ON "engagements" USING btree ("community_id",lower("name"),"id");--> statement-breakpoint
CREATE INDEX "engagements_by_sector" ON "engagements" USING btree ("community_id","sector",lower("name"),"id");--> statement-breakpoint
DROP TRIGGER mark_engagements ON "organisations";--> statement-breakpoint
CREATE TRIGGER mark_engagements AFTER INSERT OR UPDATE OF "name", "sector", "legal_status" ON "organisations"
  FOR EACH ROW EXECUTE FUNCTION mark_engagements('id');
