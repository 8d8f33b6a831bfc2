// Every key to the API.
MATCH (k:ApiKey)
RETURN k.body AS body
