package org.dealgraph.api;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.dealgraph.access.Caller;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.graph.WebhookRepository.Standing;
import org.dealgraph.model.Delivery;
import org.dealgraph.model.Scope;
import org.dealgraph.model.Webhook.Form;
import org.dealgraph.model.Webhook.Secret;
import org.dealgraph.pipeline.Carried;
import org.dealgraph.pipeline.Order;
import org.dealgraph.pipeline.Refusal;
import org.dealgraph.pipeline.Refusal.Code;
import org.dealgraph.pipeline.WebhookBook;
import org.jspecify.annotations.Nullable;

/** The fields about webhooks. */
@Singleton
final class WebhookWiring implements TopicWiring {

    private static final Set<String> TELLING = Set.of("createWebhook", "rotateWebhookSecret");
    private static final int MOST = 100;

    private final WebhookBook book;

    WebhookWiring(WebhookBook book) {
        this.book = book;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("webhooks", this::list));
        wiring.type("Mutation", this::mutations);
        wiring.type("Webhook", this::webhook);
        wiring.type(
                "WebhookSecret",
                type -> type.dataFetcher("createdAt", Wirings.of(Secret.class, Secret::created))
                        .dataFetcher("expiresAt", Wirings.of(Secret.class, Secret::expires)));
        wiring.type(
                "WebhookDelivery",
                type -> type.dataFetcher("number", Wirings.of(Delivery.class, d -> Long.toString(d.number())))
                        .dataFetcher(
                                "event",
                                Wirings.of(Delivery.class, d -> d.event() == 0 ? null : Long.toString(d.event())))
                        .dataFetcher("milliseconds", Wirings.of(Delivery.class, d -> Math.toIntExact(d.millis())))
                        .dataFetcher("status", Wirings.of(Delivery.class, d -> d.status() == 0 ? null : d.status()))
                        .dataFetcher("nextAttemptAt", Wirings.of(Delivery.class, Delivery::next)));
        wiring.type(
                "WebhookPayload",
                type -> AuditWiring.outcome(type)
                        .dataFetcher("webhook", Wirings.of(Payload.class, this::about))
                        .dataFetcher("secret", Wirings.of(Payload.class, this::secret)));
    }

    private TypeRuntimeWiring.Builder mutations(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("createWebhook", change(this::create))
                .dataFetcher("updateWebhook", change(this::update))
                .dataFetcher("rotateWebhookSecret", change(this::rotate))
                .dataFetcher("disableWebhook", change((env, order) -> book.enable(order, id(env), false)))
                .dataFetcher("enableWebhook", change((env, order) -> book.enable(order, id(env), true)))
                .dataFetcher("testWebhook", change((env, order) -> book.test(order, id(env))))
                .dataFetcher(
                        "replayWebhook",
                        change((env, order) -> book.replay(order, id(env), number(text(env, "after")))))
                .dataFetcher("retryDeadLetters", change((env, order) -> book.retryDead(order, id(env))))
                .dataFetcher("removeWebhook", change((env, order) -> book.remove(order, id(env))));
    }

    private TypeRuntimeWiring.Builder webhook(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("id", of(s -> s.webhook().id()))
                .dataFetcher("watch", of(Standing::watch))
                .dataFetcher("origin", of(s -> s.webhook().origin()))
                .dataFetcher("form", of(s -> s.webhook().form()))
                .dataFetcher("payloadVersion", of(s -> s.webhook().payload()))
                .dataFetcher("enabled", of(s -> s.webhook().enabled()))
                .dataFetcher("trouble", of(s -> s.webhook().trouble()))
                .dataFetcher("owner", of(s -> s.webhook().owner()))
                .dataFetcher("createdAt", of(s -> s.webhook().created()))
                .dataFetcher(
                        "secrets",
                        of(s -> s.webhook().secrets().stream()
                                .filter(secret -> secret.standsAt(Instant.now()))
                                .toList()))
                .dataFetcher("cursor", of(s -> Long.toString(s.state().cursor())))
                .dataFetcher("delivered", of(s -> Long.toString(s.state().delivered())))
                .dataFetcher("attempts", of(s -> s.state().attempts()))
                .dataFetcher("nextAttemptAt", of(s -> s.state().due()))
                .dataFetcher("failingSince", of(s -> s.state().failingSince()))
                .dataFetcher("deliveries", Wirings.with(Standing.class, this::deliveries))
                .dataFetcher("deadLetters", of(s -> book.listDead(s.webhook().id(), MOST)));
    }

    /** Another caller has another answer, and a secret expires by itself, so no cache may keep it. */
    private @Nullable Object list(DataFetchingEnvironment env) {
        Execution.keepOutOfCache(env);
        Caller caller = env.getGraphQlContext().get(Caller.class);
        if (caller == null || !caller.may(Scope.WATCHES)) {
            boolean keyless = caller == null || caller.isAnonymous();
            return DataFetcherResult.newResult()
                    .error(GraphqlErrorBuilder.newError(env)
                            .message("webhooks need a key with the scope WATCHES")
                            .extensions(Map.of("code", keyless ? "UNAUTHENTICATED" : "FORBIDDEN"))
                            .build())
                    .build();
        }
        return book.list(env.getArgument("watch"));
    }

    private List<Delivery> deliveries(DataFetchingEnvironment env, Standing standing) {
        int first = Objects.requireNonNull(env.<Integer>getArgument("first"));
        String before = env.getArgument("before");
        if (first < 1 || first > MOST || (before != null && !before.matches("\\d{1,18}"))) {
            throw new BadArgument("deliveries: first from 1 to " + MOST + ", before the number of an attempt");
        }
        return book.listDeliveries(
                standing.webhook().id(), before == null ? Long.MAX_VALUE : Long.parseLong(before), first);
    }

    private Carried create(DataFetchingEnvironment env, Order order) {
        String after = env.getArgument("after");
        return book.add(
                order,
                text(env, "watch"),
                text(env, "address"),
                Form.valueOf(text(env, "form")),
                after == null ? null : number(after));
    }

    private Carried update(DataFetchingEnvironment env, Order order) {
        String form = env.getArgument("form");
        return book.change(order, id(env), env.getArgument("address"), form == null ? null : Form.valueOf(form));
    }

    private Carried rotate(DataFetchingEnvironment env, Order order) {
        int hours = Objects.requireNonNull(env.<Integer>getArgument("overlapHours"));
        return book.rotate(order, id(env), Duration.ofHours(hours));
    }

    private @Nullable Standing about(Payload payload) {
        return payload.thing() == null ? null : book.find(payload.thing()).orElse(null);
    }

    private @Nullable String secret(Payload payload) {
        Carried carried = payload.carried();
        boolean tells = carried != null
                && !carried.repeated()
                && TELLING.contains(carried.entry().operation());
        return tells ? book.findSecret(String.valueOf(payload.thing())).orElse(null) : null;
    }

    private static long number(String cursor) {
        if (!cursor.matches("\\d{1,18}")) {
            throw new Refusal(Code.BAD_INPUT, "after", "the cursor of an event, or \"0\" for the beginning");
        }
        return Long.parseLong(cursor);
    }

    private static String id(DataFetchingEnvironment env) {
        return text(env, "id");
    }

    private static String text(DataFetchingEnvironment env, String argument) {
        return String.valueOf(env.<@Nullable Object>getArgument(argument));
    }

    private static DataFetcher<@Nullable Object> of(Function<Standing, @Nullable Object> field) {
        return Wirings.of(Standing.class, field);
    }

    private static DataFetcher<Payload> change(BiFunction<DataFetchingEnvironment, Order, Carried> work) {
        return new Change(Scope.WATCHES, (env, order) -> Payload.of(work.apply(env, order)));
    }
}
