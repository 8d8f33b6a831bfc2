package org.dealgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dealgraph.graph.Json;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Mailbox;
import org.dealgraph.output.newsletter.Desk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Newsletters, on the running server where there is one, else on the graph itself. */
@Command(
        name = "newsletter",
        mixinStandardHelpOptions = true,
        description = "Previews, sends and exports newsletters; one YAML file each in ingest/newsletters.",
        synopsisSubcommandLabel = "COMMAND")
final class NewsletterCommand implements Runnable {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name a command: list, preview, send, export, status, suppressed, release or unsubscribe.");
    }

    /** The form of a preview. */
    enum Form {
        TEXT("issue.txt"),
        HTML("issue.html"),
        MAIL("mail.html"),
        BUTTONDOWN("buttondown.json"),
        LISTMONK("listmonk.json"),
        GHOST("ghost.json");

        private final String file;

        Form(String file) {
            this.file = file;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists every newsletter.")
    int list(@Mixin RemoteOptions remote) {
        return lines(on(remote, "GET", "", desk -> Map.of("lines", desk.list())));
    }

    @Command(
            name = "preview",
            mixinStandardHelpOptions = true,
            description = "Prints the issue as it would be published now; keeps and sends nothing.")
    int preview(
            @Parameters(paramLabel = "ID", description = "Id of the newsletter.") String id,
            @Option(
                            names = "--form",
                            paramLabel = "FORM",
                            description = "${COMPLETION-CANDIDATES} (default: TEXT).",
                            defaultValue = "TEXT")
                    Form form,
            @Mixin RemoteOptions remote) {
        JsonNode files = on(remote, "GET", id + "/preview", desk -> files(desk, desk.preview(id)));
        if (files.isEmpty()) {
            return nothing("Nothing is new since the last issue.");
        }
        spec.commandLine().getOut().print(files.path(form.file).asText());
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    @Command(
            name = "send",
            mixinStandardHelpOptions = true,
            description = {
                "Publishes now what is new since the last issue, mails it and hands it over to the tools that the",
                "newsletter's file names. What cannot be sent at once is tried again by a server with",
                "DEALGRAPH_NEWSLETTERS_ENABLED=true. Prints how it stands."
            })
    int send(
            @Parameters(paramLabel = "ID", description = "Id of the newsletter.") String id,
            @Mixin RemoteOptions remote) {
        return standing(
                on(remote, "POST", id + "/issues", desk -> standing(desk, desk.publish(id))),
                "Nothing is new since the last issue: nothing was sent.");
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Writes an issue's files: issue.html, mail.html and issue.txt, and what Buttondown, listmonk and Ghost",
                "take as buttondown.json, listmonk.json and ghost.json."
            })
    int export(
            @Parameters(paramLabel = "ID", description = "Id of the newsletter.") String id,
            @Parameters(paramLabel = "DIR", description = "Folder to write to.") Path folder,
            @Option(names = "--issue", paramLabel = "SLUG", description = "Which issue (default: the latest).")
                    @Nullable
                    String slug,
            @Mixin RemoteOptions remote) {
        String named = slug == null ? "" : slug;
        JsonNode files =
                on(remote, "GET", id + "/files?slug=" + encoded(named), desk -> files(desk, desk.find(id, named)));
        if (files.isEmpty()) {
            return nothing("There is no such issue.");
        }
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, JsonNode> file : files.properties()) {
                Path path = folder.resolve(Path.of(file.getKey()).getFileName());
                Files.writeString(path, file.getValue().asText());
                spec.commandLine().getOut().println(path);
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new CommandException("could not write the files of the issue: " + e.getMessage(), e);
        }
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Prints how far an issue has come, as JSON: mails by state, and each tool.")
    int status(
            @Parameters(paramLabel = "ID", description = "Id of the newsletter.") String id,
            @Option(names = "--issue", paramLabel = "SLUG", description = "Which issue (default: the latest).")
                    @Nullable
                    String slug,
            @Mixin RemoteOptions remote) {
        String named = slug == null ? "" : slug;
        return standing(
                on(remote, "GET", id + "/status?slug=" + encoded(named), desk -> standing(desk, desk.find(id, named))),
                "There is no such issue.");
    }

    @Command(
            name = "suppressed",
            mixinStandardHelpOptions = true,
            description = "Lists the addresses of a newsletter that get no mail, and why.")
    int suppressed(
            @Parameters(paramLabel = "ID", description = "Id of the newsletter.") String id,
            @Mixin RemoteOptions remote) {
        return lines(on(remote, "GET", id + "/suppressed", desk -> Map.of("lines", desk.suppressed(id))));
    }

    @Command(
            name = "release",
            mixinStandardHelpOptions = true,
            description = "Writes to an address again that unsubscribed or bounced, because its owner asks for it.")
    int release(
            @Parameters(paramLabel = "ID", description = "Id of the newsletter.") String id,
            @Parameters(paramLabel = "ADDRESS", description = "The address.") String address,
            @Mixin RemoteOptions remote) {
        Mailbox mailbox = mailbox(address);
        JsonNode changed = on(
                remote,
                "POST",
                id + "/release?address=" + encoded(mailbox.address()),
                desk -> Map.of("changed", desk.release(id, mailbox)));
        return changed.path("changed").asBoolean()
                ? ExitCode.DONE
                : nothing("Nothing spoke against writing to this address.");
    }

    @Command(
            name = "unsubscribe",
            mixinStandardHelpOptions = true,
            description = "Writes to an address no more, whatever the file of subscribers says.")
    int unsubscribe(
            @Parameters(paramLabel = "ID", description = "Id of the newsletter.") String id,
            @Parameters(paramLabel = "ADDRESS", description = "The address.") String address,
            @Mixin RemoteOptions remote) {
        Mailbox mailbox = mailbox(address);
        on(remote, "POST", id + "/unsubscribe?address=" + encoded(mailbox.address()), desk -> {
            desk.unsubscribe(id, mailbox);
            return Map.of();
        });
        return ExitCode.DONE;
    }

    private Mailbox mailbox(String address) {
        return Mailbox.parse(address)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "This is no address of mail."));
    }

    private static Object files(Desk desk, Optional<Issue> issue) {
        return issue.map(desk::files).orElseGet(Map::of);
    }

    private static Object standing(Desk desk, Optional<Issue> issue) {
        return issue.<Object>map(desk::standing).orElseGet(Map::of);
    }

    /** The server's answer, or the same from the graph itself. */
    private JsonNode on(RemoteOptions remote, String method, String path, Function<Desk, Object> here) {
        Optional<RemoteServer> server = remote.find();
        if (server.isPresent()) {
            return server.get().newsletters(method, path);
        }
        try (ApplicationContext context = remote.store.open()) {
            return read(here.apply(context.getBean(Desk.class)));
        }
    }

    private static JsonNode read(Object value) {
        try {
            return JSON.readTree(Json.write(value));
        } catch (IOException e) {
            throw new IllegalStateException("could not read what was written here", e);
        }
    }

    private int lines(JsonNode answer) {
        answer.path("lines").forEach(line -> spec.commandLine().getOut().println(line.asText()));
        return ExitCode.DONE;
    }

    private int standing(JsonNode standing, String otherwise) {
        if (standing.isEmpty()) {
            return nothing(otherwise);
        }
        spec.commandLine().getOut().println(standing);
        return ExitCode.DONE;
    }

    private int nothing(String why) {
        spec.commandLine().getErr().println(why);
        return ExitCode.SOME_FAILED;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
