package org.dealgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.dealgraph.pipeline.Retractions;
import org.dealgraph.pipeline.Retractions.Target;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes an intake back, or undoes that. */
@Command(
        name = "retract",
        mixinStandardHelpOptions = true,
        description = {
            "Takes back what one article, source or run brought: its claims go out of use, and only the deals",
            "that rested on them are computed again. Nothing is deleted; --undo brings everything back."
        })
final class RetractCommand implements Callable<Integer> {

    private static final String ORDER = """
            mutation($target: RetractionTarget!, $id: ID!, $why: String, $key: String!) {
              %s(target: $target, id: $id, why: $why, idempotencyKey: $key) {
                done claims entry { before after } errors { message }
              }
            }""";

    /** Which of the three. */
    static final class What {

        @Option(
                names = "--article",
                paramLabel = "ID",
                description = "One version of an article by its id, or all of a page by its address.")
        private @Nullable String article;

        @Option(names = "--source", paramLabel = "ID", description = "Everything that came by a source.")
        private @Nullable String source;

        @Option(names = "--run", paramLabel = "ID", description = "Everything that one run took in; 'runs' lists them.")
        private @Nullable String run;

        Target target() {
            if (article != null) {
                return new Target.ArticleOf(article);
            }
            return source != null ? new Target.SourceOf(source) : new Target.RunOf(String.valueOf(run));
        }

        Map<String, String> argument() {
            return switch (target()) {
                case Target.ArticleOf of -> Map.of("target", "ARTICLE", "id", of.id());
                case Target.SourceOf of -> Map.of("target", "SOURCE", "id", of.id());
                case Target.RunOf of -> Map.of("target", "RUN", "id", of.id());
            };
        }
    }

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private What what;

    @Option(names = "--undo", description = "Bring it back instead.")
    private boolean undo;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who decides (default: ${DEFAULT-VALUE}); on a running server, the name of the key.")
    private String by = "operator";

    @Option(names = "--why", paramLabel = "TEXT", description = "The reason, kept with the decision.")
    private @Nullable String why;

    @Mixin
    private final RemoteOptions remote = new RemoteOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Optional<RemoteServer> server = remote.find();
        if (server.isPresent()) {
            ask(server.get());
            return ExitCode.DONE;
        }
        try (ApplicationContext context = remote.store.open()) {
            Retractions retractions = context.getBean(Retractions.class);
            Retractions.Result result =
                    undo ? retractions.restore(what.target(), by, why) : retractions.retract(what.target(), by, why);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%d of %d articles %s; %d claims, %d changes of deals%n",
                            result.changed(), result.articles(), done(), result.claims(), result.revisions());
        }
        return ExitCode.DONE;
    }

    private String done() {
        return undo ? "brought back" : "taken back";
    }

    private void ask(RemoteServer server) {
        String field = undo ? "restore" : "retract";
        Map<String, String> variables = new HashMap<>(what.argument());
        variables.put("key", UUID.randomUUID().toString());
        if (why != null) {
            variables.put("why", why);
        }
        JsonNode payload = server.ask(ORDER.formatted(field), variables).path(field);
        if (!payload.path("done").asBoolean()) {
            throw new CommandException("could not " + field + " on the server at " + server.url() + ": "
                    + payload.at("/errors/0/message").asText());
        }
        long first = payload.at("/entry/before").asLong();
        long last = payload.at("/entry/after").asLong();
        spec.commandLine()
                .getOut()
                .printf(
                        "%s; %d claims, %d changes of deals%n",
                        done(), payload.path("claims").asLong(), last - first);
    }
}
