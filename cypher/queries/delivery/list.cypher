// A page of the log of a webhook, latest first.
MATCH (d:Delivery)
WHERE d.id > $above AND d.id < $below
RETURN d.body AS body
ORDER BY d.id DESC
LIMIT $first
