// Every version of the page at this address, by id.
MATCH (a:Article {address: $address})
RETURN a.body AS body, a.text AS text
ORDER BY a.id
