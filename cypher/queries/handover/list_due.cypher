// What can be handed over now.
MATCH (h:HandedOver)
WHERE h.due <= $now
RETURN h {.*} AS handedOver
ORDER BY h.due, h.id
LIMIT $first
