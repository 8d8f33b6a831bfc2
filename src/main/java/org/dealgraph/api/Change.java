package org.dealgraph.api;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.dataloader.DataLoader;
import org.dealgraph.access.Caller;
import org.dealgraph.api.Payload.Problem;
import org.dealgraph.model.Scope;
import org.dealgraph.pipeline.Order;
import org.dealgraph.pipeline.Order.Hidden;
import org.dealgraph.pipeline.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A field that changes the graph: it asks for the scope, makes the order, and turns a refusal into the payload's error. The
 * work is done on a thread of its own, so that a request that runs out of time leaves it to end, and a client that sends
 * the order again has its answer.
 */
record Change(Scope scope, BiFunction<DataFetchingEnvironment, Order, Payload> work) implements DataFetcher<Payload> {

    private static final ExecutorService WORKERS = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public Payload get(DataFetchingEnvironment env) throws InterruptedException {
        Caller caller = env.getGraphQlContext().get(Caller.class);
        if (caller == null || !caller.may(scope)) {
            boolean keyless = caller == null || caller.isAnonymous();
            return refused(
                    env, keyless ? "UNAUTHENTICATED" : "FORBIDDEN", "this needs a key with the scope " + scope, null);
        }
        try {
            Order order = order(env, caller);
            Future<Payload> done = WORKERS.submit(() -> work.apply(env, order));
            return done.get();
        } catch (Refusal e) {
            return refused(env, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                return refused(env, refusal);
            }
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            return refused(
                    env,
                    "TIMEOUT",
                    "it was begun and goes on: send it again with the same idempotency key for its answer",
                    null);
        } finally {
            forget(env);
        }
    }

    private static Order order(DataFetchingEnvironment env, Caller caller) {
        Map<String, Object> input = new HashMap<>(env.getArguments());
        String once = (String) input.remove("idempotencyKey");
        String why = (String) input.remove("why");
        input.values().removeIf(value -> value == null);
        if (env.getField().getName().endsWith("Webhook")) {
            input.computeIfPresent(
                    "address", (name, text) -> new Hidden(String.valueOf(text), "an address, not shown"));
        }
        return Order.of(env.getField().getName(), input, caller.name(), caller.id(), once, why);
    }

    /** What was looked up before the change may be otherwise after it. */
    private static void forget(DataFetchingEnvironment env) {
        env.getDataLoaderRegistry().getDataLoaders().forEach(DataLoader::clearAll);
    }

    private static Payload refused(DataFetchingEnvironment env, Refusal refusal) {
        return refused(env, refusal.code().name(), String.valueOf(refusal.getMessage()), refusal.argument());
    }

    private static Payload refused(
            DataFetchingEnvironment env, String code, String message, @Nullable String argument) {
        List<String> path = new ArrayList<>();
        env.getExecutionStepInfo().getPath().toList().forEach(step -> path.add(String.valueOf(step)));
        if (argument != null) {
            path.add(argument);
        }
        return Payload.refused(new Problem(code, message, path));
    }
}
