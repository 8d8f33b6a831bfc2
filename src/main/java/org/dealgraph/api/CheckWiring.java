package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import org.dealgraph.deal.Finding;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Party;
import org.dealgraph.pipeline.Checks;
import org.jspecify.annotations.Nullable;

/** The field that checks a pasted text, and what it finds. */
@Singleton
final class CheckWiring implements TopicWiring {

    private final Checks checks;
    private final DealLists lists;

    CheckWiring(Checks checks, DealLists lists) {
        this.checks = checks;
        this.lists = lists;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("checkText", this::check));
        wiring.type(
                "CheckedClaim",
                type -> type.dataFetcher("quote", claim(c -> ClaimWiring.Passage.quote(c.evidence())))
                        .dataFetcher("kind", claim(Claim::kind))
                        .dataFetcher("from", claim(c -> names(c.from())))
                        .dataFetcher("to", claim(c -> names(c.to())))
                        .dataFetcher("money", claim(c -> c.subject().money()))
                        .dataFetcher("power", claim(c -> c.subject().power()))
                        .dataFetcher("confidence", claim(c -> c.reading().confidence()))
                        .dataFetcher(
                                "deal",
                                Wirings.with(
                                        Finding.class,
                                        (env, f) -> f.deal() == null
                                                ? null
                                                : Moments.of(env).now()
                                                        ? Loaders.dealOfClaim(env, f.deal())
                                                        : lists.find(f.deal(), Moments.of(env))))
                        .dataFetcher(
                                "claims", Wirings.with(Finding.class, (env, f) -> Loaders.claims(env, f.claims()))));
    }

    private Object check(DataFetchingEnvironment env) {
        String text = env.getArgument("text");
        if (text == null || text.isBlank() || text.length() > Checks.LONGEST) {
            throw new Faults.BadArgument("text must have 1 to " + Checks.LONGEST + " characters");
        }
        Moment moment = Moments.of(env);
        return Moments.at(moment, checks.check(text, moment));
    }

    private static List<String> names(List<Party> parties) {
        return parties.stream().map(Party::name).toList();
    }

    private static graphql.schema.DataFetcher<@Nullable Object> claim(Function<Claim, @Nullable Object> field) {
        return Wirings.of(Finding.class, f -> field.apply(f.claim().claim()));
    }
}
