// The versions of every page among these addresses that has more than one, by id.
UNWIND $addresses AS address
MATCH (a:Article {address: address})
WITH address, collect(a) AS versions
WHERE size(versions) > 1
UNWIND versions AS a
RETURN a.body AS body, a.text AS text
ORDER BY a.id
