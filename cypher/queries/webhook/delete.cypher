// Removes a webhook with its log and its dead letters.
MATCH (w:Webhook {id: $id})
DETACH DELETE w
WITH $id + '/' AS own
CALL (own) {
  MATCH (d:Delivery)
  WHERE d.id STARTS WITH own
  DETACH DELETE d
}
CALL (own) {
  MATCH (l:DeadLetter)
  WHERE l.id STARTS WITH own
  DETACH DELETE l
}
