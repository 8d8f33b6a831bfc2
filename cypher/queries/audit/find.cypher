// One entry of the audit.
MATCH (e:AuditEntry {number: $number})
RETURN e.number AS number, e.body AS body
