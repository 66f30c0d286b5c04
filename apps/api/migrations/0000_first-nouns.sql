-- Why: the first nouns: communities, organisations and memberships, people, initiatives, spaces, bookings, pledges, money.
-- Locks: none on existing data, all tables are new. Way back: drop the tables.
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"display_name" text NOT NULL,
	"password_hash" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "accounts_email_shape" CHECK ("accounts"."email" ~ '^[^@[:space:]]+@[^@[:space:]]+$')
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"from_on" date,
	"to_on" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "roles_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "roles_role_known" CHECK ("roles"."role" in ('viewer', 'member', 'coordinator', 'steward')),
	CONSTRAINT "roles_dates_in_order" CHECK ("roles"."to_on" is null or "roles"."from_on" is null or "roles"."to_on" >= "roles"."from_on")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"previous_hash" text,
	"rotated_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	CONSTRAINT "sessions_end_reason_known" CHECK ("sessions"."end_reason" in ('signed-out', 'reuse', 'expired', 'password-changed', 'revoked'))
);
--> statement-breakpoint
CREATE TABLE "activity" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_id" uuid,
	"organisation_id" uuid,
	"capacity" text,
	"verb" text NOT NULL,
	"object_kind" text NOT NULL,
	"object_id" uuid NOT NULL,
	"facts" jsonb NOT NULL,
	CONSTRAINT "activity_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "activity_capacity_known" CHECK ("activity"."capacity" in ('partner', 'statutory'))
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"initiative_id" uuid,
	"organisation_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"held_until" timestamp with time zone,
	"attendance" integer,
	"revision" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "bookings_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "bookings_status_known" CHECK ("bookings"."status" in ('held', 'requested', 'confirmed', 'attended', 'released', 'declined', 'cancelled')),
	CONSTRAINT "bookings_ends_after_start" CHECK ("bookings"."ends_at" > "bookings"."starts_at"),
	CONSTRAINT "bookings_attendance_not_negative" CHECK ("bookings"."attendance" >= 0)
);
--> statement-breakpoint
CREATE TABLE "occupancies" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	CONSTRAINT "occupancies_pkey" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "communities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"timezone" text NOT NULL,
	"currency" text NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"data_complete_through" date,
	"source" text NOT NULL,
	"note" text,
	"keeps" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "communities_slug_taken" UNIQUE("slug"),
	CONSTRAINT "communities_slug_shape" CHECK ("communities"."slug" ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
	CONSTRAINT "communities_currency_shape" CHECK ("communities"."currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"table_name" text NOT NULL,
	"recorded_from" timestamp with time zone NOT NULL,
	"recorded_to" timestamp with time zone NOT NULL,
	"image" jsonb NOT NULL,
	CONSTRAINT "versions_pkey" PRIMARY KEY("community_id","table_name","id","recorded_from"),
	CONSTRAINT "versions_time_in_order" CHECK ("versions"."recorded_to" > "versions"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "costs" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid,
	"due_on" date NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"label" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "costs_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "costs_amount_positive" CHECK ("costs"."amount_minor" > 0 and "costs"."amount_minor" <= 9007199254740991),
	CONSTRAINT "costs_currency_shape" CHECK ("costs"."currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
CREATE TABLE "reserves" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"counted_on" date NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "reserves_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "reserves_amount_not_negative" CHECK ("reserves"."amount_minor" >= 0 and "reserves"."amount_minor" <= 9007199254740991),
	CONSTRAINT "reserves_currency_shape" CHECK ("reserves"."currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"status" text NOT NULL,
	"phase" text NOT NULL,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"rows_total" integer DEFAULT 0 NOT NULL,
	"is_dry_run" boolean NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"beat_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"started_by" uuid,
	"source" text,
	"report" jsonb,
	CONSTRAINT "imports_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "imports_status_known" CHECK ("imports"."status" in ('running', 'done', 'refused', 'interrupted')),
	CONSTRAINT "imports_phase_known" CHECK ("imports"."phase" in ('reading', 'checking', 'writing', 'finished'))
);
--> statement-breakpoint
CREATE TABLE "origins" (
	"community_id" uuid NOT NULL,
	"file" text NOT NULL,
	"row_id" uuid NOT NULL,
	"source" text NOT NULL,
	"ref" text NOT NULL,
	"base" jsonb NOT NULL,
	CONSTRAINT "origins_pkey" PRIMARY KEY("community_id","file","row_id")
);
--> statement-breakpoint
CREATE TABLE "coordinations" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"from_on" date,
	"to_on" date,
	"hours" numeric(12, 2),
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "coordinations_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "coordinations_hours_not_negative" CHECK ("coordinations"."hours" >= 0),
	CONSTRAINT "coordinations_dates_in_order" CHECK ("coordinations"."to_on" is null or "coordinations"."from_on" is null or "coordinations"."to_on" >= "coordinations"."from_on")
);
--> statement-breakpoint
CREATE TABLE "initiative_steps" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"state" text NOT NULL,
	"stepped_on" date NOT NULL,
	"reason" text,
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "initiative_steps_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "initiative_steps_state_known" CHECK ("initiative_steps"."state" in ('idea', 'seeking-partners', 'active', 'paused', 'completed', 'sunset', 'abandoned'))
);
--> statement-breakpoint
CREATE TABLE "initiatives" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"theme" text,
	"summary" text,
	"state" text NOT NULL,
	"started_on" date,
	"planned_end_on" date,
	"ended_on" date,
	"review_on" date,
	"lesson" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "initiatives_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "initiatives_kind_known" CHECK ("initiatives"."kind" in ('joint', 'micro', 'experiment', 'infrastructure')),
	CONSTRAINT "initiatives_state_known" CHECK ("initiatives"."state" in ('idea', 'seeking-partners', 'active', 'paused', 'completed', 'sunset', 'abandoned')),
	CONSTRAINT "initiatives_dates_in_order" CHECK ("initiatives"."started_on" is null or (coalesce("initiatives"."planned_end_on", "initiatives"."started_on") >= "initiatives"."started_on"
        and coalesce("initiatives"."ended_on", "initiatives"."started_on") >= "initiatives"."started_on")),
	CONSTRAINT "initiatives_end_has_day" CHECK (("initiatives"."ended_on" is not null) = ("initiatives"."state" in ('completed', 'sunset', 'abandoned')))
);
--> statement-breakpoint
CREATE TABLE "participations" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"from_on" date,
	"to_on" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "participations_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "participations_role_known" CHECK ("participations"."role" in ('lead', 'co-lead', 'contributor', 'supporter', 'beneficiary')),
	CONSTRAINT "participations_dates_in_order" CHECK ("participations"."to_on" is null or "participations"."from_on" is null or "participations"."to_on" >= "participations"."from_on")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text NOT NULL,
	"from_on" date,
	"to_on" date,
	"reason" text,
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "memberships_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "memberships_state_known" CHECK ("memberships"."state" in ('applied', 'accepted', 'active', 'paused', 'left', 'declined', 'excluded')),
	CONSTRAINT "memberships_dates_in_order" CHECK ("memberships"."to_on" is null or "memberships"."from_on" is null or "memberships"."to_on" >= "memberships"."from_on")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"sector" text NOT NULL,
	"legal_status" text NOT NULL,
	"country" text,
	"scheme" text,
	"identifier" text,
	"parent_id" uuid,
	"brings" text,
	"seeks" text,
	"website" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "organisations_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "organisations_not_own_parent" CHECK ("organisations"."parent_id" <> "organisations"."id"),
	CONSTRAINT "organisations_sector_known" CHECK ("organisations"."sector" in ('local-government', 'education', 'social', 'health', 'energy', 'culture', 'sport', 'business', 'finance', 'ngo', 'citizen-group', 'youth-group', 'other')),
	CONSTRAINT "organisations_legal_status_known" CHECK ("organisations"."legal_status" in ('public', 'private', 'civic', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"display_name" text NOT NULL,
	"email" text,
	"account_id" uuid,
	"revision" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "people_pkey" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "representations" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"capacity" text NOT NULL,
	"is_paid" boolean,
	"from_on" date,
	"to_on" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "representations_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "representations_capacity_known" CHECK ("representations"."capacity" in ('partner', 'statutory')),
	CONSTRAINT "representations_dates_in_order" CHECK ("representations"."to_on" is null or "representations"."from_on" is null or "representations"."to_on" >= "representations"."from_on")
);
--> statement-breakpoint
CREATE TABLE "instalments" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"pledge_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"amount_minor" bigint,
	"quantity" numeric(14, 2),
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "instalments_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "instalments_amount_positive" CHECK ("instalments"."amount_minor" > 0 and "instalments"."amount_minor" <= 9007199254740991),
	CONSTRAINT "instalments_quantity_positive" CHECK ("instalments"."quantity" > 0),
	CONSTRAINT "instalments_amount_or_quantity" CHECK (num_nonnulls("instalments"."amount_minor", "instalments"."quantity") = 1)
);
--> statement-breakpoint
CREATE TABLE "pledges" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"route" text NOT NULL,
	"relation" text,
	"amount_minor" bigint,
	"currency" text,
	"quantity" numeric(14, 2),
	"unit" text,
	"confirmed_on" date,
	"from_on" date,
	"to_on" date,
	"status" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "pledges_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "pledges_kind_known" CHECK ("pledges"."kind" in ('cash', 'in-kind', 'space-hours', 'staff-time', 'volunteer-time', 'freedom-grant')),
	CONSTRAINT "pledges_route_known" CHECK ("pledges"."route" in ('partner-co-funding', 'own-legal-body', 'sponsorship', 'paid-services', 'grant-national', 'grant-european', 'local-budget', 'donation')),
	CONSTRAINT "pledges_relation_known" CHECK ("pledges"."relation" in ('co-owner', 'co-funder', 'sponsor', 'donor', 'buyer')),
	CONSTRAINT "pledges_status_known" CHECK ("pledges"."status" in ('offered', 'accepted', 'confirmed', 'declined', 'withdrawn', 'cancelled', 'written-off')),
	CONSTRAINT "pledges_amount_positive" CHECK ("pledges"."amount_minor" > 0 and "pledges"."amount_minor" <= 9007199254740991),
	CONSTRAINT "pledges_quantity_positive" CHECK ("pledges"."quantity" > 0),
	CONSTRAINT "pledges_amount_has_currency" CHECK (("pledges"."amount_minor" is null) = ("pledges"."currency" is null)),
	CONSTRAINT "pledges_amount_or_quantity" CHECK (case when "pledges"."kind" = 'freedom-grant' then num_nonnulls("pledges"."amount_minor", "pledges"."quantity") >= 1
        else num_nonnulls("pledges"."amount_minor", "pledges"."quantity") = 1 end),
	CONSTRAINT "pledges_dates_in_order" CHECK ("pledges"."to_on" is null or "pledges"."from_on" is null or "pledges"."to_on" >= "pledges"."from_on")
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"pledge_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"amount_minor" bigint,
	"quantity" numeric(14, 2),
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "receipts_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "receipts_amount_safe" CHECK ("receipts"."amount_minor" between -9007199254740991 and 9007199254740991),
	CONSTRAINT "receipts_amount_or_quantity" CHECK (num_nonnulls("receipts"."amount_minor", "receipts"."quantity") = 1)
);
--> statement-breakpoint
CREATE TABLE "spaces" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"host_id" uuid,
	"address" text,
	"url" text,
	"capacity" integer,
	"timezone" text NOT NULL,
	"is_step_free" boolean,
	"from_on" date,
	"to_on" date,
	"revision" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "spaces_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "spaces_kind_known" CHECK ("spaces"."kind" in ('physical', 'digital', 'hybrid')),
	CONSTRAINT "spaces_capacity_positive" CHECK ("spaces"."capacity" > 0),
	CONSTRAINT "spaces_dates_in_order" CHECK ("spaces"."to_on" is null or "spaces"."from_on" is null or "spaces"."to_on" >= "spaces"."from_on")
);
--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_of_person" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_of_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_of_space" FOREIGN KEY ("community_id","space_id") REFERENCES "public"."spaces"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_of_initiative" FOREIGN KEY ("community_id","initiative_id") REFERENCES "public"."initiatives"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_of_organisation" FOREIGN KEY ("community_id","organisation_id") REFERENCES "public"."organisations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancies" ADD CONSTRAINT "occupancies_of_booking" FOREIGN KEY ("community_id","booking_id") REFERENCES "public"."bookings"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancies" ADD CONSTRAINT "occupancies_of_space" FOREIGN KEY ("community_id","space_id") REFERENCES "public"."spaces"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "costs" ADD CONSTRAINT "costs_of_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "costs" ADD CONSTRAINT "costs_of_initiative" FOREIGN KEY ("community_id","initiative_id") REFERENCES "public"."initiatives"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reserves" ADD CONSTRAINT "reserves_of_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_of_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "origins" ADD CONSTRAINT "origins_of_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordinations" ADD CONSTRAINT "coordinations_of_initiative" FOREIGN KEY ("community_id","initiative_id") REFERENCES "public"."initiatives"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordinations" ADD CONSTRAINT "coordinations_of_person" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_steps" ADD CONSTRAINT "initiative_steps_of_initiative" FOREIGN KEY ("community_id","initiative_id") REFERENCES "public"."initiatives"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_of_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_of_initiative" FOREIGN KEY ("community_id","initiative_id") REFERENCES "public"."initiatives"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_of_organisation" FOREIGN KEY ("community_id","organisation_id") REFERENCES "public"."organisations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_of_organisation" FOREIGN KEY ("community_id","organisation_id") REFERENCES "public"."organisations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_of_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_parent_known" FOREIGN KEY ("community_id","parent_id") REFERENCES "public"."organisations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_of_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representations" ADD CONSTRAINT "representations_of_person" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representations" ADD CONSTRAINT "representations_of_organisation" FOREIGN KEY ("community_id","organisation_id") REFERENCES "public"."organisations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instalments" ADD CONSTRAINT "instalments_of_pledge" FOREIGN KEY ("community_id","pledge_id") REFERENCES "public"."pledges"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_of_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_of_initiative" FOREIGN KEY ("community_id","initiative_id") REFERENCES "public"."initiatives"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_of_organisation" FOREIGN KEY ("community_id","organisation_id") REFERENCES "public"."organisations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_of_pledge" FOREIGN KEY ("community_id","pledge_id") REFERENCES "public"."pledges"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_of_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_of_host" FOREIGN KEY ("community_id","host_id") REFERENCES "public"."organisations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email_taken" ON "accounts" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "roles_one_open" ON "roles" USING btree ("community_id","person_id") WHERE to_on is null;--> statement-breakpoint
CREATE INDEX "sessions_of_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "activity_by_time" ON "activity" USING btree ("community_id","at","id");--> statement-breakpoint
CREATE INDEX "activity_by_object" ON "activity" USING btree ("community_id","object_id","at","id");--> statement-breakpoint
CREATE INDEX "bookings_by_start" ON "bookings" USING btree ("community_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "bookings_by_space" ON "bookings" USING btree ("community_id","space_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "bookings_by_initiative" ON "bookings" USING btree ("community_id","initiative_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "bookings_by_organisation" ON "bookings" USING btree ("community_id","organisation_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "occupancies_by_booking" ON "occupancies" USING btree ("community_id","booking_id");--> statement-breakpoint
CREATE INDEX "versions_by_time" ON "versions" USING btree ("community_id","recorded_to");--> statement-breakpoint
CREATE INDEX "costs_by_day" ON "costs" USING btree ("community_id","due_on","id");--> statement-breakpoint
CREATE INDEX "reserves_by_day" ON "reserves" USING btree ("community_id","counted_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "imports_one_running" ON "imports" USING btree ("community_id") WHERE status = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "origins_ref_once" ON "origins" USING btree ("community_id","file","source","ref");--> statement-breakpoint
CREATE INDEX "coordinations_by_initiative" ON "coordinations" USING btree ("community_id","initiative_id");--> statement-breakpoint
CREATE INDEX "coordinations_by_person" ON "coordinations" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE INDEX "initiative_steps_by_initiative" ON "initiative_steps" USING btree ("community_id","initiative_id","position");--> statement-breakpoint
CREATE INDEX "initiatives_by_title" ON "initiatives" USING btree ("community_id",lower("title"),"id");--> statement-breakpoint
CREATE INDEX "initiatives_by_start" ON "initiatives" USING btree ("community_id",coalesce("started_on", 'infinity'::date),"id");--> statement-breakpoint
CREATE INDEX "initiatives_by_planned_end" ON "initiatives" USING btree ("community_id",coalesce("planned_end_on", 'infinity'::date),"id");--> statement-breakpoint
CREATE INDEX "participations_by_initiative" ON "participations" USING btree ("community_id","initiative_id");--> statement-breakpoint
CREATE INDEX "participations_by_organisation" ON "participations" USING btree ("community_id","organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_one_open" ON "memberships" USING btree ("community_id","organisation_id") WHERE to_on is null;--> statement-breakpoint
CREATE INDEX "memberships_by_organisation" ON "memberships" USING btree ("community_id","organisation_id","from_on");--> statement-breakpoint
CREATE INDEX "organisations_by_name" ON "organisations" USING btree ("community_id",lower("name"),"id");--> statement-breakpoint
CREATE INDEX "organisations_by_sector" ON "organisations" USING btree ("community_id","sector",lower("name"),"id");--> statement-breakpoint
CREATE INDEX "people_by_name" ON "people" USING btree ("community_id",lower("display_name"),"id");--> statement-breakpoint
CREATE INDEX "people_of_account" ON "people" USING btree ("account_id","community_id");--> statement-breakpoint
CREATE INDEX "representations_by_person" ON "representations" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE INDEX "representations_by_organisation" ON "representations" USING btree ("community_id","organisation_id");--> statement-breakpoint
CREATE INDEX "instalments_by_pledge" ON "instalments" USING btree ("community_id","pledge_id","due_on");--> statement-breakpoint
CREATE INDEX "pledges_by_start" ON "pledges" USING btree ("community_id",coalesce("from_on", '-infinity'::date),"id");--> statement-breakpoint
CREATE INDEX "pledges_by_amount" ON "pledges" USING btree ("community_id",coalesce("amount_minor", -1),"id");--> statement-breakpoint
CREATE INDEX "pledges_by_organisation" ON "pledges" USING btree ("community_id","organisation_id");--> statement-breakpoint
CREATE INDEX "pledges_by_initiative" ON "pledges" USING btree ("community_id","initiative_id");--> statement-breakpoint
CREATE INDEX "receipts_by_pledge" ON "receipts" USING btree ("community_id","pledge_id","received_on");--> statement-breakpoint
CREATE INDEX "spaces_by_name" ON "spaces" USING btree ("community_id",lower("name"),"id");--> statement-breakpoint
CREATE INDEX "spaces_by_host" ON "spaces" USING btree ("community_id","host_id");