// Saves a key to the API, whose secret is not in it.
MERGE (k:ApiKey {id: $id})
SET k.name = $name, k.body = $body
