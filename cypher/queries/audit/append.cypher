// Appends one entry to the audit under the next number, which it answers.
MERGE (log:Log {id: 'audit'})
SET log.last = coalesce(log.last, 0) + 1
CREATE (e:AuditEntry {number: log.last})
SET e += $properties
RETURN e.number AS number
