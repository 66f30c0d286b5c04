-- Why: a host says how a space may be booked and who can use it; a booking says who asked, what for, for how many, and why it was refused.
-- Locks: short exclusive locks on spaces and bookings; new columns are empty or have constant defaults, so no row is rewritten; the
-- checks and the reference read both tables once; the index of bookings by time is built while writers wait.
-- Way back: drop the index, the constraints and the columns; what was said in them is lost.
CREATE TABLE "pledge_steps" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"pledge_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"status" text NOT NULL,
	"stepped_on" date NOT NULL,
	"reason" text,
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "pledge_steps_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "pledge_steps_status_known" CHECK ("pledge_steps"."status" in ('offered', 'accepted', 'confirmed', 'declined', 'withdrawn', 'cancelled', 'written-off'))
);
--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "title" text;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "message" text;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "expected_attendance" integer;--> statement-breakpoint
ALTER TABLE "costs" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "accessibility" text[];--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "opening_hours" text;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "needs_approval" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "is_shared" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "shortest_minutes" integer;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "longest_minutes" integer;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "buffer_before_minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "buffer_after_minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "ahead_days" integer;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "withdrawal_reason" text;--> statement-breakpoint
ALTER TABLE "pledge_steps" ADD CONSTRAINT "pledge_steps_of_pledge" FOREIGN KEY ("community_id","pledge_id") REFERENCES "public"."pledges"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pledge_steps_by_pledge" ON "pledge_steps" USING btree ("community_id","pledge_id","position");--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_of_person" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bookings_by_time" ON "bookings" USING gist ("community_id",tstzrange("starts_at", "ends_at"));--> statement-breakpoint
CREATE INDEX "costs_by_initiative" ON "costs" USING btree ("community_id","initiative_id","due_on","id");--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_expected_attendance_positive" CHECK ("bookings"."expected_attendance" > 0);--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_accessibility_known" CHECK ("spaces"."accessibility" <@ array['accessible-toilet', 'accessible-parking', 'lift', 'hearing-loop', 'quiet-room', 'tactile-guidance', 'good-lighting', 'captions', 'sign-language']::text[]);--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_opening_hours_shape" CHECK ("spaces"."opening_hours" ~ '\A(Mo|Tu|We|Th|Fr|Sa|Su) ([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)(,([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00))*(\u003b (Mo|Tu|We|Th|Fr|Sa|Su) ([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)(,([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00))*)*\Z');--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_shared_is_digital" CHECK (not "spaces"."is_shared" or "spaces"."kind" = 'digital');--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_lengths_in_order" CHECK ("spaces"."shortest_minutes" > 0 and "spaces"."longest_minutes" > 0 and "spaces"."longest_minutes" >= "spaces"."shortest_minutes");--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_buffers_within_day" CHECK ("spaces"."buffer_before_minutes" between 0 and 1440 and "spaces"."buffer_after_minutes" between 0 and 1440);--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_ahead_positive" CHECK ("spaces"."ahead_days" > 0);