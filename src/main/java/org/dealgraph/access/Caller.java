package org.dealgraph.access;

import java.util.Set;
import org.dealgraph.model.Scope;

/**
 * Who sends a request.
 *
 * @param id id of the key, or the address of one who shows none
 * @param name name of the key, or "anonymous"
 * @param scopes what it may do
 * @param isAnonymous whether no key was shown; a key may have any name, that of those without one too
 */
public record Caller(String id, String name, Set<Scope> scopes, boolean isAnonymous) {

    private static final String ANONYMOUS = "anonymous";

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** One who shows a key. */
    public Caller(String id, String name, Set<Scope> scopes) {
        this(id, name, scopes, false);
    }

    /** One who shows no key. */
    public static Caller anonymous(String address, Set<Scope> scopes) {
        return new Caller(address, ANONYMOUS, scopes, true);
    }

    /** Whether it may do what a scope allows. */
    public boolean may(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
    }
}
