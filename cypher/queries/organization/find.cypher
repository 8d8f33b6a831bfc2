// The organization with this id.
MATCH (o:Organization {id: $id})
RETURN o.body AS body
