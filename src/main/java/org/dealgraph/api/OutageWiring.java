package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dealgraph.answer.dependence.Dependence;
import org.dealgraph.answer.dependence.Needs;
import org.dealgraph.answer.dependence.Node;
import org.dealgraph.answer.dependence.Outage;
import org.dealgraph.api.Answers.Asked;
import org.dealgraph.api.DependenceWiring.NeedView;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.model.Moment;
import org.jspecify.annotations.Nullable;

/** The field of outages: what stops or is weakened when something stops. */
@Singleton
final class OutageWiring implements TopicWiring {

    private final Answers answers;
    private final Things things;

    OutageWiring(Answers answers, Things things) {
        this.answers = answers;
        this.things = things;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("outage", this::outage));
    }

    private Object outage(DataFetchingEnvironment env) {
        Asked asked = answers.asked(env);
        Set<Node> causes = new LinkedHashSet<>();
        List<Map<String, Object>> of = Objects.requireNonNull(env.getArgument("of"));
        of.forEach(thing -> causes.add(things.node(thing, asked)));
        if (causes.isEmpty() || causes.size() > Things.MOST) {
            throw new BadArgument("of: name 1 to " + Things.MOST + " things that stop");
        }
        Set<Node.Type> types = Answers.choices(env.getArgument("types"), Node.Type.class);
        List<Dependence.Use> stack = things.stack(env);
        int depth = Things.depth(env);
        Needs all = asked.inquiry().needs(stack);
        Outage found = asked.inquiry().outage(causes, stack, depth);
        return Moments.at(
                asked.moment(),
                new OutageView(
                        asked.moment(),
                        asked.revision(),
                        List.copyOf(causes),
                        found.effects().stream()
                                .filter(e -> types.isEmpty()
                                        || types.contains(e.node().type()))
                                .map(e -> new EffectView(
                                        e.node(),
                                        e.stops(),
                                        NeedView.of(e.need(), asked, all, depth),
                                        e.lost(),
                                        e.left(),
                                        e.path()))
                                .toList()));
    }

    /** An outage as the schema has it. */
    record OutageView(Moment moment, String revision, List<Node> causes, List<EffectView> effects) {}

    /** An effect as the schema has it. */
    record EffectView(
            Node thing,
            boolean stops,
            NeedView need,
            @Nullable BigDecimal lost,
            List<Node> substitutes,
            List<Node> path) {}
}
