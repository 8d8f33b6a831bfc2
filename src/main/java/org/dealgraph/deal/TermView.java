package org.dealgraph.deal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Conflict;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Power;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** Makes the term that a cluster's statements add up to: each aspect chosen by rule, every rival kept. */
final class TermView {

    private static final double TENURE_SLACK = 0.1;

    private final Cluster cluster;
    private final Gate gate;
    private final List<Statement> speaking;
    private final Authority authority;
    private final List<Conflict> conflicts = new ArrayList<>();

    private TermView(Cluster cluster, Gate gate) {
        this.cluster = cluster;
        this.gate = gate;
        this.speaking = Life.believed(cluster.shaping(), gate);
        this.authority = new Authority(gate, s -> 0);
    }

    /**
     * The term.
     *
     * @param cluster its statements
     * @param gate the confidence gate
     * @param links its links to other terms
     * @param more conflicts found between clusters, such as one of direction
     */
    static Term of(Cluster cluster, Gate gate, List<Term.TermLink> links, List<Conflict> more) {
        return new TermView(cluster, gate).make(links, more);
    }

    private Term make(List<Term.TermLink> links, List<Conflict> more) {
        Statement best = lead();
        Claim.Subject subject = subject(best.claim().subject());
        Claim.Schedule schedule = schedule();
        PartialDate published = cluster.all().stream()
                .map(s -> s.sourced().published())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        boolean assumed = schedule.agreed() == null;
        Life life = Life.of(cluster, authority);
        boolean denied = denied();
        conflicts.addAll(more);
        return new Term(
                cluster.id(),
                best.kind(),
                best.sourced().from(),
                best.kind() == ClaimKind.BUILD ? List.of() : best.sourced().to(),
                beneficiaries(),
                subject,
                new Claim.Schedule(
                        assumed ? published : schedule.agreed(),
                        schedule.start(),
                        schedule.end(),
                        schedule.termYears(),
                        schedule.milestones()),
                assumed,
                life.stage(),
                Life.flags(cluster, gate, life.stage()),
                life.history(),
                Statement.ids(cluster.asserts()),
                Statement.ids(disputing()),
                Statement.ids(cluster.ends()),
                Cluster.sources(cluster.asserts()),
                published,
                counts() && !denied,
                links,
                List.copyOf(conflicts));
    }

    private List<Statement> disputing() {
        List<Statement> all = new ArrayList<>(cluster.disputes());
        all.addAll(cluster.denies());
        return all;
    }

    private boolean counts() {
        return cluster.asserts().stream().anyMatch(s -> gate.passes(s.sourced()))
                || Cluster.sources(cluster.asserts()) >= 2;
    }

    /** Denied by a voice as good as the best that asserts it, and not asserted again since. */
    private boolean denied() {
        List<Statement> denials = Life.believed(cluster.denies(), gate);
        if (denials.isEmpty() || cluster.asserts().isEmpty()) {
            return !denials.isEmpty();
        }
        Statement denial = denials.stream().min(authority).orElseThrow();
        Statement best = cluster.asserts().stream().min(authority).orElseThrow();
        boolean outranks = Authority.voice(denial) <= Authority.voice(best) && gate.passes(denial.sourced());
        List<Statement> both = new ArrayList<>(List.of(outranks ? denial : best, outranks ? best : denial));
        conflicts.add(Choice.conflict(
                "existence",
                both,
                s -> s.asserts() ? "asserted" : "denied",
                outranks ? "a denial by an equal or better voice" : "the denial's voice is the lesser"));
        return outranks;
    }

    /** The statement whose figure is shown; its parties are shown as it writes them. */
    private Statement lead() {
        Optional<Choice> amount = Amount.of(speaking, gate);
        amount.map(Choice::conflict).ifPresent(conflicts::add);
        return amount.map(Choice::statement)
                .orElseGet(() -> speaking.stream().min(authority).orElseThrow());
    }

    private Claim.Subject subject(Claim.Subject lead) {
        Power power = lead.power() != null
                ? lead.power()
                : choose(
                        "power",
                        s -> s.claim().subject().power(),
                        (a, b) -> Figures.same(a.megawatts(), b.megawatts()));
        return new Claim.Subject(
                lead.money(),
                power,
                lead.units() != null
                        ? lead.units()
                        : choose("units", s -> s.claim().subject().units(), Figures::same),
                choose("product", s -> s.claim().subject().product(), (a, b) -> true),
                lead.right() != null
                        ? lead.right()
                        : speaking.getFirst().claim().subject().right(),
                instrument(),
                choose("site", s -> s.claim().subject().site(), (a, b) -> true));
    }

    /** Most must call it a holding for it to be one: an investment leads to a holding of the same sum. */
    private @Nullable Instrument instrument() {
        long holdings = speaking.stream()
                .filter(s -> s.claim().subject().instrument() == Instrument.HOLDING)
                .count();
        if (2 * holdings > speaking.size()) {
            return Instrument.HOLDING;
        }
        return choose(
                "instrument",
                s -> s.claim().subject().instrument() == Instrument.HOLDING
                        ? null
                        : s.claim().subject().instrument(),
                Object::equals);
    }

    private Claim.Schedule schedule() {
        return new Claim.Schedule(
                date("agreed", s -> s.claim().schedule().agreed()),
                date("start", s -> s.claim().schedule().start()),
                date("end", s -> s.claim().schedule().end()),
                choose(
                        "termYears",
                        s -> s.claim().schedule().termYears(),
                        (a, b) -> Math.abs(a - b) <= TENURE_SLACK * a),
                Steps.of(speaking, authority, conflicts));
    }

    /** The believed date, as precisely as any that agrees with it says. */
    private @Nullable PartialDate date(String aspect, Function<Statement, @Nullable PartialDate> date) {
        PartialDate believed = choose(aspect, date, PartialDate::overlaps);
        if (believed == null) {
            return null;
        }
        return speaking.stream()
                .map(date)
                .filter(Objects::nonNull)
                .filter(other -> !other.earliest().isBefore(believed.earliest())
                        && !other.latest().isAfter(believed.latest()))
                .min(Comparator.comparingLong(TermView::precise).thenComparing(PartialDate::text))
                .filter(other -> precise(other) < precise(believed))
                .orElse(believed);
    }

    private static long precise(PartialDate date) {
        return date.latest().toEpochDay() - date.earliest().toEpochDay();
    }

    private <T> @Nullable T choose(String aspect, Function<Statement, @Nullable T> value, BiPredicate<T, T> agree) {
        Authority judge = aspect.equals("end") && rights() ? amended() : authority;
        Optional<Choice> choice = Choice.between(aspect, speaking, value, agree, judge);
        choice.map(Choice::conflict).ifPresent(conflicts::add);
        return choice.map(Choice::statement).map(value).orElse(null);
    }

    private boolean rights() {
        return speaking.getFirst().kind() == ClaimKind.RIGHT;
    }

    /** A right's later wording amends the earlier: more recent statements count as better agreed. */
    private Authority amended() {
        List<Statement> oldestFirst = speaking.stream()
                .sorted(Comparator.comparing(Statement::sourced, Statement::byFounding))
                .toList();
        return new Authority(gate, oldestFirst::indexOf);
    }

    private List<String> beneficiaries() {
        Collection<Statement> named = speaking.stream()
                .filter(s -> !s.sourced().beneficiaries().isEmpty())
                .toList();
        return named.stream()
                .min(authority)
                .map(s -> s.sourced().beneficiaries())
                .orElse(List.of());
    }
}
