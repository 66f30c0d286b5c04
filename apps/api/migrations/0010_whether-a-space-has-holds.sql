-- Why: a booking asks whether its space has any hold before it looks for ones that have run out; most spaces have none.
-- Locks: writes to bookings wait while the index is built (a second for some hundred thousand bookings).
-- Way back: drop the index.
CREATE INDEX "bookings_held" ON "bookings" USING btree ("community_id","space_id") WHERE status = 'held';