-- Why: people tell each other how an initiative goes, with pictures and documents; the bytes lie in the file store under their hash.
-- Locks: the tables are new and empty; initiatives, people, organisations and communities are kept from writes for the moment in which
-- the new tables come to refer to them.
-- Way back: drop the three tables; the bytes in the file store are then named by nobody and can be deleted with its folder.
CREATE TABLE "files" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"update_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"alt" text,
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "files_pkey" PRIMARY KEY("community_id","id"),
	CONSTRAINT "files_media_type_known" CHECK ("files"."media_type" in ('application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/plain', 'text/csv')),
	CONSTRAINT "files_sha256_shape" CHECK ("files"."sha256" ~ '\A[0-9a-f]{64}\Z'),
	CONSTRAINT "files_size_positive" CHECK ("files"."size_bytes" > 0),
	CONSTRAINT "files_picture_has_alt" CHECK ("files"."media_type" not like 'image/%' or "files"."alt" is not null)
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "uploads_pkey" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "updates" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"person_id" uuid,
	"organisation_id" uuid,
	"posted_at" timestamp with time zone NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"is_recorded_assumed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "updates_pkey" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_of_update" FOREIGN KEY ("community_id","update_id") REFERENCES "public"."updates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_of_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_of_person" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_of_initiative" FOREIGN KEY ("community_id","initiative_id") REFERENCES "public"."initiatives"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_of_person" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_of_organisation" FOREIGN KEY ("community_id","organisation_id") REFERENCES "public"."organisations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_by_update" ON "files" USING btree ("community_id","update_id","position");--> statement-breakpoint
CREATE INDEX "files_by_hash" ON "files" USING btree ("community_id","sha256");--> statement-breakpoint
CREATE INDEX "uploads_by_time" ON "uploads" USING btree ("community_id","received_at");--> statement-breakpoint
CREATE INDEX "uploads_by_hash" ON "uploads" USING btree ("community_id","sha256");--> statement-breakpoint
CREATE INDEX "updates_by_time" ON "updates" USING btree ("community_id","posted_at","id");--> statement-breakpoint
CREATE INDEX "updates_by_initiative" ON "updates" USING btree ("community_id","initiative_id","posted_at","id");
--> statement-breakpoint
CREATE TRIGGER keep_versions_of_changes AFTER UPDATE ON "updates"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_versions();
--> statement-breakpoint
CREATE TRIGGER keep_versions_of_removals AFTER DELETE ON "updates"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_versions();
--> statement-breakpoint
CREATE TRIGGER keep_versions_of_changes AFTER UPDATE ON "files"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_versions();
--> statement-breakpoint
CREATE TRIGGER keep_versions_of_removals AFTER DELETE ON "files"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_versions();
