// Saves how far a mail has come.
MATCH (d:Dispatch {id: $id})
SET d.state = $state, d.attempts = $attempts, d.due = $due, d.at = $at, d.reply = $reply, d.claimed = null
