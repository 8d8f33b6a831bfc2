package org.dealgraph.api;

import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.model.Mention;
import org.dealgraph.model.Organization;
import org.dealgraph.model.Resolution;
import org.dealgraph.model.Resolution.Candidate;

/** The fields that say how names came to be organizations. */
@Singleton
final class MentionWiring implements TopicWiring {

    private final GraphStore store;
    private final ClaimRepository claims;

    MentionWiring(GraphStore store, ClaimRepository claims) {
        this.store = store;
        this.claims = claims;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Organization",
                type -> type.dataFetcher("mentions", Wirings.with(Organization.class, (env, o) -> {
                    int first = Page.Wanted.of(env).first();
                    return store.read(tx -> claims.listNames(tx, o.id(), first));
                })));
        wiring.type(
                "Mention",
                type -> type.dataFetcher(
                        "claim", Wirings.with(Mention.class, (env, m) -> Loaders.claim(env, m.claim()))));
        wiring.type(
                "Resolution",
                type -> type.dataFetcher(
                                "verdict",
                                Wirings.of(Resolution.class, r -> r.judgement().verdict()))
                        .dataFetcher(
                                "by",
                                Wirings.of(Resolution.class, r -> r.judgement().by()))
                        .dataFetcher(
                                "at",
                                Wirings.of(Resolution.class, r -> r.judgement().at()))
                        .dataFetcher(
                                "about",
                                Wirings.with(
                                        Resolution.class,
                                        (env, r) -> Loaders.organization(
                                                env, r.judgement().right()))));
        wiring.type(
                "Candidate",
                type -> type.dataFetcher(
                        "organization",
                        Wirings.with(Candidate.class, (env, c) -> Loaders.organization(env, c.organization()))));
    }
}
