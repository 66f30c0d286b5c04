-- Why: people are told what was decided about theirs, and can write to one another.
-- Locks: a short one on people for a column with a constant default. Way back: drop the table and the column.
CREATE TABLE "notices" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"from_person_id" uuid,
	"from_organisation_id" uuid,
	"object_kind" text NOT NULL,
	"object_id" uuid NOT NULL,
	"title" text NOT NULL,
	"outcome" text,
	"body" text,
	"read_at" timestamp with time zone,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "notices_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "notices_kind_known" CHECK ("notices"."kind" in ('membership-decided', 'booking-decided', 'booking-asked', 'pledge-decided', 'pledge-offered', 'initiative-joined', 'message')),
	CONSTRAINT "notices_object_known" CHECK ("notices"."object_kind" in ('partner', 'initiative', 'space', 'booking', 'pledge'))
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "mails" text DEFAULT 'each' NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_of_person" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_of_person_by_time" ON "notices" USING btree ("community_id","person_id","at","id");--> statement-breakpoint
CREATE INDEX "notices_to_mail" ON "notices" USING btree ("at") WHERE mailed_at is null;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_mails_known" CHECK ("people"."mails" in ('each', 'off'));