package org.dealgraph.pipeline.poll;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dealgraph.model.Source;
import org.dealgraph.model.Source.Filter;
import org.dealgraph.model.Source.Kind;
import org.dealgraph.model.Source.Selectors;
import org.dealgraph.model.Tier;
import org.dealgraph.model.WebAddress;
import org.dealgraph.pipeline.Refusal;
import org.dealgraph.pipeline.Refusal.Code;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a source; what is null stays as it is, or is left to the usual.
 *
 * @param id small letters, digits and hyphens
 * @param title for people
 * @param publisher who stands behind it
 * @param tier how far it is trusted
 * @param kind what is found at its address
 * @param address where it is asked
 * @param poll how often to begin with
 * @param include what an entry must have
 * @param exclude what it must not have
 * @param selectors where a page's parts stand
 * @param stored whether its texts may be kept
 * @param expectedPerWeek how many entries a week are usual
 * @param note for people
 */
public record SourceDraft(
        String id,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable Tier tier,
        @Nullable Kind kind,
        @Nullable String address,
        @Nullable Duration poll,
        @Nullable Filter include,
        @Nullable Filter exclude,
        @Nullable Selectors selectors,
        @Nullable Boolean stored,
        @Nullable Integer expectedPerWeek,
        @Nullable String note) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int LONGEST_ID = 64;
    private static final int LONGEST = 300;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int MOST_WORDS = 100;
    private static final int MOST_PER_WEEK = 100_000;
    private static final Duration OFTEN = Duration.ofMinutes(5);
    private static final Duration SELDOM = Duration.ofDays(7);

    /** The source as it is to be, checked; what changed of it was not tried yet. */
    Source over(Optional<Source> before) {
        Source b = before.orElse(null);
        if (b == null && (kind == null || address == null)) {
            throw bad(kind == null ? "kind" : "address", "a new source needs its kind and its address");
        }
        String shown = or(title, b == null ? id : b.title());
        Source source = new Source(
                id,
                shown,
                or(publisher, b == null ? shown : b.publisher()),
                or(tier, b == null ? Tier.BLOG : b.tier()),
                or(kind, b == null ? Kind.RSS : b.kind()),
                or(address, b == null ? "" : b.address()),
                or(poll, b == null ? Duration.ofHours(1) : b.poll()),
                or(include, b == null ? Filter.none() : b.include()),
                or(exclude, b == null ? Filter.none() : b.exclude()),
                or(selectors, b == null ? Selectors.none() : b.selectors()),
                or(stored, b == null || b.stored()),
                or(expectedPerWeek, b == null ? 0 : b.expectedPerWeek()),
                address == null && b != null && b.checked(),
                address == null && b != null ? b.seen() : null,
                note != null ? note : b == null ? null : b.note());
        check(source);
        return source;
    }

    private static void check(Source s) {
        if (!ID.matcher(s.id()).matches() || s.id().length() > LONGEST_ID) {
            throw bad("id", "an id has at most " + LONGEST_ID + " small letters, digits and hyphens");
        }
        bound("title", s.title());
        bound("publisher", s.publisher());
        bound("note", s.note());
        bound("selectors", s.selectors().links());
        bound("selectors", s.selectors().text());
        words("include", s.include());
        words("exclude", s.exclude());
        if (s.address().length() > LONGEST_ADDRESS
                || WebAddress.parse(s.address()).isEmpty()) {
            throw bad("address", "this is no address of the web: begin it with https://");
        }
        if (s.poll().compareTo(OFTEN) < 0 || s.poll().compareTo(SELDOM) > 0) {
            throw bad("pollMinutes", "a source is polled every 5 to 10080 minutes");
        }
        if (s.expectedPerWeek() < 0 || s.expectedPerWeek() > MOST_PER_WEEK) {
            throw bad("expectedPerWeek", "from 0 to " + MOST_PER_WEEK);
        }
    }

    private static void words(String argument, Filter filter) {
        List<String> all = Stream.of(filter.tags(), filter.words(), filter.addresses())
                .flatMap(List::stream)
                .toList();
        if (all.size() > MOST_WORDS || all.stream().anyMatch(String::isBlank)) {
            throw bad(argument, "at most " + MOST_WORDS + " words, none of them empty");
        }
        all.forEach(word -> bound(argument, word));
    }

    private static void bound(String argument, @Nullable String text) {
        if (text != null && text.length() > LONGEST) {
            throw new Refusal(Code.TOO_LARGE, argument, argument + ": at most " + LONGEST + " characters");
        }
    }

    private static Refusal bad(String argument, String message) {
        return new Refusal(Code.BAD_INPUT, argument, message);
    }

    private static <T> T or(@Nullable T wanted, T otherwise) {
        return wanted == null ? otherwise : wanted;
    }
}
