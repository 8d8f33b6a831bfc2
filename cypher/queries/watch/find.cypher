// One watch by its id.
MATCH (w:Watch {id: $id})
RETURN w.body AS body
