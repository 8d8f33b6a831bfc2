package org.dealgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dealgraph.api.DealQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Watches on the running server. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Lists, adds, shows and removes saved filters, each with a feed of its own, on a running server.",
        synopsisSubcommandLabel = "COMMAND")
final class WatchCommand implements Runnable {

    private static final String FIELDS =
            "{ id name owner query feed calendar: feed(form: ICS) json: feed(form: JSON) }";
    private static final String PAYLOAD = " { done watch " + FIELDS + " errors { message } } }";
    private static final String CREATE = """
            mutation($name: String!, $filter: DealFilter, $changes: [RevisionKind!], $causes: [RevisionCause!], $once: String!) {
              createWatch(name: $name, filter: $filter, changes: $changes, causes: $causes, idempotencyKey: $once)
            """ + PAYLOAD;
    private static final String REMOVE =
            "mutation($id: ID!, $once: String!) { removeWatch(id: $id, idempotencyKey: $once)" + PAYLOAD;
    private static final int SHOWN = 10;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: list, add, show or remove.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists every watch by name.")
    int list(@Mixin RemoteOptions remote) {
        server(remote)
                .ask("{ watches " + FIELDS + " }", Map.of())
                .path("watches")
                .forEach(watch -> out().println(line(watch)));
        return ExitCode.DONE;
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = {
                "Saves a filter under a name, for example:",
                "watch add 'Big power' kind=CAPACITY,BUILD minimumMegawatts=1000"
            })
    int add(
            @Parameters(paramLabel = "NAME", description = "Unlike every other watch's.") String name,
            @Parameters(
                            paramLabel = "PARAMETER=VALUE",
                            arity = "0..*",
                            description =
                                    "The parameters of a feed: party, kind, stage, product, text, change and so on.")
                    List<String> parameters,
            @Mixin RemoteOptions remote) {
        DealQuestion question = question(parameters == null ? List.of() : parameters);
        Map<String, Object> variables = new HashMap<>(once());
        variables.put("name", name);
        variables.put("filter", input(question.deals()));
        if (question.values().containsKey("change")) {
            variables.put("changes", question.values().get("change"));
        }
        if (question.values().containsKey("cause")) {
            variables.put("causes", question.values().get("cause"));
        }
        RemoteServer server = server(remote);
        show(server, order(server, "createWatch", CREATE, variables).path("watch"));
        return ExitCode.DONE;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a watch and its latest entries.")
    int show(@Parameters(paramLabel = "NAME", description = "Name or id.") String name, @Mixin RemoteOptions remote) {
        RemoteServer server = server(remote);
        JsonNode watch = get(server, name);
        show(server, watch);
        int shown = 0;
        for (JsonNode item : server.get(watch.path("json").asText()).path("items")) {
            if (shown++ < SHOWN) {
                out().println(plain(item.path("date_published").asText() + "  "
                        + item.path("title").asText()));
            }
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes a watch, and with it its feed and its webhooks.")
    int remove(@Parameters(paramLabel = "NAME", description = "Name or id.") String name, @Mixin RemoteOptions remote) {
        RemoteServer server = server(remote);
        JsonNode watch = get(server, name);
        Map<String, Object> variables = new HashMap<>(once());
        variables.put("id", watch.path("id").asText());
        order(server, "removeWatch", REMOVE, variables);
        out().println("removed " + line(watch));
        return ExitCode.DONE;
    }

    private RemoteServer server(RemoteOptions remote) {
        return remote.find()
                .orElseThrow(() -> new CommandException(
                        "could not reach a server: start one with 'serve' or 'demo', or name it with --server"));
    }

    private static JsonNode get(RemoteServer server, String name) {
        JsonNode watch = server.ask("query($id: ID!) { watch(id: $id) " + FIELDS + " }", Map.of("id", name))
                .path("watch");
        if (watch.isNull()) {
            throw new CommandException("could not find a watch: " + plain(name));
        }
        return watch;
    }

    private static JsonNode order(RemoteServer server, String field, String document, Map<String, Object> variables) {
        JsonNode payload = server.ask(document, variables).path(field);
        if (!payload.path("done").asBoolean()) {
            throw new CommandException("could not do that on the server at " + server.url() + ": "
                    + payload.at("/errors/0/message").asText());
        }
        return payload;
    }

    private static Map<String, Object> once() {
        return Map.of("once", UUID.randomUUID().toString());
    }

    private DealQuestion question(List<String> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(
                        spec.commandLine(), "Write a parameter as NAME=VALUE, not '" + parameter + "'.");
            }
            values.computeIfAbsent(parameter.substring(0, equals), p -> new ArrayList<>())
                    .add(parameter.substring(equals + 1));
        }
        try {
            return DealQuestion.of(values);
        } catch (DealQuestion.Malformed e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** The filter as JSON has it: numbers and dates as text. */
    private static Map<String, Object> input(Map<?, ?> filter) {
        Map<String, Object> input = new LinkedHashMap<>();
        filter.forEach((name, value) -> input.put(
                String.valueOf(name),
                switch (value) {
                    case Map<?, ?> range -> input(range);
                    case List<?> many -> many;
                    case Boolean flag -> flag;
                    default -> value.toString();
                }));
        return input;
    }

    private void show(RemoteServer server, JsonNode watch) {
        out().println(line(watch));
        out().println(server.url() + watch.path("feed").asText());
        out().println(server.url() + watch.path("calendar").asText());
    }

    private static String line(JsonNode watch) {
        return plain(watch.path("id").asText() + "  " + watch.path("name").asText() + "  "
                + watch.path("query").asText()
                + (watch.hasNonNull("owner") ? "  by " + watch.path("owner").asText() : ""));
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
