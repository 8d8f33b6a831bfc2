// Holds a webhook until a moment, unless another process does, and answers how it stands.
MATCH (w:Webhook {id: $id})
SET w.asked = $now
WITH w
WHERE w.holder IS NULL OR w.holder = $holder OR w.until < $now
SET w.holder = $holder, w.until = $until
WITH w
OPTIONAL MATCH (a:Watch {id: w.watch})
RETURN w.body AS body, w.state AS state, w.changes AS changes, w.holder AS holder, w.until AS until, a.body AS watch
