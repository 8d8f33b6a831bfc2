// When the versions of the pages at these addresses were seen again.
MATCH (a:Article)
WHERE a.address IN $addresses AND a.seenAgain IS NOT NULL
RETURN a.id AS id, a.seenAgain AS seen
