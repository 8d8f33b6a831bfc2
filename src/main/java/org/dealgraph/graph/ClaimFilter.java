package org.dealgraph.graph;

import java.util.List;
import java.util.Set;
import org.dealgraph.model.ClaimKind;
import org.jspecify.annotations.Nullable;

/**
 * Which claims a list shows; null lets everything through.
 *
 * @param article id of the article that states them
 * @param parties ids of organizations of which one is named
 * @param kinds what they are about
 */
public record ClaimFilter(
        @Nullable String article,
        @Nullable List<String> parties,
        @Nullable Set<ClaimKind> kinds) {

    /** Lets everything through. */
    public static ClaimFilter all() {
        return new ClaimFilter(null, null, null);
    }

    /** The claims that name an organization. */
    public static ClaimFilter ofParty(String organization) {
        return new ClaimFilter(null, List.of(organization), null);
    }

    Row row() {
        return new Row()
                .with("article", article)
                .with("parties", parties)
                .with(
                        "kinds",
                        kinds == null
                                ? null
                                : kinds.stream().map(Enum::name).sorted().toList());
    }
}
