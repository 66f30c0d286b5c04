-- Why: stewards say since when and why a partnership closes on purpose; from then on its silence only informs.
-- Locks: a short exclusive lock on communities for two empty columns; no row is rewritten.
-- Way back: drop the two columns; what was said in them is lost.
ALTER TABLE "communities" ADD COLUMN "closing_since" date;--> statement-breakpoint
ALTER TABLE "communities" ADD COLUMN "closing_reason" text;
