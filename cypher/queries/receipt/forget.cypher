// Forgets receipts that have expired, some at a time.
MATCH (r:Receipt)
WHERE r.at < $since
WITH r
LIMIT 100
DELETE r
