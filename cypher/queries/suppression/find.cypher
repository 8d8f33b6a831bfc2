// Why an address gets no mail of a newsletter.
MATCH (s:Suppression)
WHERE s.id IN $ids
RETURN s.body AS body
ORDER BY s.id
LIMIT 1
