package org.dealgraph.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Capacity;
import org.dealgraph.answer.ChipMix;
import org.dealgraph.answer.Commitments;
import org.dealgraph.answer.Concentration;
import org.dealgraph.answer.CrossHolding;
import org.dealgraph.answer.Dollars;
import org.dealgraph.answer.FigureConflict;
import org.dealgraph.answer.Obligations;
import org.dealgraph.answer.Scope;
import org.dealgraph.answer.SelfFunding;
import org.dealgraph.answer.Stakeholders;
import org.dealgraph.answer.Stress;
import org.dealgraph.answer.TermConflict;
import org.dealgraph.answer.UnitPrice;
import org.dealgraph.answer.dependence.Dependence;
import org.dealgraph.answer.dependence.Needs;
import org.dealgraph.answer.dependence.Node;
import org.dealgraph.answer.dependence.Outage;
import org.dealgraph.answer.dependence.Reliance;
import org.dealgraph.answer.loop.FlowFilter;
import org.dealgraph.answer.loop.FlowGraph;
import org.dealgraph.answer.loop.Loops;
import org.dealgraph.answer.margin.Waterfall;
import org.dealgraph.answer.shift.Ranking;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Figure;
import org.dealgraph.model.Interval;
import org.dealgraph.model.MarginPath;
import org.dealgraph.model.Moment;
import org.dealgraph.model.OrganizationType;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/**
 * Everything at one moment, and the answers that follow from it: what GraphQL, briefings and the explorer ask. Organizations
 * are named by their registry key or, where an answer speaks of groups, by their group's. A question that the arithmetic
 * refuses throws an {@link IllegalArgumentException} that says why. Safe for many threads; the same question has the same
 * answer for as long as it lives.
 */
public final class Inquiry {

    private final Snapshot snapshot;
    private final Catalogue catalogue;
    private final Supplier<List<Figure>> book;
    private final @Nullable LocalDate day;
    private @Nullable List<Figure> figures;

    Inquiry(Snapshot snapshot, Catalogue catalogue, Supplier<List<Figure>> book) {
        this.snapshot = snapshot;
        this.catalogue = catalogue;
        this.book = book;
        this.day = snapshot.moment().asOf() == null
                ? null
                : Objects.requireNonNull(snapshot.moment().asOf()).latest();
    }

    public Moment moment() {
        return snapshot.moment();
    }

    /** Its deals. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** Whose standing edges count, or null for those of today. */
    public @Nullable LocalDate day() {
        return day;
    }

    /** The group of an organization on that day. */
    public String groupOf(String organization) {
        return catalogue.groupOf(organization, day);
    }

    /** What documents had reported. */
    public synchronized List<Figure> figures() {
        List<Figure> known = figures;
        if (known == null) {
            known = book.get();
            figures = known;
        }
        return known;
    }

    /** Its obligations by group. */
    public Obligations obligations() {
        return snapshot.answer("obligations", () -> Obligations.of(snapshot.terms(), this::groupOf));
    }

    /** Who has committed what to whom. */
    public List<Commitments.Group> commitments(Commitments.Question question) {
        return Commitments.of(obligations().of(question.scope()), question, catalogue.rates()::find);
    }

    /** Those who owe, or are owed, by their totals in dollars, one ranking a category. */
    public List<Ranking> rankings(Scope scope, Set<ClaimKind> kinds, Basis basis, Commitments.By side) {
        return Ranking.of(
                commitments(new Commitments.Question(scope, kinds, basis, Set.of(side))),
                side == Commitments.By.FROM ? Commitments.Key::from : Commitments.Key::to);
    }

    /** Megawatts; {@code from} of the scope are the providers, {@code to} the users. */
    public List<Capacity> capacity(Scope scope, Basis basis, Set<Capacity.Grouping> by) {
        return Capacity.of(deals(obligations().of(scope)), scope, basis, by);
    }

    /** The chips of an organization's group. */
    public List<ChipMix> chipMix(String organization, Basis basis) {
        String group = groupOf(organization);
        return ChipMix.of(deals(obligations().forSakeOf(group)), group, this::groupOf, this::cloud, basis);
    }

    /** What the deals of some groups imply for the price of what they buy; of all deals where nobody is named. */
    public Map<Deal, List<UnitPrice>> unitPrices(Set<String> groups) {
        Map<Deal, List<UnitPrice>> prices = new LinkedHashMap<>();
        Collection<Deal> asked = groups.isEmpty()
                ? snapshot.deals()
                : deals(groups.stream()
                        .flatMap(group -> Stream.concat(
                                obligations().from(group).stream(), obligations().forSakeOf(group).stream()))
                        .toList());
        for (Deal deal : asked) {
            List<UnitPrice> implied = UnitPrice.of(deal.terms(), this::cloud);
            if (!implied.isEmpty()) {
                prices.put(deal, implied);
            }
        }
        return prices;
    }

