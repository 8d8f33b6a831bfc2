package org.dealgraph.deal;

import java.util.Set;
import java.util.TreeSet;
import org.dealgraph.model.SourcedClaim;

/**
 * The keys under which claims meet. Claims that could be one term share their <em>home</em>, the unordered pair of their
 * sides; each claim has exactly one. Claims whose terms could bear on each other share some further key: the homes of the
 * pairs inside a joint obligation, the home of a builder and the one it builds for, and the article whose own news they
 * are. Terms depend on homes alone; only links and the grouping into deals look across, so whoever recomputes a part of
 * the graph need not follow these further keys from home to home without end: {@link Neighbourhood} follows them just far
 * enough.
 */
public final class Blocks {

    private final Directory directory;

    public Blocks(Directory directory) {
        this.directory = directory;
    }

    /**
     * Begins a key that no claim is stored under: it asks for the one claim whose id follows, because a person put it beside
     * another.
     */
    public static final String CLAIM = "claim|";

    /** All keys of a claim. */
    public Set<String> of(SourcedClaim claim) {
        Statement statement = Statement.of(claim, directory);
        Set<String> keys = lasting(statement);
        if (claim.claim().core()) {
            keys.add(article(statement));
        }
        return keys;
    }

    /** The one key that all claims about the same term share. */
    public String home(SourcedClaim claim) {
        return Statement.of(claim, directory).home();
    }

    /** The keys that bear on a claim's term whenever it is told. */
    static Set<String> lasting(Statement statement) {
        Set<String> keys = new TreeSet<>();
        keys.add(statement.home());
        for (String from : statement.from()) {
            statement.to().forEach(to -> keys.add(pair(from, to)));
            statement.beneficiaries().forEach(to -> keys.add(pair(from, to)));
            if (statement.to().isEmpty()) {
                keys.add(pair(from, ""));
            }
        }
        return keys;
    }

    static String article(Statement statement) {
        return "article|" + statement.claim().article();
    }

    private static String pair(String one, String other) {
        return one.compareTo(other) <= 0 ? one + "|" + other : other + "|" + one;
    }
}
