// One key to the API.
MATCH (k:ApiKey {id: $id})
RETURN k.body AS body
