package org.dealgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dealgraph.access.Keyring;
import org.dealgraph.model.ApiKey;
import org.dealgraph.model.Scope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keys to the API, on the running server where there is one, else in the graph itself. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Makes, lists and takes back keys to the API.",
        synopsisSubcommandLabel = "COMMAND")
final class KeyCommand implements Runnable {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: create, list or revoke.");
    }

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Makes a key and prints it once.")
    int create(
            @Parameters(paramLabel = "NAME", description = "Whom or what it is for.") String name,
            @Option(
                            names = "--scope",
                            paramLabel = "SCOPE",
                            split = ",",
                            description = "What it allows: ${COMPLETION-CANDIDATES} (default: READ).",
                            defaultValue = "READ")
                    EnumSet<Scope> scopes,
            @Option(names = "--days", paramLabel = "N", description = "Days until it ends (default: it does not).")
                    @Nullable
                    Integer days,
            @Mixin RemoteOptions remote) {
        if (name.isBlank() || (days != null && days < 1)) {
            throw new ParameterException(spec.commandLine(), "A key needs a name, and days above zero or none.");
        }
        ObjectNode wanted = JSON.createObjectNode().put("name", name);
        ArrayNode list = wanted.putArray("scopes");
        scopes.forEach(scope -> list.add(scope.name()));
        if (days != null) {
            wanted.put("days", days);
        }
        Issue issue = on(
                remote,
                server -> {
                    JsonNode made = server.createKey(wanted);
                    return new Issue(made.path("key").asText(), line(made));
                },
                keyring -> {
                    Keyring.Issued made =
                            keyring.create(name, Set.copyOf(scopes), days == null ? null : Duration.ofDays(days));
                    return new Issue(made.text(), line(made.key()));
                });
        out().println(issue.text());
        spec.commandLine()
                .getErr()
                .println(issue.line() + "\nKeep the key: it is not stored and cannot be shown again.");
        return ExitCode.DONE;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists every key, without its secret.")
    int list(@Mixin RemoteOptions remote) {
        on(
                remote,
                server -> {
                    server.listKeys().forEach(key -> out().println(line(key)));
                    return 0;
                },
                keyring -> {
                    keyring.listAll().forEach(key -> out().println(line(key)));
                    return 0;
                });
        return ExitCode.DONE;
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Takes a key back.")
    int revoke(@Parameters(paramLabel = "ID", description = "Id of the key.") String id, @Mixin RemoteOptions remote) {
        Optional<String> revoked = on(
                remote,
                server -> server.revokeKey(id).map(KeyCommand::line),
                keyring -> keyring.revoke(id).map(KeyCommand::line));
        if (revoked.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "There is no key with the id '" + id + "'.");
        }
        out().println(revoked.get());
        return ExitCode.DONE;
    }

    private <T> T on(RemoteOptions remote, Function<RemoteServer, T> there, Function<Keyring, T> here) {
        Optional<RemoteServer> server = remote.find();
        if (server.isPresent()) {
            return there.apply(server.get());
        }
        try (ApplicationContext context = remote.store.open()) {
            return here.apply(context.getBean(Keyring.class));
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private record Issue(String text, String line) {}

    private static String line(ApiKey key) {
        return line(JSON.createObjectNode()
                .put("id", key.id())
                .put("name", key.name())
                .put("created", key.created().toString())
                .put("expires", key.expires() == null ? null : key.expires().toString())
                .put("revoked", key.revoked() == null ? null : key.revoked().toString())
                .set("scopes", JSON.valueToTree(key.scopes())));
    }

    private static String line(JsonNode key) {
        StringBuilder scopes = new StringBuilder();
        key.path("scopes")
                .forEach(scope -> scopes.append(scopes.isEmpty() ? "" : ",").append(scope.asText()));
        return key.path("id").asText() + "  " + scopes + "  made "
                + key.path("created").asText()
                + (key.hasNonNull("expires") ? "  ends " + key.path("expires").asText() : "")
                + (key.hasNonNull("revoked")
                        ? "  revoked " + key.path("revoked").asText()
                        : "")
                + "  " + key.path("name").asText().replaceAll("\\p{Cntrl}", " ");
    }
}
