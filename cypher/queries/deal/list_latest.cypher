// A page of all deals, latest published first: the first look, served from the index in its order.
MATCH (d:Deal)
WHERE d.publishedDay <= $day AND (d.publishedDay < $day OR d.id > $id)
RETURN d.body AS body, d.id AS id, -1.0 * d.publishedDay AS key
ORDER BY d.publishedDay DESC, d.id
LIMIT $first
