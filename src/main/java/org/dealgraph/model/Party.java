package org.dealgraph.model;

import org.jspecify.annotations.Nullable;

/**
 * A party of a claim as the article writes it.
 *
 * @param name the registry's short name where the mention is known, else the name in the text
 * @param entity registry id, or null where the name is not (yet) known
 * @param span where the text names it, or null where it comes from no text (ledger)
 */
public record Party(
        String name, @Nullable String entity, @Nullable Span span) {

    /** A party that is in the registry. */
    public static Party known(String name, String entity) {
        return new Party(name, entity, null);
    }

    /** The registry id, else the name: what two parties are compared by before entities are resolved. */
    public String key() {
        return entity == null ? name : entity;
    }
}
