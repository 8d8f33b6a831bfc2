// Holds webhooks for longer that a process holds.
UNWIND $ids AS id
MATCH (w:Webhook {id: id})
WHERE w.holder = $holder
SET w.until = $until
