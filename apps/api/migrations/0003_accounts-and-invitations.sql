-- Why: accounts by mail, invitations, suspension of a person, what a session's browser calls itself.
-- Locks: two nullable columns on people, one on sessions (no rewrite). Way back: drop tables and columns.
CREATE TABLE "mail_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"wanted" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "mail_links_hash_once" UNIQUE("token_hash"),
	CONSTRAINT "mail_links_kind_known" CHECK ("mail_links"."kind" in ('sign-up', 'password-reset')),
	CONSTRAINT "mail_links_sign_up_has_wish" CHECK (("mail_links"."kind" = 'sign-up') = ("mail_links"."wanted" is not null))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"display_name" text NOT NULL,
	"role" text NOT NULL,
	"organisation_id" uuid,
	"capacity" text,
	"state" text NOT NULL,
	"invited_by" uuid,
	"token_hash" text,
	"sent_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invitations_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "invitations_role_known" CHECK ("invitations"."role" in ('viewer', 'member', 'coordinator', 'steward')),
	CONSTRAINT "invitations_capacity_known" CHECK ("invitations"."capacity" in ('partner', 'statutory')),
	CONSTRAINT "invitations_state_known" CHECK ("invitations"."state" in ('open', 'accepted', 'revoked'))
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "suspended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "suspension_reason" text;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_of_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_of_organisation" FOREIGN KEY ("community_id","organisation_id") REFERENCES "public"."organisations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_links_by_address" ON "mail_links" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_one_open" ON "invitations" USING btree ("community_id",lower(email)) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "invitations_by_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitations_by_time" ON "invitations" USING btree ("community_id","sent_at","id");