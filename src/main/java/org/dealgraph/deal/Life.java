package org.dealgraph.deal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.Flag;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/**
 * How far a term has come, step by step. Background remarks do not move a term that the news has placed; a lesser voice
 * does not turn a letter of intent into an agreement; only a party or a filing takes a step back, and
 * "agreed" is none, since it says less than "signed" and not otherwise; an end holds until a
 * later piece of news asserts the term again.
 *
 * @param stage where it stands
 * @param history each step, oldest first
 */
record Life(Stage stage, List<Term.Step> history) {

    private static final long JUST_KNOWN_DAYS = 7;

    private static final Comparator<Statement> BY_TIME =
            Comparator.comparing(Life::when, Comparator.nullsLast(Comparator.naturalOrder()));

    static Life of(Cluster cluster, Authority authority) {
        List<Term.Step> steps = new ArrayList<>();
        Statement holder = null;
        for (Statement statement : telling(cluster.asserts(), authority)) {
            Stage stage = statement.claim().standing().stage();
            if (holder == null || accepts(statement, holder, authority)) {
                append(steps, stage, statement);
                holder = holder == null || stage != holder.claim().standing().stage() ? statement : holder;
            }
        }
        List<Statement> ends = ends(cluster, authority.gate());
        ends.stream().min(BY_TIME.thenComparing(Statement::id)).ifPresent(end -> append(steps, ended(end), end));
        Stage stage = steps.isEmpty() ? placeholder(cluster) : steps.getLast().stage();
        return new Life(stage, List.copyOf(steps));
    }

    /** What makes it less than firm, as any believed assertion says; money moved settles conditions and options. */
    static Set<Flag> flags(Cluster cluster, Gate gate, Stage stage) {
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        believed(cluster.asserts(), gate)
                .forEach(s -> flags.addAll(s.claim().standing().flags()));
        if (stage == Stage.CLOSED) {
            flags.remove(Flag.CONDITIONAL);
            flags.remove(Flag.OPTIONAL);
        }
        return flags;
    }

    /** Those above the gate, or all where none is. */
    static List<Statement> believed(Collection<Statement> statements, Gate gate) {
        List<Statement> passing =
                statements.stream().filter(s -> gate.passes(s.sourced())).toList();
        return passing.isEmpty() ? List.copyOf(statements) : passing;
    }

    private static List<Statement> telling(Collection<Statement> asserts, Authority authority) {
        List<Statement> believed = believed(asserts, authority.gate());
        List<Statement> news = believed.stream().filter(s -> s.claim().core()).toList();
        return (news.isEmpty() ? believed : news)
                .stream().sorted(BY_TIME.thenComparing(authority)).toList();
    }

    private static boolean accepts(Statement next, Statement holder, Authority authority) {
        int step = next.claim()
                .standing()
                .stage()
                .compareTo(holder.claim().standing().stage());
        if (step == 0) {
            return true;
        }
        boolean later = after(next, holder);
        if (step < 0) {
            return later
                    && !next.claim().standing().stage().agreed()
                    && Authority.voice(next) <= Attribution.Voice.PARTY.ordinal()
                    && authority.equalOrBetter(next, holder);
        }
        boolean heard = Authority.hearing(next) <= Authority.hearing(holder)
                || Authority.voice(next) <= Attribution.Voice.NAMED_OUTLET.ordinal()
                || next.claim().standing().stage().compareTo(Stage.DEFINITIVE) >= 0;
        return heard && (later || authority.equalOrBetter(next, holder));
    }

    private static List<Statement> ends(Cluster cluster, Gate gate) {
        Optional<Statement> last = cluster.asserts().stream()
                .filter(s -> s.news() != null)
                .max(Comparator.comparing(Life::published, Comparator.nullsFirst(Comparator.naturalOrder())));
        List<Statement> believed = cluster.ends().stream()
                .filter(end -> gate.passes(end.sourced()))
                .filter(end -> last.isEmpty() || !after(last.get(), end))
                .toList();
        boolean heard = Cluster.sources(believed) > 1 || believed.stream().anyMatch(end -> weighs(end, cluster));
        return heard ? believed : List.of();
    }

    /** An author alone does not end what has only just become known. */
    private static boolean weighs(Statement end, Cluster cluster) {
        PartialDate told = end.knownBy();
        return end.claim().attribution().voice() != Attribution.Voice.AUTHOR
                || told == null
                || cluster.asserts().stream()
                        .map(Statement::knownBy)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .map(first -> Timing.gap(first, told) > JUST_KNOWN_DAYS)
                        .orElse(true);
    }

    private static Stage ended(Statement end) {
        Stage stage = end.claim().standing().stage();
        return stage.ended() ? stage : Stage.CANCELLED;
    }

    /** A term that nothing asserts: denied, or ended by a claim below the gate. */
    private static Stage placeholder(Cluster cluster) {
        Stage stage = cluster.shaping().getFirst().claim().standing().stage();
        return stage.ended() ? stage : Stage.TALKS;
    }

    private static void append(List<Term.Step> steps, Stage stage, Statement statement) {
        if (!steps.isEmpty() && steps.getLast().stage() == stage) {
            Term.Step last = steps.removeLast();
            List<String> claims = new ArrayList<>(last.claims());
            claims.add(statement.id());
            steps.add(new Term.Step(stage, last.on(), claims.stream().sorted().toList()));
        } else {
            steps.add(new Term.Step(stage, when(statement), List.of(statement.id())));
        }
    }

    private static @Nullable PartialDate when(Statement statement) {
        PartialDate moment = statement.asserts() ? Timing.moment(statement) : null;
        return moment != null ? moment : statement.sourced().published();
    }

    private static @Nullable PartialDate published(Statement statement) {
        return statement.sourced().published();
    }

    private static boolean after(Statement a, Statement b) {
        PartialDate x = a.sourced().published();
        PartialDate y = b.sourced().published();
        return x != null && y != null && x.earliest().isAfter(y.latest());
    }
}
