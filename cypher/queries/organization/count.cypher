// How many organizations a filter lets through.
MATCH (o:Organization)
WHERE
  ($verified IS NULL OR o.verified = $verified)
  AND ($country IS NULL OR o.country = $country)
  AND ($types IS NULL OR any(type IN o.types WHERE type IN $types))
RETURN count(o) AS organizations
