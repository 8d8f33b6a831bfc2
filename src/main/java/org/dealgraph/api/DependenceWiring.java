package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dealgraph.answer.dependence.Dependence;
import org.dealgraph.answer.dependence.Need;
import org.dealgraph.answer.dependence.Needs;
import org.dealgraph.answer.dependence.Node;
import org.dealgraph.answer.dependence.Reliance;
import org.dealgraph.api.Answers.Asked;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Money;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** The fields of dependence: what rests on what. */
@Singleton
final class DependenceWiring implements TopicWiring {

    private final Answers answers;
    private final Things things;

    DependenceWiring(Answers answers, Things things) {
        this.answers = answers;
        this.things = things;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("dependence", this::dependence));
        wiring.type(
                "Thing",
                type -> type.dataFetcher("key", Wirings.of(Node.class, Node::id))
                        .dataFetcher("name", Wirings.with(Node.class, things::name))
                        .dataFetcher(
                                "organization",
                                Wirings.with(
                                        Node.class,
                                        (env, n) -> n.type() == Node.Type.ORGANIZATION
                                                ? Loaders.organization(env, n.id())
                                                : null)));
        wiring.type(
                "Reliance",
                type -> type.dataFetcher("committed", Wirings.of(Reliance.class, r -> Money.of(r.committed(), "USD"))));
    }

    private Object dependence(DataFetchingEnvironment env) {
        Asked asked = answers.asked(env);
        List<Dependence.Use> stack = things.stack(env);
        Map<String, Object> thing = env.getArgument("of");
        if ((thing == null) == stack.isEmpty()) {
            throw new BadArgument("of, stack: say either what is asked about or what the stack is");
        }
        Node node = thing == null ? Dependence.STACK : things.node(thing, asked);
        int depth = Things.depth(env);
        Dependence found = Answers.refusing(() -> asked.inquiry().dependence(node, stack, depth));
        return Moments.at(asked.moment(), new DependenceView(found, asked));
    }

    /** Dependence as the schema has it; nobody pays for what is not asked for. */
    record DependenceView(Dependence found, Asked asked) {

        public Moment moment() {
            return asked.moment();
        }

        public String revision() {
            return asked.revision();
        }

        public Node of() {
            return found.of();
        }

        public List<NeedView> needs() {
            return found.needs().stream()
                    .map(need -> NeedView.of(need, asked, found.all(), found.depth()))
                    .toList();
        }

        public List<UnderView> under() {
            return found.under().entrySet().stream()
                    .map(e -> new UnderView(e.getKey(), e.getValue()))
                    .toList();
        }

        public List<Node> singlePoints() {
            return found.singlePoints();
        }
    }

    /** Something under another. */
    record UnderView(Node thing, List<Node> path) {}

    /** A need as the schema has it; what is dear is worked out when it is asked for. */
    record NeedView(Need need, List<WayView> ways, Supplier<List<Node>> shared) {

        static NeedView of(Need need, Asked asked, Needs all, int depth) {
            return new NeedView(
                    need,
                    need.ways().stream()
                            .map(way -> new WayView(need.of(), way, asked))
                            .toList(),
                    () -> all.common(need, depth));
        }

        public Need.What kind() {
            return need.what();
        }

        public @Nullable BigDecimal concentration() {
            return need.concentration().orElse(null);
        }

        public int told() {
            return need.told();
        }

        public boolean single() {
            return need.single();
        }

        public List<Node> common() {
            return shared.get();
        }
    }

    /** A way as the schema has it. */
    record WayView(Node of, Need.Way way, Asked asked) {

        public Node on() {
            return way.on();
        }

        public @Nullable BigDecimal share() {
            return way.share();
        }

        public @Nullable String unit() {
            return way.unit();
        }

        public List<Term> terms() {
            return asked.terms(way.terms());
        }

        public @Nullable String source() {
            return way.source();
        }

        public @Nullable Reliance reliance() {
            boolean both = of.type() == Node.Type.ORGANIZATION && on().type() == Node.Type.ORGANIZATION;
            return both ? asked.inquiry().reliance(of.id(), on().id()) : null;
        }
    }
}
