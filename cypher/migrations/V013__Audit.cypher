CREATE CONSTRAINT audit_entry_number IF NOT EXISTS FOR (n:AuditEntry) REQUIRE n.number IS UNIQUE;
CREATE CONSTRAINT receipt_id IF NOT EXISTS FOR (n:Receipt) REQUIRE n.id IS UNIQUE;
CREATE INDEX receipt_at IF NOT EXISTS FOR (n:Receipt) ON (n.at);
