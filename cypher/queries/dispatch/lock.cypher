// Lets nobody else touch a mail until the transaction ends.
MATCH (d:Dispatch {id: $id})
SET d.lock = true
