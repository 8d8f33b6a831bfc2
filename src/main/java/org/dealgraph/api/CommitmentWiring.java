package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Category;
import org.dealgraph.answer.Commitments;
import org.dealgraph.answer.Payable;
import org.dealgraph.answer.Scope;
import org.dealgraph.answer.Total;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.ExchangeRate;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Power;
import org.dealgraph.model.Term;
import org.dealgraph.pipeline.Inquiries;
import org.dealgraph.pipeline.Inquiry;
import org.jspecify.annotations.Nullable;

/** The fields of commitments and their totals. */
@Singleton
final class CommitmentWiring implements TopicWiring {

    private static final int MOST_GROUPS = 500;

    private final Inquiries inquiries;
    private final Organizations organizations;
    private final Catalogue catalogue;

    CommitmentWiring(Inquiries inquiries, Organizations organizations, Catalogue catalogue) {
        this.inquiries = inquiries;
        this.organizations = organizations;
        this.catalogue = catalogue;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("commitments", this::commitments));
        wiring.type(
                "CommitmentGroup",
                type -> type.dataFetcher(
                                "from",
                                Wirings.with(
                                        Group.class,
                                        (env, g) -> organization(env, g.key().from())))
                        .dataFetcher(
                                "to",
                                Wirings.with(
                                        Group.class,
                                        (env, g) -> organization(env, g.key().to())))
                        .dataFetcher(
                                "kind", Wirings.of(Group.class, g -> g.key().kind()))
                        .dataFetcher(
                                "year", Wirings.of(Group.class, g -> g.key().year())));
        wiring.type(
                "Total",
                type -> type.dataFetcher("kind", sum(t -> t.total().category().kind()))
                        .dataFetcher("sort", sum(t -> sort(t.total().category())))
                        .dataFetcher("unit", sum(t -> t.total().category().unit()))
                        .dataFetcher("strength", sum(t -> t.total().basis()))
                        .dataFetcher(
                                "money",
                                sum(t -> money(t.total().category(), t.total().amount())))
                        .dataFetcher(
                                "power",
                                sum(t -> power(t.total().category(), t.total().amount())))
                        .dataFetcher(
                                "units",
                                sum(t -> units(t.total().category(), t.total().amount())))
                        .dataFetcher("claims", Wirings.with(Sum.class, (env, t) -> Loaders.claims(env, t.claims()))));
        wiring.type(
                "Payable",
                type -> type.dataFetcher(
                                "kind", Wirings.of(Due.class, d -> d.category().kind()))
                        .dataFetcher("sort", Wirings.of(Due.class, d -> sort(d.category())))
                        .dataFetcher(
                                "unit", Wirings.of(Due.class, d -> d.category().unit()))
                        .dataFetcher("derived", env -> true));
        wiring.type(
                "PayableYear",
                type -> type.dataFetcher("money", Wirings.of(Year.class, y -> money(y.category(), y.amount())))
                        .dataFetcher("power", Wirings.of(Year.class, y -> power(y.category(), y.amount()))));
    }

    private Object commitments(DataFetchingEnvironment env) {
        Moment moment = Moments.of(env);
        Inquiry inquiry = inquiries.at(moment);
        Asked asked = Asked.of(env, organizations, moment);
        int first = Objects.requireNonNull(env.<Integer>getArgument("first"));
        if (first < 1 || first > MOST_GROUPS) {
            throw new BadArgument("first: must be from 1 to " + MOST_GROUPS + ", not " + first);
        }
        Answer answer = inquiry.snapshot().answer(asked, () -> answer(inquiry, asked));
        return Moments.at(
                moment,
                new Answer(
                        answer.strength(),
                        moment,
                        answer.revision(),
                        answer.groupCount(),
                        answer.groups().stream().limit(first).toList(),
                        answer.totals(),
                        answer.dollars()));
    }

    private Answer answer(Inquiry inquiry, Asked asked) {
        Map<String, Term> byId = inquiry.snapshot().termsById();
        List<Group> groups = inquiry.commitments(asked.question(catalogue, asked.by())).stream()
                .map(group -> Group.of(group, byId))
                .toList();
        List<Group> whole = inquiry.commitments(asked.question(catalogue, Set.of())).stream()
                .map(group -> Group.of(group, byId))
                .toList();
        return new Answer(
                asked.basis(),
                inquiry.moment(),
                Long.toString(inquiry.snapshot().revision()),
                groups.size(),
                groups,
                whole.stream().flatMap(group -> group.totals().stream()).toList(),
                whole.stream().flatMap(group -> group.dollars().stream()).toList());
    }

    private static @Nullable Object organization(DataFetchingEnvironment env, @Nullable String id) {
        return id == null || id.isEmpty() ? null : Loaders.organization(env, id);
    }

    private static graphql.schema.DataFetcher<@Nullable Object> sum(
            java.util.function.Function<Sum, @Nullable Object> field) {
        return Wirings.of(Sum.class, field);
    }

    static String sort(Category category) {
        return category.sort().isEmpty() ? "PLAIN" : category.sort();
    }

    static @Nullable Money money(Category category, Interval amount) {
        return category.unit().matches("[A-Z]{3}") ? Money.of(amount, category.unit()) : null;
    }

    private static @Nullable Power power(Category category, Interval amount) {
        return category.unit().equals("MW")
                ? new Power(amount, Power.Measure.UNSTATED, Power.Layer.valueOf(category.sort()))
                : null;
    }

    private static @Nullable Interval units(Category category, Interval amount) {
        return category.unit().startsWith("units of") ? amount : null;
    }

    /** The question as a value, so that its answer can be kept. */
    private record Asked(
            Set<String> from,
            Set<String> to,
            Set<ClaimKind> kinds,
            Basis basis,
            Set<Commitments.By> by,
            @Nullable Integer year,
            @Nullable Boolean begun,
            boolean rollUp,
            @Nullable LocalDate day,
            LocalDate today) {

        static Asked of(DataFetchingEnvironment env, Organizations organizations, Moment moment) {
            LocalDate day = moment.day();
            boolean rollUp = Boolean.TRUE.equals(env.<Boolean>getArgument("rollUp"));
            return new Asked(
                    organizations.keys(env.getArgument("from"), rollUp, day),
                    organizations.keys(env.getArgument("to"), rollUp, day),
                    Answers.choices(env.getArgument("kinds"), ClaimKind.class),
                    Basis.valueOf(String.valueOf(env.<Object>getArgument("strength"))),
                    Answers.choices(env.getArgument("by"), Commitments.By.class),
                    env.getArgument("year"),
                    env.getArgument("onBalanceSheet"),
                    rollUp,
                    day,
                    day == null ? today(moment) : day);
        }

        /** Without asOf, the day of what is known: today, or the last day that anything asked about can be known of. */
        private static LocalDate today(Moment moment) {
            PartialDate known = moment.knownAt();
            if (known != null) {
                return known.latest();
            }
            return moment.recordedAt() == null
                    ? LocalDate.now(ZoneOffset.UTC)
                    : LocalDate.ofInstant(moment.recordedAt(), ZoneOffset.UTC);
        }

        Commitments.Question question(Catalogue catalogue, Set<Commitments.By> split) {
            Scope.Commencement commencement = begun == null ? null : new Scope.Commencement(begun, today);
            Scope scope = new Scope(from, to, id -> rollUp ? catalogue.groupOf(id, day) : id, year, commencement);
            return new Commitments.Question(scope, kinds, basis, split);
        }
    }

    /** The answer as the schema has it. */
    record Answer(
            Basis strength,
            Moment moment,
            String revision,
            int groupCount,
            List<Group> groups,
            List<Sum> totals,
            List<Sum> dollars) {}

    /** A group with its terms. */
    record Group(Commitments.Key key, List<Sum> totals, List<Sum> dollars, List<Due> payable) {

        static Group of(Commitments.Group group, Map<String, Term> terms) {
            return new Group(
                    group.key(),
                    group.totals().stream().map(t -> Sum.of(t, terms, Map.of())).toList(),
                    group.dollars().stream()
                            .map(t -> Sum.of(t, terms, group.rates()))
                            .toList(),
                    group.payable().stream().map(p -> Due.of(p, terms)).toList());
        }
    }

    /** A total with its terms. */
    record Sum(Total total, List<Term> counted, List<Left> excluded, List<Used> rates) {

        static Sum of(Total total, Map<String, Term> terms, Map<String, ExchangeRate> rates) {
            List<Term> counted = total.counted().stream()
                    .map(terms::get)
                    .filter(Objects::nonNull)
                    .toList();
            Map<ExchangeRate, List<Term>> used = counted.stream()
                    .filter(term -> rates.containsKey(term.id()))
                    .collect(Collectors.groupingBy(
                            term -> Objects.requireNonNull(rates.get(term.id())),
                            java.util.LinkedHashMap::new,
                            Collectors.toList()));
            return new Sum(
                    total,
                    counted,
                    total.excluded().stream()
                            .flatMap(x -> Left.of(x, terms).stream())
                            .toList(),
                    used.entrySet().stream()
                            .map(e -> Used.of(e.getKey(), e.getValue()))
                            .toList());
        }

        List<String> claims() {
            return counted.stream()
                    .flatMap(term -> term.supports().stream())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** A term that is left out. */
    record Left(Term term, Total.Reason reason, @Nullable Money money) {

        static java.util.Optional<Left> of(Total.Excluded excluded, Map<String, Term> terms) {
            return java.util.Optional.ofNullable(terms.get(excluded.term()))
                    .map(term ->
                            new Left(term, excluded.reason(), term.subject().money()));
        }
    }

    /** A rate with what it converted. */
    record Used(
            String currency,
            PartialDate on,
            java.math.BigDecimal dollars,
            String publisher,
            String address,
            List<Term> terms) {

        static Used of(ExchangeRate rate, List<Term> terms) {
            return new Used(rate.currency(), rate.on(), rate.dollars(), rate.publisher(), rate.address(), terms);
        }
    }

    /** What falls due. */
    record Due(Category category, List<Year> years, List<Left> unscheduled) {

        static Due of(Payable payable, Map<String, Term> terms) {
            Category category = payable.total().category();
            return new Due(
                    category,
                    payable.years().entrySet().stream()
                            .map(e -> new Year(e.getKey(), category, e.getValue()))
                            .toList(),
                    payable.unscheduled().stream()
                            .flatMap(x -> Left.of(x, terms).stream())
                            .toList());
        }
    }

    /** A year's share. */
    record Year(int year, Category category, Interval amount) {}
}
