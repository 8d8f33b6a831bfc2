// What persons decided about sources, by id.
MATCH (s:Source)
WHERE s.id >= '' AND s.disabled IS NOT NULL
RETURN s.id AS id, s.definition AS definition, s.disabled AS disabled
ORDER BY s.id
