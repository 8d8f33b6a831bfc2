package org.dealgraph.deal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.model.Interval;

/** The statements of one obligation, while it is being put together. */
final class Cluster {

    private final List<Statement> asserts = new ArrayList<>();
    private final List<Statement> denies = new ArrayList<>();
    private final List<Statement> ends = new ArrayList<>();
    private final List<Statement> disputes = new ArrayList<>();

    Cluster(Statement founder) {
        add(founder);
    }

    void add(Statement statement) {
        switch (statement.claim().standing().polarity()) {
            case ASSERTS -> asserts.add(statement);
            case DENIES -> denies.add(statement);
            case ENDS -> ends.add(statement);
        }
    }

    void absorb(Cluster other) {
        asserts.addAll(other.asserts);
        denies.addAll(other.denies);
        ends.addAll(other.ends);
        disputes.addAll(other.disputes);
    }

    /** Another reading of the same obligation, which stays what it says and counts for nothing. */
    void dispute(Collection<Statement> readings) {
        disputes.addAll(readings);
    }

    /** Takes some of its assertions out. */
    void release(Collection<Statement> statements) {
        asserts.removeAll(statements);
    }

    /** Leaves it without statements. */
    void clear() {
        List.of(asserts, denies, ends, disputes).forEach(List::clear);
    }

    List<Statement> asserts() {
        return Collections.unmodifiableList(asserts);
    }

    List<Statement> denies() {
        return Collections.unmodifiableList(denies);
    }

    List<Statement> ends() {
        return Collections.unmodifiableList(ends);
    }

    List<Statement> disputes() {
        return Collections.unmodifiableList(disputes);
    }

    /** What was said of it as it is: all but the disputes. */
    List<Statement> own() {
        return Stream.of(asserts, ends, denies).flatMap(List::stream).toList();
    }

    List<Statement> all() {
        return Stream.concat(own().stream(), disputes.stream()).toList();
    }

    /** The statements that shape it: assertions, else what ends or denies it. */
    List<Statement> shaping() {
        return !asserts.isEmpty() ? asserts() : !ends.isEmpty() ? ends() : denies();
    }

    boolean empty() {
        return asserts.isEmpty() && ends.isEmpty() && denies.isEmpty();
    }

    Statement founder() {
        return shaping().stream()
                .min(Comparator.comparing(Statement::sourced, Statement::byFounding))
                .orElseThrow();
    }

    /** Its id: the founding claim's. */
    String id() {
        return founder().id();
    }

    /** The figure that most of its independent sources give; none for rights and bare products. */
    Optional<Interval> figure() {
        return shaping().stream()
                .filter(s -> s.quantity().isPresent())
                .min(Comparator.comparing(Statement::sourced, Statement::byFounding))
                .flatMap(Statement::quantity);
    }

    boolean sharesArticle(Cluster other) {
        Set<String> articles = articles();
        return other.own().stream().anyMatch(s -> articles.contains(s.claim().article()));
    }

    Set<String> articles() {
        return own().stream().map(s -> s.claim().article()).collect(Collectors.toSet());
    }

    static int sources(Collection<Statement> statements) {
        return (int) statements.stream()
                .map(s -> s.sourced().independence())
                .distinct()
                .count();
    }
}
