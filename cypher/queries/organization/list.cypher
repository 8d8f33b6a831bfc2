// A page of organizations by name, after a name and an id.
MATCH (o:Organization)
WHERE
  o.name >= $afterName
  AND (o.name > $afterName OR o.id > $afterId)
  AND ($verified IS NULL OR o.verified = $verified)
  AND ($country IS NULL OR o.country = $country)
  AND ($types IS NULL OR any(type IN o.types WHERE type IN $types))
RETURN o.body AS body
ORDER BY o.name, o.id
LIMIT $first
