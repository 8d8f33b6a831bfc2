// Keeps what came of a change under its idempotency key.
MERGE (r:Receipt {id: $id})
SET r.at = $at, r.fingerprint = $fingerprint, r.entry = $entry
