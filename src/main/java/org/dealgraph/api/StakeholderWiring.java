package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dealgraph.answer.Stakeholders;
import org.dealgraph.answer.dependence.Node;
import org.dealgraph.api.Answers.Asked;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Product;
import org.dealgraph.model.Site;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** The fields of stakeholders: who has to do with a deal, a site, a chip or a company. */
@Singleton
final class StakeholderWiring implements TopicWiring {

    private final Answers answers;
    private final Organizations organizations;
    private final Catalogue catalogue;

    StakeholderWiring(Answers answers, Organizations organizations, Catalogue catalogue) {
        this.answers = answers;
        this.organizations = organizations;
        this.catalogue = catalogue;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("stakeholders", this::stakeholders));
        wiring.type(
                "Stake",
                type -> type.dataFetcher(
                        "organization",
                        Wirings.with(StakeView.class, (env, s) -> Loaders.organization(env, s.organization()))));
    }

    private Object stakeholders(DataFetchingEnvironment env) {
        Asked asked = answers.asked(env);
        List<Term> terms = terms(env, asked);
        int steps = Objects.requireNonNull(env.<Integer>getArgument("steps"));
        List<Stakeholders.Stake> found = Answers.refusing(() -> asked.inquiry().stakeholders(terms, steps));
        return Moments.at(
                asked.moment(),
                new StakeholdersView(
                        asked.moment(),
                        asked.revision(),
                        found.stream()
                                .map(s -> new StakeView(
                                        s.organization(),
                                        s.role(),
                                        s.steps(),
                                        s.path(),
                                        asked.terms(s.terms()),
                                        s.source()))
                                .toList()));
    }

    /** The obligations that are asked about, whatever their stage. */
    private List<Term> terms(DataFetchingEnvironment env, Asked asked) {
        String deal = env.getArgument("deal");
        String site = env.getArgument("site");
        String product = env.getArgument("product");
        Object organization = env.getArgument("organization");
        if (Stream.of(deal, site, product, organization)
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw new BadArgument("deal, site, product, organization: name exactly one");
        }
        if (deal != null) {
            String id = GlobalId.own("Claim", GlobalId.own("Deal", deal));
            return asked.snapshot().find(id).map(Deal::terms).orElse(List.of());
        }
        Stream<Term> all =
                asked.snapshot().terms().stream().filter(term -> !term.stage().ended());
        if (site != null) {
            String key = Things.key(site, catalogue.sites(), Site::id, Site::name);
            return all.filter(term -> key.equals(term.subject().site())).toList();
        }
        if (product != null) {
            String key = Things.key(product, catalogue.products(), Product::id, Product::name);
            return all.filter(term -> isOf(term.subject().product(), key)).toList();
        }
        String group = asked.group().apply(organizations.key(Objects.requireNonNull(organization)));
        return asked.inquiry().obligations().of(group).stream()
                .filter(term -> !term.stage().ended())
                .toList();
    }

    private boolean isOf(@Nullable String product, String key) {
        return product != null
                && (product.equals(key) || catalogue.familyOf(product).contains(key));
    }

    /** Stakeholders as the schema has them. */
    record StakeholdersView(Moment moment, String revision, List<StakeView> stakes) {}

    /** A stake as the schema has it. */
    record StakeView(
            String organization,
            Stakeholders.Role role,
            int steps,
            List<Node> path,
            List<Term> terms,
            @Nullable String source) {}
}
