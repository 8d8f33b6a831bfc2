package org.dealgraph.briefing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dealgraph.briefing.Briefing.Part;
import org.dealgraph.briefing.Briefing.Sentence;
import org.dealgraph.briefing.Figure.Measure;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Tier;

/** A sentence while it is written. */
final class Draft {

    /** One source for each amount, and two where one would do. */
    private static final int MOST_SOURCES = 4;

    private static final int FEWEST_SOURCES = 2;

    /** A sentence that rests on more claims adds up what others say, and names none of them. */
    private static final int MOST_CLAIMS = 12;

    private static final Comparator<SourcedClaim> BEST = Comparator.comparing(
                    (SourcedClaim c) -> c.tier() == Tier.RETELLING)
            .thenComparing(c -> c.claim().attribution().voice())
            .thenComparing(SourcedClaim::tier)
            .thenComparing(c -> !c.claim().core())
            .thenComparing(c -> c.claim().id());

    private final Ground ground;
    private final Said said;
    private final List<Part> parts = new ArrayList<>();
    private final SortedSet<String> claims = new TreeSet<>();

    Draft(Ground ground, Said said) {
        this.ground = ground;
        this.said = said;
    }

    Draft words(String text) {
        parts.add(Part.words(text));
        return this;
    }

    /** One or several, as in "A, B and C". */
    Draft organizations(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        for (int i = 0; i < all.size(); i++) {
            if (i > 0) {
                words(i == all.size() - 1 ? " and " : ", ");
            }
            parts.add(Part.name(all.get(i), ground.organization(all.get(i))));
        }
        return all.isEmpty() ? words("somebody not named") : this;
    }

    /** A product or site. */
    Draft thing(String id) {
        parts.add(Part.name(id, ground.thing(id)));
        return this;
    }

    /** A number, told once in a briefing. */
    Draft number(Figure figure) {
        parts.add(Part.number(figure, said.tell(figure)));
        return claims(figure.claims());
    }

    /** What the sentence rests on beside its numbers. */
    Draft claims(Collection<String> ids) {
        claims.addAll(ids);
        return this;
    }

    boolean isNew(Figure figure) {
        return said.isNew(figure);
    }

    /** The sentence, its first letter large and a full stop at its end. */
    Sentence done(String name) {
        if (!parts.isEmpty()) {
            Part first = parts.getFirst();
            if (first.name() == null) {
                parts.set(0, new Part(Numbers.sentence(first.text()), first.figure(), null));
            }
        }
        words(".");
        return new Sentence(name, joined(), List.copyOf(claims), sources());
    }

    /** Neighbouring words are one part. */
    private List<Part> joined() {
        List<Part> joined = new ArrayList<>();
        for (Part part : parts) {
            boolean words = part.figure() == null && part.name() == null;
            boolean before = !joined.isEmpty()
                    && joined.getLast().figure() == null
                    && joined.getLast().name() == null;
            if (words && before) {
                joined.set(joined.size() - 1, Part.words(joined.getLast().text() + part.text()));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }

    private List<String> sources() {
        boolean addsUp = parts.stream()
                .flatMap(part -> Stream.ofNullable(part.figure()))
                .map(figure -> figure.origin().measure())
                .anyMatch(m -> m == Measure.TOTAL || m == Measure.SHARE || m == Measure.COUNT);
        if (addsUp || claims.size() > MOST_CLAIMS) {
            return List.of();
        }
        SequencedSet<String> sources = new LinkedHashSet<>();
        parts.stream()
                .flatMap(part -> Stream.ofNullable(part.figure()))
                .filter(figure -> figure.value() != null && !figure.unit().equals("years"))
                .flatMap(figure -> articles(figure.claims()).limit(1))
                .limit(MOST_SOURCES)
                .forEach(sources::add);
        articles(claims).filter(a -> sources.size() < FEWEST_SOURCES).forEach(sources::add);
        return List.copyOf(sources);
    }

    /** The articles of some claims, the best source first. */
    private Stream<String> articles(Collection<String> ids) {
        return ground.claims(ids).stream().sorted(BEST).map(c -> c.claim().article());
    }
}
