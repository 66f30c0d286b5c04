-- Why: what was said of a month is kept, with each revision; a community sets its own lines, version after version; what people did about
-- a raised flag stays. Whoever looks after flags is told of an assessment by a notice.
-- Locks: the tables are new; a short exclusive lock on notices, whose rows are read once to check the two wider lists.
-- Way back: drop the three tables; set the two checks of notices back after taking away the notices of assessments.
CREATE TABLE "risk_assessments" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"month" text NOT NULL,
	"position" smallint NOT NULL,
	"assessed_at" timestamp with time zone NOT NULL,
	"known_on" date NOT NULL,
	"engine" text NOT NULL,
	"parameters_version" text NOT NULL,
	"reading" jsonb NOT NULL,
	CONSTRAINT "risk_assessments_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "risk_assessments_said_once" UNIQUE("community_id","month","position"),
	CONSTRAINT "risk_assessments_month_shape" CHECK ("risk_assessments"."month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "risk_assessments_position_not_negative" CHECK ("risk_assessments"."position" >= 0)
);
--> statement-breakpoint
CREATE TABLE "flag_handlings" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"flag" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"month" text NOT NULL,
	"level" text NOT NULL,
	"person_id" uuid,
	"note" text,
	"until_on" date,
	"review_on" date,
	"initiative_id" uuid,
	CONSTRAINT "flag_handlings_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "flag_handlings_kind_known" CHECK ("flag_handlings"."kind" in ('acknowledge', 'mitigate', 'accept', 'dismiss')),
	CONSTRAINT "flag_handlings_level_known" CHECK ("flag_handlings"."level" in ('none', 'watch', 'warning', 'critical')),
	CONSTRAINT "flag_handlings_flag_shape" CHECK ("flag_handlings"."flag" ~ '^[a-z]+(-[a-z]+)*$'),
	CONSTRAINT "flag_handlings_month_shape" CHECK ("flag_handlings"."month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "flag_handlings_acceptance_ends" CHECK (("flag_handlings"."kind" = 'accept') = ("flag_handlings"."until_on" is not null)),
	CONSTRAINT "flag_handlings_reason_given" CHECK ("flag_handlings"."kind" = 'acknowledge' or "flag_handlings"."note" is not null)
);
--> statement-breakpoint
CREATE TABLE "risk_parameters" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"from_month" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"person_id" uuid,
	"thresholds" jsonb NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "risk_parameters_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "risk_parameters_in_order" UNIQUE("community_id","position"),
	CONSTRAINT "risk_parameters_month_shape" CHECK ("risk_parameters"."from_month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "risk_parameters_position_positive" CHECK ("risk_parameters"."position" > 0)
);
--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_kind_known";--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_object_known";--> statement-breakpoint
ALTER TABLE "risk_assessments" ADD CONSTRAINT "risk_assessments_of_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag_handlings" ADD CONSTRAINT "flag_handlings_of_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag_handlings" ADD CONSTRAINT "flag_handlings_of_person" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag_handlings" ADD CONSTRAINT "flag_handlings_of_initiative" FOREIGN KEY ("community_id","initiative_id") REFERENCES "public"."initiatives"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_parameters" ADD CONSTRAINT "risk_parameters_of_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_parameters" ADD CONSTRAINT "risk_parameters_of_person" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "flag_handlings_by_time" ON "flag_handlings" USING btree ("community_id","at","id");--> statement-breakpoint
CREATE INDEX "flag_handlings_of_flag" ON "flag_handlings" USING btree ("community_id","flag","at","id");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_kind_known" CHECK ("notices"."kind" in ('membership-decided', 'booking-decided', 'booking-asked', 'pledge-decided', 'pledge-offered', 'initiative-joined', 'message', 'flags-assessed'));--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_object_known" CHECK ("notices"."object_kind" in ('partner', 'initiative', 'space', 'booking', 'pledge', 'vital-signs'));