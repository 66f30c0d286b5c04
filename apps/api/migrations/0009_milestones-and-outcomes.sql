-- Why: an initiative says what it means to have done by when, and at its end what came of it.
-- Locks: a short exclusive lock on initiatives for a column that is empty, so no row is rewritten; a short one that keeps writers of
-- initiatives out while the empty new table refers to it.
-- Way back: drop the table and the column; what was said in them is lost.
CREATE TABLE "milestones" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"title" text NOT NULL,
	"due_on" date,
	"reached_on" date,
	"dropped_on" date,
	"note" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "milestones_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "milestones_settled_once" CHECK ("milestones"."reached_on" is null or "milestones"."dropped_on" is null),
	CONSTRAINT "milestones_dropped_with_reason" CHECK ("milestones"."dropped_on" is null or "milestones"."note" is not null)
);
--> statement-breakpoint
ALTER TABLE "initiatives" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_of_initiative" FOREIGN KEY ("community_id","initiative_id") REFERENCES "public"."initiatives"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "milestones_by_due" ON "milestones" USING btree ("community_id",coalesce("due_on", 'infinity'::date),"id");--> statement-breakpoint
CREATE INDEX "milestones_by_initiative" ON "milestones" USING btree ("community_id","initiative_id",coalesce("due_on", 'infinity'::date),"id");
--> statement-breakpoint
CREATE TRIGGER keep_versions_of_changes AFTER UPDATE ON "milestones"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_versions();
--> statement-breakpoint
CREATE TRIGGER keep_versions_of_removals AFTER DELETE ON "milestones"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_versions();
