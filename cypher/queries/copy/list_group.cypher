// An article with all its copies and their copies.
MATCH (a:Article {id: $article})
MATCH (a)-[:COPY_OF*0..]-(member:Article)
WITH DISTINCT member
RETURN member.body AS body, member.text AS text
ORDER BY member.id
