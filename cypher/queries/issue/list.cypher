// Issues of a newsletter before a moment, the latest first.
MATCH (i:Issue)
WHERE i.newsletter = $newsletter AND i.published < $before
RETURN i.body AS body
ORDER BY i.published DESC, i.id DESC
LIMIT $first
