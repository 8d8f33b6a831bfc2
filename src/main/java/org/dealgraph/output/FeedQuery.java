package org.dealgraph.output;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.api.DealQuestion;
import org.dealgraph.model.ClaimKind;
import org.jspecify.annotations.Nullable;

/**
 * What an address of a feed asks for: a question, a watch, or a watch with a question that narrows it; and of that the
 * latest, or an archive.
 *
 * @param question the parameters beside those below
 * @param watch id of a watch, or null
 * @param archive its number, or null for the latest entries
 */
record FeedQuery(
        DealQuestion question,
        @Nullable String watch,
        @Nullable Long archive) {

    private static final String ARCHIVE = "archive";
    private static final String WATCH = "watch";

    /** Everything that is news. */
    static final FeedQuery NEWS = new FeedQuery(new DealQuestion(Map.of()), null, null);

    /** Checks and orders the parameters of a request. */
    static FeedQuery of(Map<String, List<String>> parameters) {
        Map<String, List<String>> rest = new TreeMap<>(parameters);
        String watch = single(rest.remove(WATCH), WATCH, "[A-Za-z0-9-]{1,64}", "the id of a watch");
        String archive = single(rest.remove(ARCHIVE), ARCHIVE, "\\d{1,12}", "the number of an archive");
        return new FeedQuery(DealQuestion.of(rest), watch, archive == null ? null : Long.valueOf(archive));
    }

    private static @Nullable String single(@Nullable List<String> given, String name, String form, String words) {
        if (given == null) {
            return null;
        }
        if (given.size() != 1 || !given.getFirst().matches(form)) {
            throw new DealQuestion.Malformed(name, name + ": " + words);
        }
        return given.getFirst();
    }

    /** The same question for an archive; null for the latest entries. */
    FeedQuery at(@Nullable Long other) {
        return new FeedQuery(question, watch, other);
    }

    /** The same question for terms of one kind. */
    static FeedQuery ofKind(ClaimKind kind) {
        return new FeedQuery(new DealQuestion(Map.of("kind", List.of(kind.name()))), null, null);
    }

    /** What a watch is about. */
    static FeedQuery ofWatch(String id) {
        return new FeedQuery(new DealQuestion(Map.of()), id, null);
    }

    /** The path of a feed on any server, with its parameters. */
    String path(Format format) {
        String parameters = parameters();
        return "/feeds/deals." + format.suffix() + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    private String parameters() {
        return Stream.of(
                        archive == null ? "" : ARCHIVE + "=" + archive,
                        question.text(),
                        watch == null ? "" : WATCH + "=" + watch)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
    }
}
