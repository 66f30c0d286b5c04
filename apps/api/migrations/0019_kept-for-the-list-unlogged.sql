-- Why: what is kept for the list of partners can be worked out again from the facts at any time, so it need not survive a crash of the server:
-- PostgreSQL empties the three tables then, and whoever looks at a list first has it worked out anew. A booking, which leaves a mark,
-- writes that much less (docs/adr/0100).
-- Locks: an exclusive lock on the three tables while they are rewritten; they are small. Way back: SET LOGGED.
ALTER TABLE "engagements" SET UNLOGGED;--> statement-breakpoint
ALTER TABLE "engagement_days" SET UNLOGGED;--> statement-breakpoint
ALTER TABLE "engagement_marks" SET UNLOGGED;
