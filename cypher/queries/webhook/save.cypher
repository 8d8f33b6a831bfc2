// Saves a webhook that a person changed, and how far it has come.
MERGE (w:Webhook {id: $id})
SET w.watch = $watch, w.body = $body, w.state = $state, w.changes = coalesce(w.changes, 0) + 1
