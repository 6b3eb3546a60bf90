ALTER TABLE "incident_packs" ADD COLUMN "worked_until" timestamp (3) with time zone;
