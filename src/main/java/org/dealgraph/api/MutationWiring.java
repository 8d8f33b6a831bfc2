package org.dealgraph.api;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.dealgraph.model.Judgement.Verdict;
import org.dealgraph.model.Scope;
import org.dealgraph.pipeline.Carried;
import org.dealgraph.pipeline.Curation;
import org.dealgraph.pipeline.Order;
import org.dealgraph.pipeline.Refusal;
import org.dealgraph.pipeline.Refusal.Code;
import org.dealgraph.pipeline.Retractions.Target;
import org.dealgraph.pipeline.Ruling;
import org.dealgraph.pipeline.Submissions;
import org.jspecify.annotations.Nullable;

/** The mutations about articles, claims, organizations and deals. */
@Singleton
final class MutationWiring implements TopicWiring {

    private static final Set<String> NAMED = Set.of("Organization", "Deal", "Term", "Claim", "Article");
    private static final int MOST_MERGED = 20;
    private static final int MOST_APART = 50;
    private static final int MOST_SPLIT = 200;
    private static final int LONGEST_ID = 2_000;

    private final Curation curation;
    private final Submissions submissions;

    MutationWiring(Curation curation, Submissions submissions) {
        this.curation = curation;
        this.submissions = submissions;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", this::fields);
    }

    private TypeRuntimeWiring.Builder fields(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("submitArticle", change(Scope.INTAKE, this::submitArticle))
                .dataFetcher(
                        "submitAddress",
                        change(Scope.INTAKE, (env, order) -> submissions.address(order, text(env, "address"))))
                .dataFetcher("judgeClaim", change(Scope.JUDGE, this::judgeClaim))
                .dataFetcher("judgeSameEntity", change(Scope.JUDGE, this::judgeSameEntity))
                .dataFetcher("mergeOrganizations", change(Scope.JUDGE, (env, order) -> chain(env, order, Verdict.SAME)))
                .dataFetcher(
                        "unmergeOrganizations", change(Scope.JUDGE, (env, order) -> chain(env, order, Verdict.UNSURE)))
                .dataFetcher("splitOrganization", change(Scope.JUDGE, this::splitOrganization))
                .dataFetcher("mergeDeals", change(Scope.JUDGE, this::mergeDeals))
                .dataFetcher(
                        "splitDeal",
                        change(
                                Scope.JUDGE,
                                (env, order) -> curation.splitDeal(order, ids(env, "claims", 1, MOST_SPLIT))))
                .dataFetcher("takeBack", change(Scope.JUDGE, (env, order) -> curation.takeBack(order, entry(env))))
                .dataFetcher("retract", change(Scope.JUDGE, (env, order) -> curation.retract(order, target(env))))
                .dataFetcher("restore", change(Scope.JUDGE, (env, order) -> curation.restore(order, target(env))));
    }

    private Carried submitArticle(DataFetchingEnvironment env, Order order) {
        return submissions.text(
                order,
                new Submissions.HandedIn(
                        text(env, "text"),
                        env.getArgument("title"),
                        env.getArgument("published"),
                        env.getArgument("publisher"),
                        env.getArgument("address")));
    }

    private Carried judgeClaim(DataFetchingEnvironment env, Order order) {
        Verdict verdict = verdict(env);
        return curation.decide(order, List.of(Ruling.on(id(text(env, "claim")), verdict)));
    }

    private Carried judgeSameEntity(DataFetchingEnvironment env, Order order) {
        return curation.decide(order, List.of(new Ruling(id(text(env, "left")), id(text(env, "right")), verdict(env))));
    }

    /** Each with the one before it, in the order of their names, so that the same ones are undone in whatever order. */
    private Carried chain(DataFetchingEnvironment env, Order order, Verdict verdict) {
        List<String> ids = ids(env, "organizations", 2, MOST_MERGED);
        return curation.decide(order, pairs(ids, verdict));
    }

    private Carried splitOrganization(DataFetchingEnvironment env, Order order) {
        String organization = id(text(env, "organization"));
        return curation.decide(
                order,
                ids(env, "apart", 1, MOST_APART).stream()
                        .map(other -> new Ruling(other, organization, Verdict.NOT_SAME))
                        .toList());
    }

    private Carried mergeDeals(DataFetchingEnvironment env, Order order) {
        return curation.decide(order, pairs(ids(env, "deals", 2, MOST_MERGED), Verdict.SAME_DEAL));
    }

    private static List<Ruling> pairs(List<String> ids, Verdict verdict) {
        return IntStream.range(1, ids.size())
                .mapToObj(i -> new Ruling(ids.get(i - 1), ids.get(i), verdict))
                .toList();
    }

    private static Verdict verdict(DataFetchingEnvironment env) {
        String verdict = text(env, "verdict");
        return verdict.equals("WITHDRAW") ? Verdict.UNSURE : Verdict.valueOf(verdict);
    }

    private static Target target(DataFetchingEnvironment env) {
        String id = id(text(env, "id"));
        return switch (text(env, "target")) {
            case "ARTICLE" -> new Target.ArticleOf(id);
            case "RUN" -> new Target.RunOf(id);
            default -> new Target.SourceOf(id);
        };
    }

    private static long entry(DataFetchingEnvironment env) {
        String entry = text(env, "entry");
        if (!entry.matches("[1-9]\\d{0,17}")) {
            throw new Refusal(Code.BAD_INPUT, "entry", "an entry of the audit has a number");
        }
        return Long.parseLong(entry);
    }

    /** The own ids of what a list names, in order, each once. */
    private static List<String> ids(DataFetchingEnvironment env, String argument, int least, int most) {
        List<String> named = env.getArgumentOrDefault(argument, List.<String>of());
        List<String> ids =
                named.stream().map(MutationWiring::id).distinct().sorted().toList();
        if (ids.size() < least || named.size() > most) {
            throw new Refusal(
                    named.size() > most ? Code.TOO_LARGE : Code.BAD_INPUT,
                    argument,
                    "%s: from %d to %d different ones".formatted(argument, least, most));
        }
        return ids;
    }

    /** The own id behind a global one of whatever type; a name or own id stays as it is. */
    private static String id(String text) {
        if (text.isBlank() || text.length() > LONGEST_ID) {
            throw new Refusal(Code.BAD_INPUT, null, "an id or name has 1 to " + LONGEST_ID + " characters");
        }
        return GlobalId.find(text)
                .filter(global -> NAMED.contains(global.type()))
                .map(GlobalId::id)
                .orElse(text);
    }

    private static String text(DataFetchingEnvironment env, String argument) {
        return String.valueOf(env.<@Nullable Object>getArgument(argument));
    }

    private static DataFetcher<Payload> change(Scope scope, BiFunction<DataFetchingEnvironment, Order, Carried> work) {
        return new Change(scope, (env, order) -> Payload.of(work.apply(env, order)));
    }
}
