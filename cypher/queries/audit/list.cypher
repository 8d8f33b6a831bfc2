// A page of the audit, newest first, before a number.
MATCH (e:AuditEntry)
WHERE e.number < $before
  AND ($by IS NULL OR e.by = $by)
  AND ($operation IS NULL OR e.operation = $operation)
RETURN e.number AS number, e.body AS body
ORDER BY e.number DESC
LIMIT $first
