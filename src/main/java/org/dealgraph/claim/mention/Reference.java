package org.dealgraph.claim.mention;

import org.dealgraph.catalogue.KnownName;
import org.jspecify.annotations.Nullable;

/**
 * What a mention stands for.
 *
 * @param kind what sort of entity
 * @param id registry id, or null where the registry does not know the name
 * @param name the registry's short name, or the name as the article writes it
 */
public record Reference(KnownName.Kind kind, @Nullable String id, String name) {

    public static Reference unverified(String name) {
        return new Reference(KnownName.Kind.ORGANIZATION, null, name);
    }

    public boolean organization() {
        return kind == KnownName.Kind.ORGANIZATION;
    }

    public boolean verified() {
        return id != null;
    }

    /** What two references are compared by. */
    public String key() {
        return id == null ? "name:" + name : kind == KnownName.Kind.ORGANIZATION ? id : kind + ":" + id;
    }
}
