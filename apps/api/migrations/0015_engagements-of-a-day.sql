-- Why: the list of partners shows, filters and sorts by how each stands, which is told from all its acts. Reading these for every row made
-- a page of the largest community more than three times as dear as one of the median; now they are kept for a day, and a change marks
-- whom it concerns, so that only those are read anew.
-- Locks: the tables are new and empty; a short exclusive lock on each table that gets a trigger, and on organisations, memberships and
-- communities while the new tables refer to them. Way back: drop the triggers, the three functions and the three tables; nothing is lost.
CREATE TABLE "engagement_days" (
	"community_id" uuid NOT NULL,
	"as_of" date NOT NULL,
	CONSTRAINT "engagement_days_pkey" PRIMARY KEY("community_id")
);
--> statement-breakpoint
CREATE TABLE "engagement_marks" (
	"community_id" uuid NOT NULL,
	"subjects" uuid[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engagements" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"engagement" text,
	"last_act_on" date,
	"joined_on" date,
	"initiatives" integer NOT NULL,
	"running_initiatives" integer NOT NULL,
	CONSTRAINT "engagements_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "engagements_known" CHECK ("engagements"."engagement" in ('active', 'quiet', 'dormant'))
);
--> statement-breakpoint
ALTER TABLE "engagement_days" ADD CONSTRAINT "engagement_days_of_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_of_organisation" FOREIGN KEY ("community_id","id") REFERENCES "public"."organisations"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "engagement_marks_of_community" ON "engagement_marks" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "engagements_by_last_act" ON "engagements" USING btree ("community_id",coalesce("last_act_on", '-infinity'::date),"id");--> statement-breakpoint
CREATE INDEX "engagements_by_joining" ON "engagements" USING btree ("community_id",coalesce("joined_on", 'infinity'::date),"id");--> statement-breakpoint
CREATE INDEX "engagements_by_initiatives" ON "engagements" USING btree ("community_id","initiatives","id");--> statement-breakpoint
CREATE INDEX "engagements_by_engagement" ON "engagements" USING btree ("community_id","engagement",coalesce("last_act_on", '-infinity'::date),"id");
--> statement-breakpoint
-- Names in one row what the columns named in the trigger say, before and after the change. Adds only: nobody waits for a mark.
CREATE FUNCTION mark_engagements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO engagement_marks (community_id, subjects)
  SELECT coalesce(NEW.community_id, OLD.community_id), array_agg(DISTINCT (fact ->> field)::uuid)
  FROM unnest(ARRAY[to_jsonb(OLD), to_jsonb(NEW)]) fact, unnest(TG_ARGV) field WHERE fact ->> field IS NOT NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- The same for a new booking, of which there are most, without looking at more than its three columns.
CREATE FUNCTION mark_engagements_of_booking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO engagement_marks (community_id, subjects)
  VALUES (NEW.community_id, ARRAY[NEW.organisation_id, NEW.space_id, NEW.initiative_id]);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- By another clock the bookings of a space may fall on other days: of whoever booked it, and for what.
CREATE FUNCTION mark_engagements_of_clock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO engagement_marks (community_id, subjects)
  SELECT NEW.community_id, array_agg(DISTINCT b.organisation_id) || array_agg(DISTINCT b.initiative_id)
  FROM bookings b WHERE b.community_id = NEW.community_id AND b.space_id = NEW.id HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER mark_engagements AFTER INSERT ON "organisations" FOR EACH ROW EXECUTE FUNCTION mark_engagements('id');
--> statement-breakpoint
CREATE TRIGGER mark_engagements AFTER INSERT OR DELETE OR UPDATE OF "organisation_id", "state", "from_on", "to_on" ON "memberships"
  FOR EACH ROW EXECUTE FUNCTION mark_engagements('organisation_id');
--> statement-breakpoint
CREATE TRIGGER mark_engagements AFTER UPDATE OF "state", "started_on", "planned_end_on", "ended_on" ON "initiatives"
  FOR EACH ROW EXECUTE FUNCTION mark_engagements('id');
--> statement-breakpoint
CREATE TRIGGER mark_engagements AFTER INSERT OR DELETE OR UPDATE OF "organisation_id", "initiative_id", "from_on", "to_on" ON "participations"
  FOR EACH ROW EXECUTE FUNCTION mark_engagements('organisation_id', 'initiative_id');
--> statement-breakpoint
CREATE TRIGGER mark_engagements AFTER UPDATE OF "host_id", "timezone" ON "spaces"
  FOR EACH ROW EXECUTE FUNCTION mark_engagements('id', 'host_id');
--> statement-breakpoint
CREATE TRIGGER mark_engagements_of_clock AFTER UPDATE OF "timezone" ON "spaces"
  FOR EACH ROW WHEN (OLD.timezone <> NEW.timezone) EXECUTE FUNCTION mark_engagements_of_clock();
--> statement-breakpoint
CREATE TRIGGER mark_engagements_of_new AFTER INSERT ON "bookings" FOR EACH ROW EXECUTE FUNCTION mark_engagements_of_booking();
--> statement-breakpoint
CREATE TRIGGER mark_engagements AFTER DELETE OR UPDATE OF "organisation_id", "space_id", "initiative_id", "starts_at", "status" ON "bookings"
  FOR EACH ROW EXECUTE FUNCTION mark_engagements('organisation_id', 'space_id', 'initiative_id');
--> statement-breakpoint
CREATE TRIGGER mark_engagements AFTER INSERT OR DELETE OR UPDATE OF "organisation_id", "initiative_id", "status", "confirmed_on", "from_on", "to_on"
  ON "pledges" FOR EACH ROW EXECUTE FUNCTION mark_engagements('organisation_id', 'initiative_id');
--> statement-breakpoint
CREATE TRIGGER mark_engagements AFTER INSERT OR DELETE OR UPDATE OF "pledge_id", "due_on" ON "instalments"
  FOR EACH ROW EXECUTE FUNCTION mark_engagements('pledge_id');
--> statement-breakpoint
CREATE TRIGGER mark_engagements AFTER INSERT OR DELETE OR UPDATE OF "pledge_id", "received_on" ON "receipts"
  FOR EACH ROW EXECUTE FUNCTION mark_engagements('pledge_id');
