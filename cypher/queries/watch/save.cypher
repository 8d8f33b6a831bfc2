// Saves a watch in the place of the one with its id.
MERGE (w:Watch {id: $id})
SET w.name = $name, w.body = $body
