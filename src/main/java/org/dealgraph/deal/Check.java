package org.dealgraph.deal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.deal.Finding.Verdict;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Conflict;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Polarity;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.dealgraph.model.Term.Step;
import org.dealgraph.model.Term.TermLink;
import org.jspecify.annotations.Nullable;

/**
 * Says of claims that are not stored how they stand to the deals that are: the deals are made as if the claims had come in,
 * and the place where each would stand tells what it is. So the same rules decide that decide about articles.
 */
public final class Check {

    private final Directory directory;
    private final List<Deal> deals;
    private final Set<String> asked;

    /**
     * A check.
     *
     * @param directory what is known of organizations
     * @param deals the deals around the claims, made with them
     * @param asked the ids of the claims that are not stored
     */
    public Check(Directory directory, Collection<Deal> deals, Set<String> asked) {
        this.directory = directory;
        this.deals = List.copyOf(deals);
        this.asked = Set.copyOf(asked);
    }

    /** How one of the claims stands. */
    public Finding of(SourcedClaim claim) {
        String id = claim.claim().id();
        for (Deal deal : deals) {
            for (Term term : deal.terms()) {
                if (Stream.of(term.supports(), term.disputes(), term.ends()).anyMatch(ids -> ids.contains(id))) {
                    return inTerm(claim, deal, term);
                }
            }
        }
        return new Finding(claim, Verdict.NEW, "nothing is known of it", null, List.of());
    }

    private Finding inTerm(SourcedClaim claim, Deal deal, Term term) {
        List<String> said = known(term.supports());
        String id = claim.claim().id();
        String known = said.isEmpty() ? null : dealOf(deal);
        if (term.disputes().contains(id)) {
            return found(
                    claim,
                    said.isEmpty() ? Verdict.NEW : Verdict.CONTRADICTS,
                    claim.claim().standing().polarity() == Polarity.DENIES
                            ? "it denies what others say"
                            : "it turns the direction round: " + value(term, "direction", id),
                    known,
                    said);
        }
        if (term.ends().contains(id)) {
            return ending(claim, term, known, said);
        }
        if (!known(term.disputes()).isEmpty()) {
            return found(claim, Verdict.CONTRADICTS, "others dispute it", dealOf(deal), known(term.disputes()));
        }
        Optional<Finding> stale = stale(claim, term, known, said);
        if (stale.isPresent()) {
            return stale.get();
        }
        if (said.isEmpty()) {
            return alone(claim, deal, term);
        }
        return term.conflicts().stream()
                .filter(conflict -> differs(conflict, id))
                .findFirst()
                .map(conflict -> found(
                        claim,
                        Verdict.CONTRADICTS,
                        conflict.aspect() + ": " + value(term, conflict.aspect(), id),
                        known,
                        said))
                .orElseGet(() -> found(claim, Verdict.KNOWN, "said before", known, said));
    }

    private Finding ending(SourcedClaim claim, Term term, @Nullable String known, List<String> said) {
        List<String> before = known(term.ends());
        return before.isEmpty()
                ? found(claim, Verdict.NEW, said.isEmpty() ? "nothing is known of it" : "that it ended", known, said)
                : found(claim, Verdict.KNOWN, "that it ended", known, before);
    }

    /** What is over, was replaced, or was talked of and has been agreed since. */
    private Optional<Finding> stale(SourcedClaim claim, Term term, @Nullable String known, List<String> said) {
        Optional<Term> replacement = terms().filter(other -> other.links().stream()
                        .anyMatch(link -> link.kind() == TermLink.Kind.REPLACES
                                && link.term().equals(term.id())))
                .filter(other -> !known(other.supports()).isEmpty())
                .findFirst();
        if (replacement.isPresent()) {
            String line = new Titles(directory).line(replacement.get());
            return Optional.of(found(
                    claim,
                    Verdict.STALE,
                    "replaced: " + line,
                    known,
                    known(replacement.get().supports())));
        }
        if (term.stage().ended() && !known(term.ends()).isEmpty()) {
            return Optional.of(found(claim, Verdict.STALE, "ended: " + term.stage(), known, known(term.ends())));
        }
        Stage told = claim.claim().standing().stage();
        boolean exploratory = told == Stage.TALKS || told == Stage.LETTER_OF_INTENT;
        Optional<Step> since = term.history().stream()
                .filter(step -> exploratory && step.stage().compareTo(told) > 0)
                .filter(step -> !known(step.claims()).isEmpty())
                .reduce((a, b) -> b);
        return since.map(step -> found(
                claim,
                Verdict.STALE,
                step.stage() + (step.on() == null ? "" : " since " + step.on().text()),
                known,
                known(step.claims())));
    }

