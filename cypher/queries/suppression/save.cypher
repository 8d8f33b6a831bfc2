// Remembers that an address is not to be written to; what is known of it already stays.
MERGE (s:Suppression {id: $id})
ON CREATE SET s.body = $body
