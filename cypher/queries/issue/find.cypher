// One issue of a newsletter.
MATCH (i:Issue {id: $id})
RETURN i.body AS body
