package org.dealgraph.access;

import java.util.Set;
import org.dealgraph.model.Scope;

/**
 * Who sends a request.
 *
 * @param id id of the key, or the address of one who shows none
 * @param name name of the key, or "anonymous"
 * @param scopes what it may do
 */
public record Caller(String id, String name, Set<Scope> scopes) {

    private static final String ANONYMOUS = "anonymous";

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** One who shows no key. */
    public static Caller anonymous(String address, Set<Scope> scopes) {
        return new Caller(address, ANONYMOUS, scopes);
    }

    public boolean isAnonymous() {
        return name.equals(ANONYMOUS);
    }

    /** Whether it may do what a scope allows. */
    public boolean may(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
    }
}
