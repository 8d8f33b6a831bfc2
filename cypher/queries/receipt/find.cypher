// What came of a change under its idempotency key, unless that has expired.
MATCH (r:Receipt {id: $id})
WHERE r.at >= $since
RETURN r.fingerprint AS fingerprint, r.entry AS entry
