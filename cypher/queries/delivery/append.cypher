// Appends attempts to deliver to the log of a webhook.
UNWIND $rows AS row
MERGE (d:Delivery {id: row.id})
SET d.body = row.body
