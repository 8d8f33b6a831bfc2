package org.dealgraph.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Interval;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Polarity;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.dealgraph.model.Term.TermLink;
import org.jspecify.annotations.Nullable;

/** The life of a deal as its terms, its claims and the terms that took their place tell it. */
public final class Lifecycle {

    /** What can happen. */
    public enum What {
        REACHED,
        CONFIRMED,
        DENIED,
        ENDED,
        REPLACED
    }

    /** What became of a deal. */
    public enum Fate {
        LAPSED,
        CANCELLED,
        EXPIRED,
        REPLACED,
        CUT,
        DELAYED
    }

    /**
     * A step.
     *
     * @param what happened
     * @param on when, as far as known
     * @param stage where the term stood then
     * @param term the term, or the one that took its place
     * @param claims the claims that say so
     */
    public record Event(What what, @Nullable PartialDate on, Stage stage, Term term, List<String> claims) {}

    private static final Comparator<Event> ORDER = Comparator.comparing(
                    Event::on, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Event::what)
            .thenComparing(event -> event.term().id());

    private final Map<String, SourcedClaim> claims;
    private final Map<String, List<Term>> successors = new TreeMap<>();

    /**
     * Lives among some terms.
     *
     * @param claims of the deals that will be asked about, by id
     * @param terms every term that may have taken the place of one of theirs
     */
    public Lifecycle(Map<String, SourcedClaim> claims, List<Term> terms) {
        this.claims = Map.copyOf(claims);
        terms.forEach(term -> links(term, TermLink.Kind.REPLACES)
                .forEach(old ->
                        successors.computeIfAbsent(old, o -> new ArrayList<>()).add(term)));
    }

    /** Everything that happened to a deal, oldest first. */
    public List<Event> of(Deal deal) {
        return deal.terms().stream()
                .flatMap(term -> Stream.of(stages(term), denials(term), replacements(term)))
                .flatMap(Function.identity())
                .sorted(ORDER)
                .toList();
    }

    /** What became of a deal; nothing where it stands as it was announced. */
    public Set<Fate> fates(Deal deal) {
        Set<Fate> fates = EnumSet.noneOf(Fate.class);
        for (Term term : deal.terms()) {
            switch (term.stage()) {
                case LAPSED -> fates.add(Fate.LAPSED);
                case CANCELLED -> fates.add(Fate.CANCELLED);
                case EXPIRED -> fates.add(Fate.EXPIRED);
                case REPLACED -> fates.add(Fate.REPLACED);
                default -> {}
            }
            for (Term next : successors.getOrDefault(term.id(), List.of())) {
                fates.add(Fate.REPLACED);
                if (smaller(next, term)) {
                    fates.add(Fate.CUT);
                }
            }
            if (falls(term)) {
                fates.add(Fate.CUT);
            }
            if ((Slippage.What.START.slips(term.kind())
                            && rises(term, c -> c.claim().schedule().start()))
                    || (Slippage.What.END.slips(term.kind())
                            && rises(term, c -> c.claim().schedule().end()))) {
                fates.add(Fate.DELAYED);
            }
        }
        return fates;
    }

    private Stream<Event> stages(Term term) {
        return term.history().stream().flatMap(step -> step(term, step));
    }

    /** The earliest claims of a step reach it, those of later days confirm it; articles without a date come last. */
    private Stream<Event> step(Term term, Term.Step step) {
        What first = step.stage().ended() ? What.ENDED : What.REACHED;
        Map<String, List<String>> byDay = step.claims().stream()
                .collect(Collectors.groupingBy(id -> String.valueOf(published(id)), TreeMap::new, Collectors.toList()));
        List<Event> events = new ArrayList<>();
        byDay.forEach((day, told) -> events.add(
                events.isEmpty()
                        ? new Event(first, on(term, step), step.stage(), term, told)
                        : new Event(What.CONFIRMED, published(told.getFirst()), step.stage(), term, told)));
        return events.stream();
    }

    /**
     * When a step was taken. A page without a date says nothing of it. What tells of an obligation as ended under the day on
     * which it was agreed, or first told of, does not say when it ended; what took its place may.
     */
    private @Nullable PartialDate on(Term term, Term.Step step) {
        PartialDate agreed = term.agreedAssumed() ? null : term.schedule().agreed();
        PartialDate on = dated(step) ? step.on() : null;
        if (!step.stage().ended()) {
            return on == null ? agreed : on;
        }
        if (on != null && !on.equals(agreed) && !on.equals(term.published())) {
            return on;
        }
        return successors.getOrDefault(term.id(), List.of()).stream()
                .flatMap(next -> Stream.ofNullable(since(next)))
                .min(Comparator.naturalOrder())
                .orElse(on == null || on.equals(agreed) ? null : on);
    }

    private boolean dated(Term.Step step) {
        return step.claims().stream().anyMatch(id -> !claims.containsKey(id) || published(id) != null);
    }

    private static @Nullable PartialDate since(Term term) {
        return term.schedule().agreed() == null
                ? term.published()
                : term.schedule().agreed();
    }

    private Stream<Event> denials(Term term) {
        return term.disputes().stream()
                .filter(id -> claims.containsKey(id)
                        && Objects.requireNonNull(claims.get(id))
                                        .claim()
                                        .standing()
                                        .polarity()
                                == Polarity.DENIES)
                .map(id -> new Event(What.DENIED, published(id), term.stage(), term, List.of(id)));
    }

    private Stream<Event> replacements(Term term) {
        return successors.getOrDefault(term.id(), List.of()).stream()
                .map(next -> new Event(What.REPLACED, since(next), next.stage(), next, next.supports()));
    }

    private @Nullable PartialDate published(String claim) {
        SourcedClaim sourced = claims.get(claim);
        return sourced == null || sourced.publishedAssumed() ? null : sourced.published();
    }

    private static Stream<String> links(Term term, TermLink.Kind kind) {
        return term.links().stream().filter(link -> link.kind() == kind).map(TermLink::term);
    }

    private static boolean smaller(Term next, Term before) {
        Interval a = Totals.amount(next);
        Interval b = Totals.amount(before);
        return a != null
                && b != null
                && Category.of(next).unit().equals(Category.of(before).unit())
                && a.value().compareTo(b.value()) < 0
                && !a.overlaps(b);
    }

    /** Whether the latest news gives a figure that lies wholly below that of the first. */
    private boolean falls(Term term) {
        List<Interval> told = told(term, c -> c.claim().subject().quantity().orElse(null));
        return told.size() > 1
                && !told.getFirst().overlaps(told.getLast())
                && told.getLast().value().compareTo(told.getFirst().value()) < 0;
    }

    private boolean rises(Term term, Function<SourcedClaim, @Nullable PartialDate> date) {
        List<PartialDate> told = told(term, date);
        return told.size() > 1
                && told.getLast().earliest().isAfter(told.getFirst().latest());
    }

    /** What an article's own news says of something, in the order of publication; undated articles say nothing here. */
    private <T> List<T> told(Term term, Function<SourcedClaim, @Nullable T> value) {
        List<T> values = new ArrayList<>();
        term.supports().stream()
                .map(claims::get)
                .filter(Objects::nonNull)
                .filter(c -> c.claim().core() && c.published() != null && !c.publishedAssumed())
                .sorted(Comparator.comparing((SourcedClaim c) -> Objects.requireNonNull(c.published()))
                        .thenComparing(c -> c.claim().id()))
                .forEach(c -> {
                    T said = value.apply(c);
                    if (said != null) {
                        values.add(said);
                    }
                });
        return values;
    }
}