    /** How far two rely on each other, as documents report it and as the obligations between them tell. */
    public Reliance reliance(String customer, String supplier) {
        return Reliance.of(figures(), inDollars(), groupOf(customer), groupOf(supplier));
    }

    /** How much of sellers' backlogs rests on customers; every reported pair where a side names nobody. */
    public List<Concentration> concentration(Set<String> holders, Set<String> counterparties) {
        return Concentration.of(figures(), inDollars(), holders, counterparties);
    }

    /** What a vendor puts into its own customers; the revenue of a period, or the latest. */
    public List<SelfFunding> selfFunding(String vendor, @Nullable String period) {
        return SelfFunding.of(groupOf(vendor), inDollars(), figures(), period);
    }

    /** Who passes value to whom. */
    public FlowGraph flows(FlowFilter filter) {
        record Key(FlowFilter filter) {}
        return snapshot.answer(new Key(filter), () -> FlowGraph.of(snapshot.terms(), this::groupOf, filter));
    }

    /** The loops among those flows. */
    public Loops loops(FlowFilter filter, Loops.Question question) {
        record Key(FlowFilter filter, Loops.Question question) {}
        return snapshot.answer(new Key(filter, question), () -> Loops.of(flows(filter), question));
    }

    /** Investors that also trade with those they invest in. */
    public List<CrossHolding> crossHoldings() {
        return snapshot.answer("cross holdings", () -> CrossHolding.of(snapshot.terms(), this::groupOf));
    }

    /** Who is hit when an organization leaves a share of what it owes unpaid. */
    public Stress stress(String organization, BigDecimal unpaid, int steps, Basis basis) {
        return Stress.of(obligations(), groupOf(organization), unpaid, steps, basis);
    }

    /** What everything needs, with what the asker runs. */
    public Needs needs(List<Dependence.Use> stack) {
        record Key(List<Dependence.Use> stack) {}
        return snapshot.answer(new Key(stack), () -> Dependence.needs(snapshot.terms(), catalogue, day, stack));
    }

    /** What a node rests on. */
    public Dependence dependence(Node node, List<Dependence.Use> stack, int depth) {
        return new Dependence(needs(stack), node, depth);
    }

    /** What becomes of others when something stops. */
    public Outage outage(Set<Node> causes, List<Dependence.Use> stack, int depth) {
        return Outage.of(needs(stack), causes, depth);
    }

    /** Who has to do with some obligations. */
    public List<Stakeholders.Stake> stakeholders(Collection<Term> terms, int steps) {
        return Stakeholders.of(terms, needs(List.of()), this::groupOf, this::cloud, steps);
    }

    /** Who keeps what of a sum; null for the sum that the path names. */
    public Waterfall margin(MarginPath path, @Nullable Interval price, Collection<Waterfall.Override> overrides) {
        return Waterfall.of(catalogue.margins(), path, price, overrides);
    }

    /** Where documents disagree on a figure. */
    public List<FigureConflict> figureConflicts() {
        return FigureConflict.among(figures());
    }

    /** Where sources disagree on a term. */
    public List<TermConflict> termConflicts() {
        return snapshot.answer("term conflicts", () -> TermConflict.among(snapshot.deals()));
    }

    /** Its obligations with their money in dollars, at the rate of their day; what cannot be converted is not among them. */
    public Obligations inDollars() {
        return snapshot.answer(
                "obligations in dollars",
                () -> Obligations.of(
                        Dollars.of(snapshot.terms(), catalogue.rates()::find).terms(), this::groupOf));
    }

    /** The terms of some ids that it holds. */
    public List<Term> terms(Collection<String> ids) {
        Map<String, Term> byId = snapshot.termsById();
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    private Collection<Deal> deals(Collection<Term> terms) {
        return terms.size() >= snapshot.terms().size()
                ? snapshot.deals()
                : terms.stream()
                        .flatMap(term -> snapshot.find(term.id()).stream())
                        .distinct()
                        .toList();
    }

    /** Whether an organization, or its group, runs computing for others. */
    private boolean cloud(String organization) {
        return Stream.of(organization, groupOf(organization))
                .flatMap(id -> catalogue.findOrganization(id).stream())
                .flatMap(known -> known.types().stream())
                .anyMatch(type -> type == OrganizationType.HYPERSCALER || type == OrganizationType.NEOCLOUD);
    }

    /** Leads an organization to its group on the day. */
    public UnaryOperator<String> grouping() {
        return this::groupOf;
    }
}
