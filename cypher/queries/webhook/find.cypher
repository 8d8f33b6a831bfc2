// One webhook as it stands, with what it is about.
MATCH (w:Webhook {id: $id})
OPTIONAL MATCH (a:Watch {id: w.watch})
RETURN w.body AS body, w.state AS state, w.changes AS changes, w.holder AS holder, w.until AS until, a.body AS watch
