package org.dealgraph.graph;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Polarity;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Tier;
import org.jspecify.annotations.Nullable;

/**
 * Which claims a list shows; null lets everything through.
 *
 * @param article id of the article that states them
 * @param parties ids of organizations of which one is named
 * @param kinds what they are about
 * @param traits further conditions
 */
public record ClaimFilter(
        @Nullable String article,
        @Nullable List<String> parties,
        @Nullable Set<ClaimKind> kinds,
        Traits traits) {

    /** Without further conditions. */
    public ClaimFilter(@Nullable String article, @Nullable List<String> parties, @Nullable Set<ClaimKind> kinds) {
        this(article, parties, kinds, Traits.ANY);
    }

    /**
     * Conditions that are asked for less often.
     *
     * @param stages as the article tells it
     * @param polarities whether it asserts, denies or ends
     * @param voices who says so
     * @param tiers of the publisher
     * @param confidence the least
     * @param published range that the date of publication overlaps
     */
    public record Traits(
            @Nullable Set<Stage> stages,
            @Nullable Set<Polarity> polarities,
            @Nullable Set<Attribution.Voice> voices,
            @Nullable Set<Tier> tiers,
            @Nullable Double confidence,
            DealFilter.@Nullable Range<LocalDate> published) {

        /** None. */
        public static final Traits ANY = new Traits(null, null, null, null, null, null);
    }

    /** Whether a claim fits. */
    public boolean admits(SourcedClaim sourced) {
        Claim claim = sourced.claim();
        return (article == null || article.equals(claim.article()))
                && (parties == null
                        || Stream.of(sourced.from(), sourced.to(), sourced.beneficiaries())
                                .flatMap(List::stream)
                                .anyMatch(parties::contains))
                && among(kinds, claim.kind())
                && among(traits.stages(), claim.standing().stage())
                && among(traits.polarities(), claim.standing().polarity())
                && among(traits.voices(), claim.attribution().voice())
                && among(traits.tiers(), sourced.tier())
                && (traits.confidence() == null || claim.reading().confidence() >= traits.confidence())
                && DealMatch.within(traits.published(), sourced.published());
    }

    private static <T> boolean among(@Nullable Set<T> wanted, T value) {
        return wanted == null || wanted.contains(value);
    }

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
                .with("kinds", names(kinds))
                .with("stages", names(traits.stages()))
                .with("polarities", names(traits.polarities()))
                .with("voices", names(traits.voices()))
                .with("tiers", names(traits.tiers()))
                .with("confidence", traits.confidence())
                .with(
                        "publishedFrom",
                        traits.published() == null
                                ? null
                                : day(traits.published().from()))
                .with(
                        "publishedTo",
                        traits.published() == null
                                ? null
                                : day(traits.published().to()));
    }

    private static @Nullable List<String> names(@Nullable Collection<? extends Enum<?>> values) {
        return values == null ? null : values.stream().map(Enum::name).sorted().toList();
    }

    private static @Nullable Long day(@Nullable LocalDate date) {
        return date == null ? null : date.toEpochDay();
    }
}
