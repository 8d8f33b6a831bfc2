// Saves how far the holder of a webhook has come, and answers 0 where another process holds or changed it.
MATCH (w:Webhook {id: $id})
SET w.asked = null
WITH w
WHERE w.holder = $holder AND w.changes = $changes
SET w.state = $state, w.body = coalesce($body, w.body)
RETURN count(w) AS saved
