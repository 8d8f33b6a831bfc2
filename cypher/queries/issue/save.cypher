// Saves an issue unless one has its id; answers with the one that stands.
MERGE (i:Issue {id: $id})
ON CREATE SET i.newsletter = $newsletter, i.published = $published, i.body = $body
RETURN i.body AS body
