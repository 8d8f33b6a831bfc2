// Claims a mail before its words are sent, if it is still due; answers how often it was tried, or nothing.
MATCH (d:Dispatch {id: $id})
WHERE d.due <= $now
SET d.state = 'SENDING', d.attempts = d.attempts + 1, d.at = $now, d.claimed = $now, d.due = null
RETURN d.attempts AS attempts
