// Saves how an issue stands with a tool.
MATCH (h:HandedOver {id: $id})
SET h.done = $done, h.attempts = $attempts, h.due = $due, h.at = $at, h.detail = $detail
