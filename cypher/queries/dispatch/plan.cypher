// Writes down whom an issue goes to, before anything is sent; what stands already stays as it is.
UNWIND $recipients AS recipient
MERGE (d:Dispatch {id: $issue + ' ' + recipient})
ON CREATE SET d.issue = $issue, d.recipient = recipient, d.state = 'PENDING', d.attempts = 0, d.due = $now, d.at = $now
