SELECT raise_walls();
--> statement-breakpoint
REVOKE UPDATE ON inbound_messages, escalation_acknowledgements, engine_audits FROM calmline_app;
--> statement-breakpoint
-- Codes are unique across tenants, so only the gate sees them.
REVOKE SELECT, INSERT, UPDATE ON reply_codes FROM calmline_app;
--> statement-breakpoint
GRANT DELETE ON client_holidays, send_limits TO calmline_app;
--> statement-breakpoint

-- Until now a contact was told by one method alone. From now on the others follow while nobody answers.
UPDATE contact_methods SET delay_seconds = position * 120;
