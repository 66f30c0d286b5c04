-- Why: who takes part in what is answered from one index, in order and without reading the table. PostgreSQL took the GiST index of the
-- exclusion constraint instead, at sixty pages an initiative, which made lists of large communities slow. Roles are found by their person.
-- Locks: writers of participations and roles wait while their indexes are built (a second for a million rows); readers do not.
-- Way back: make the two old indexes again, drop the three new ones.
DROP INDEX "participations_by_initiative";--> statement-breakpoint
DROP INDEX "participations_by_organisation";--> statement-breakpoint
CREATE INDEX "roles_by_person" ON "roles" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE INDEX "participations_of_initiative_by_organisation" ON "participations" USING btree ("community_id","initiative_id","organisation_id","role","to_on");--> statement-breakpoint
CREATE INDEX "participations_of_organisation_by_initiative" ON "participations" USING btree ("community_id","organisation_id","initiative_id","to_on");