// Gives a webhook up that a process holds.
MATCH (w:Webhook {id: $id})
WHERE w.holder = $holder
REMOVE w.holder, w.until
