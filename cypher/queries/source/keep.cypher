// Keeps what a person decided about a source, beside its file.
MERGE (s:Source {id: $id})
SET s.definition = $definition, s.disabled = $disabled
