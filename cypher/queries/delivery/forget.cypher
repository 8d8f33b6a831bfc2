// Forgets the attempts of a webhook before a number.
MATCH (d:Delivery)
WHERE d.id >= $first AND d.id < $before
DELETE d