    /** A term that only the checked text tells of: new, unless it is told of what is known with another figure. */
    private Finding alone(SourcedClaim claim, Deal deal, Term term) {
        String known = known(deal.claims()).isEmpty() ? null : dealOf(deal);
        Optional<Term> rival = claim.claim().standing().relation().kind() == AmountRelation.Kind.WHOLE
                        && term.links().isEmpty()
                ? rival(claim, term)
                : Optional.empty();
        if (rival.isPresent()) {
            Term other = rival.get();
            return found(
                    claim,
                    Verdict.CONTRADICTS,
                    "amount: others say that " + new Titles(directory).line(other),
                    known,
                    known(other.supports()));
        }
        String how = term.links().isEmpty()
                ? "nobody said so before"
                : term.links().getFirst().kind() + " what is known";
        return found(claim, Verdict.NEW, how, known, List.of());
    }

    private Optional<Term> rival(SourcedClaim claim, Term term) {
        Statement asked = Statement.of(claim, directory);
        Optional<Interval> figure = asked.quantity();
        if (figure.isEmpty()) {
            return Optional.empty();
        }
        List<Term> lane = terms().filter(other ->
                        !known(other.supports()).isEmpty() && !other.stage().ended())
                .filter(other -> other.kind() == term.kind() && sameSides(other, term))
                .filter(other -> unit(other).equals(unit(term)))
                .filter(other -> other.subject().quantity().isPresent())
                .toList();
        boolean said = lane.stream()
                .anyMatch(other -> Figures.same(other.subject().quantity().orElseThrow(), figure.get()));
        return said
                ? Optional.empty()
                : lane.stream().filter(other -> together(asked, other)).findFirst();
    }

    /** Whether nothing dates the claim, or it is dated as the other. */
    private static boolean together(Statement asked, Term other) {
        var moment = Timing.moment(asked);
        var agreed = other.schedule().agreed();
        return moment == null || agreed == null || Timing.gap(moment, agreed) <= Timing.AGREED_DAYS;
    }

    private boolean sameSides(Term one, Term other) {
        return groups(one.from()).equals(groups(other.from()))
                && groups(one.to()).equals(groups(other.to()));
    }

    private Set<String> groups(List<String> organizations) {
        return organizations.stream().map(directory::groupOf).collect(Collectors.toSet());
    }

    private static String unit(Term term) {
        var money = term.subject().money();
        if (money != null) {
            return money.currency() + money.per();
        }
        return term.subject().power() != null ? "MW" : "units";
    }

    private Stream<Term> terms() {
        return deals.stream().flatMap(deal -> deal.terms().stream());
    }

    /** Whether the values that only checked claims give are others than those that known claims give. */
    private boolean differs(Conflict conflict, String id) {
        return conflict.rivals().stream()
                .filter(rival -> rival.claims().contains(id))
                .allMatch(rival -> known(rival.claims()).isEmpty());
    }

    private String value(Term term, String aspect, String id) {
        return term.conflicts().stream()
                .filter(conflict -> conflict.aspect().equals(aspect))
                .flatMap(conflict -> {
                    String here = values(conflict, rival -> rival.claims().contains(id));
                    String there =
                            values(conflict, rival -> !known(rival.claims()).isEmpty());
                    return here.isEmpty() ? Stream.empty() : Stream.of(here + ", others say " + there);
                })
                .findFirst()
                .orElse("others say otherwise");
    }

    private static String values(Conflict conflict, Predicate<Conflict.Rival> which) {
        return conflict.rivals().stream()
                .filter(which)
                .map(Conflict.Rival::value)
                .collect(Collectors.joining(" or "));
    }

    private List<String> known(Collection<String> claims) {
        return claims.stream().filter(c -> !asked.contains(c)).sorted().toList();
    }

    /** The id under which the deal is stored, or one that leads to it: that of its first known claim. */
    private String dealOf(Deal deal) {
        return asked.contains(deal.id()) ? known(deal.claims()).getFirst() : deal.id();
    }

    private static Finding found(
            SourcedClaim claim, Verdict verdict, String how, @Nullable String deal, List<String> claims) {
        return new Finding(claim, verdict, how, claims.isEmpty() ? deal : claims.getFirst(), claims);
    }
}
