-- Why: when those who lead the public bodies change, which sectors a community wants and whether it wants to be independent of them,
-- and which organisations hand on the money of others, so that the secondary flags can be read.
-- Locks: a short exclusive lock on communities and organisations for columns that are empty or have a constant default, so no row is
-- rewritten; the check of communities reads one row for each; writers of organisations wait while the empty new table refers to them.
-- Way back: drop the table, the columns and the check; what was said in them is lost.
CREATE TABLE "mandates" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ends_on" date NOT NULL,
	"label" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "mandates_pkey" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "communities" ADD COLUMN "core_sectors" text[];--> statement-breakpoint
ALTER TABLE "communities" ADD COLUMN "wants_independence" boolean;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "is_pass_through" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_of_organisation" FOREIGN KEY ("community_id","organisation_id") REFERENCES "public"."organisations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mandates_by_day" ON "mandates" USING btree ("community_id","ends_on","id");--> statement-breakpoint
CREATE INDEX "mandates_by_organisation" ON "mandates" USING btree ("community_id","organisation_id","ends_on","id");--> statement-breakpoint
ALTER TABLE "communities" ADD CONSTRAINT "communities_core_sectors_known" CHECK ("communities"."core_sectors" <@ array['local-government', 'education', 'social', 'health', 'energy', 'culture', 'sport', 'business', 'finance', 'ngo', 'citizen-group', 'youth-group', 'other']::text[]);
--> statement-breakpoint
CREATE TRIGGER keep_versions_of_changes AFTER UPDATE ON "mandates"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_versions();
--> statement-breakpoint
CREATE TRIGGER keep_versions_of_removals AFTER DELETE ON "mandates"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_versions();
