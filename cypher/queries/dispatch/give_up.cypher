// Mails that were claimed long ago and whose outcome nobody wrote down may have arrived or not; answers how many.
MATCH (d:Dispatch)
WHERE d.claimed < $before
SET d.state = 'UNKNOWN', d.claimed = null, d.reply = 'the sender stopped while it was sent'
RETURN count(d) AS found
