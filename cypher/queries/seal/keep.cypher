// The secret that links in mails are made with: the one that stands, else the one that is offered.
MERGE (s:Seal {id: $id})
ON CREATE SET s.secret = $secret
RETURN s.secret AS secret
