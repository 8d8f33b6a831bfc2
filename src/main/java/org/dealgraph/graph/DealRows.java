package org.dealgraph.graph;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Milestone;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** Deals as parameters: the properties that questions look at, and the record itself as {@code body}. */
final class DealRows {

    private DealRows() {}

    static List<Map<String, @Nullable Object>> deals(Collection<Deal> deals) {
        return deals.stream().map(deal -> deal(deal).map()).toList();
    }

    /** A row for each link of each term. */
    static List<Map<String, @Nullable Object>> links(Collection<Deal> deals) {
        return deals.stream()
                .flatMap(deal -> deal.terms().stream())
                .flatMap(term -> term.links().stream()
                        .map(link -> new Row()
                                .with("term", term.id())
                                .with("kind", link.kind())
                                .with("other", link.term())
                                .with("claims", link.claims())
                                .map()))
                .toList();
    }

    private static Row deal(Deal deal) {
        return new Row()
                .with("id", deal.id())
                .with("parties", deal.parties())
                .with(
                        "terms",
                        deal.terms().stream().map(term -> term(term).map()).toList())
                .with(
                        "properties",
                        new Row()
                                .with("slug", deal.slug())
                                .with("title", deal.title())
                                .with("claims", deal.claims())
                                .with("agreed", deal.agreed())
                                .with("published", deal.published())
                                .with("amount", DealOrder.largestInDollars(deal))
                                .with("body", Json.write(deal)));
    }

    private static Row term(Term term) {
        return new Row()
                .with("id", term.id())
                .with("from", term.from())
                .with("to", term.to())
                .with("for", term.beneficiaries())
                .with("product", term.subject().product())
                .with("site", term.subject().site())
                .with("supports", term.supports())
                .with("disputes", term.disputes())
                .with("ends", term.ends())
                .with(
                        "milestones",
                        term.schedule().milestones().stream()
                                .map(m -> milestone(m).map())
                                .toList())
                .with("properties", properties(term));
    }

    private static Row milestone(Milestone m) {
        var money = m.money();
        var power = m.power();
        return new Row()
                .with("sort", m.sort())
                .with("amount", money == null ? null : money.amount().value().doubleValue())
                .with("currency", money == null ? null : money.currency())
                .with(
                        "megawatts",
                        power == null ? null : power.megawatts().value().doubleValue())
                .with("units", m.units() == null ? null : m.units().value().doubleValue())
                .with("by", m.by())
                .with("upon", m.upon())
                .with("claims", m.claims());
    }

    private static Row properties(Term term) {
        var subject = term.subject();
        var money = subject.money();
        var power = subject.power();
        Row row = new Row()
                .with("kind", term.kind())
                .with("stage", term.stage())
                .with("flags", term.flags().stream().map(Enum::name).sorted().toList())
                .with("counted", term.counted())
                .with("independentSources", term.independentSources())
                .with("agreed", term.schedule().agreed())
                .with("start", term.schedule().start())
                .with("end", term.schedule().end())
                .with("published", term.published())
                .with("product", subject.product())
                .with("site", subject.site())
                .with("right", subject.right())
                .with("instrument", subject.instrument())
                .with("currency", money == null ? null : money.currency())
                .with("per", money == null ? null : money.per())
                .with("layer", power == null ? null : power.layer())
                .with("measure", power == null ? null : power.measure());
        interval(row, "amount", money == null ? null : money.amount());
        interval(row, "megawatts", power == null ? null : power.megawatts());
        interval(row, "units", subject.units());
        return row;
    }

    /** For filters and orders only: the exact decimals are in the deal's body. */
    private static void interval(Row row, String name, @Nullable Interval interval) {
        row.with(name, interval == null ? null : interval.value().doubleValue())
                .with(name + "Low", interval == null ? null : interval.low().doubleValue())
                .with(
                        name + "High",
                        interval == null
                                ? null
                                : interval.upper().map(BigDecimal::doubleValue).orElse(null))
                .with(name + "Bound", interval == null ? null : interval.bound());
    }
}
