// Writes down which tools an issue goes to; what stands already stays as it is.
UNWIND $places AS place
MERGE (h:HandedOver {id: $issue + ' ' + place})
ON CREATE SET h.issue = $issue, h.place = place, h.done = false, h.attempts = 0, h.due = $now, h.at = $now
