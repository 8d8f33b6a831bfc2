package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.graph.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list in Relay's form.
 *
 * @param edges in order
 * @param pageInfo where it stands
 * @param <T> what is listed
 */
record Page<T>(List<Edge<T>> edges, Info pageInfo) {

    private static final int LARGEST = 100;
    private static final String CURSOR = "cursor of another list, or damaged: use an endCursor of this one";

    /** One entry. */
    record Edge<T>(String cursor, T node) {}

    /** Where a page stands in the whole list. */
    record Info(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    /** What of the list was asked for. */
    record Wanted(int first, Optional<String> after) {

        static Wanted of(DataFetchingEnvironment env) {
            Integer first = env.getArgument("first");
            int size = first == null ? 20 : first;
            if (size < 1 || size > LARGEST) {
                throw new BadArgument("first: must be from 1 to " + LARGEST + ", not " + size);
            }
            return new Wanted(size, Optional.<String>ofNullable(env.getArgument("after")));
        }

        /** How many entries to fetch, so that it is seen whether more follows. */
        int fetch() {
            return first + 1;
        }

        /** The position to go on after in a list with keys. */
        @Nullable
        Cursor position() {
            return after.map(Page::decoded)
                    .map(text -> {
                        int bar = text.indexOf('|');
                        try {
                            return new Cursor(
                                    Double.parseDouble(text.substring(0, Math.max(bar, 0))), text.substring(bar + 1));
                        } catch (NumberFormatException e) {
                            throw new BadArgument("after: " + CURSOR);
                        }
                    })
                    .orElse(null);
        }

        /** How many entries to skip in a list by rank. */
        int skip() {
            return (int)
                    Optional.ofNullable(position()).map(Cursor::key).orElse(0.0).doubleValue();
        }
    }

    @SuppressWarnings("unused")
    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    /** A page of what was fetched, which is one more than asked for where more follows. */
    static <S, T> Page<T> of(Wanted wanted, List<S> fetched, Function<S, Cursor> cursor, Function<S, T> node) {
        List<Edge<T>> edges = fetched.stream()
                .limit(wanted.first())
                .map(each -> new Edge<>(encoded(cursor.apply(each)), node.apply(each)))
                .toList();
        return new Page<>(
                edges,
                new Info(
                        fetched.size() > wanted.first(),
                        wanted.after().isPresent(),
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()));
    }

    private static String encoded(Cursor cursor) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((cursor.key() + "|" + cursor.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadArgument("after: " + CURSOR);
        }
    }
}
