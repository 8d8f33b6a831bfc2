package org.dealgraph.cli;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dealgraph.api.BriefingAsks;
import org.dealgraph.api.BriefingAsks.Named;
import org.dealgraph.briefing.Briefing;
import org.dealgraph.briefing.BriefingException;
import org.dealgraph.briefing.Briefings;
import org.dealgraph.briefing.Layouts;
import org.dealgraph.briefing.RenderedBriefing;
import org.dealgraph.briefing.RenderedBriefing.Format;
import org.dealgraph.output.mail.MailFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a briefing. */
@Command(
        name = "briefing",
        mixinStandardHelpOptions = true,
        description = {
            "Writes what happened in a period in plain sentences: what is new, how big, how firm, who says so and what",
            "is in doubt. Each number is checked against the graph; one that it does not bear out stops the briefing."
        })
final class BriefingCommand implements Callable<Integer> {

    private static final String QUESTION = """
            query($since: PartialDate!, $until: PartialDate!, $organization: ID, $deal: ID, $watch: ID, $question: BriefingQuestion) {
              briefing(since: $since, until: $until, organization: $organization, deal: $deal, watch: $watch, question: $question) {
                rendered(format: JSON) { parts { text } }
              }
            }""";

    private static final int WEEK = 6;
    private static final Clock CLOCK = Clock.systemUTC();

    /** What it is about; everything where nothing is named. */
    static final class About {

        @Option(names = "--organization", paramLabel = "ID|NAME", description = "An organization and its group.")
        private @Nullable String organization;

        @Option(names = "--deal", paramLabel = "ID", description = "One deal, by its id or that of one of its claims.")
        private @Nullable String deal;

        @Option(names = "--watch", paramLabel = "ID|NAME", description = "What a watch lets through.")
        private @Nullable String watch;

        @Option(
                names = "--question",
                paramLabel = "NAME",
                description = "COMMITMENTS, CHANGES, LAPSED, CAPACITY, SHARES, CONFLICTS or MARGINS.")
        private @Nullable String question;

        Named named() {
            return new Named(organization, deal, watch, question);
        }

        void put(Map<String, Object> variables) {
            variables.put("organization", organization);
            variables.put("deal", deal);
            variables.put("watch", watch);
            variables.put("question", question == null ? null : question.toUpperCase(Locale.ROOT));
        }
    }

    @ArgGroup
    private @Nullable About about;

    @Option(names = "--since", paramLabel = "DATE", description = "First day (default: six days before the last).")
    private @Nullable LocalDate since;

    @Option(names = "--until", paramLabel = "DATE", description = "Last day (default: today).")
    private @Nullable LocalDate until;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "MARKDOWN, HTML, TEXT, MAIL or JSON (default: ${DEFAULT-VALUE}).",
            defaultValue = "MARKDOWN")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(
            names = "--template",
            paramLabel = "DIR",
            description = "Folder with templates of your own: briefing.md, briefing.html, briefing.txt, mail.html.")
    private @Nullable Path template;

    @Option(names = "--note", paramLabel = "TEXT", description = "The editor's note, set above the rest.")
    private @Nullable String note;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description =
                    "File to write (default: standard output). MAIL is a message that mail programs open: FILE.eml.")
    private @Nullable Path out;

    @Mixin
    private final RemoteOptions remote = new RemoteOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        LocalDate last = until == null ? LocalDate.now(CLOCK) : until;
        LocalDate first = since == null ? last.minusDays(WEEK) : since;
        try {
            write(text(layout(issue(first, last)), last));
        } catch (BriefingException | IllegalArgumentException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
        return ExitCode.DONE;
    }

    private Layouts.Issue issue(LocalDate first, LocalDate last) {
        Optional<RemoteServer> server = remote.find();
        if (server.isPresent()) {
            return Layouts.Issue.read(ask(server.get(), first, last));
        }
        try (ApplicationContext context = remote.store.open()) {
            Briefings briefings = context.getBean(Briefings.class);
            Named named = about == null ? Named.nothing() : about.named();
            Briefing briefing =
                    briefings.write(context.getBean(BriefingAsks.class).of(named, first, last));
            briefings.check(briefing);
            return new Layouts.Issue(briefing, null);
        }
    }

    private String ask(RemoteServer server, LocalDate first, LocalDate last) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("since", first.toString());
        variables.put("until", last.toString());
        if (about != null) {
            about.put(variables);
        }
        return server.ask(QUESTION, variables)
                .at("/briefing/rendered/parts/0/text")
                .asText();
    }

    private RenderedBriefing layout(Layouts.Issue issue) {
        Path folder = template == null ? null : template.toAbsolutePath().normalize();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new CommandException("could not find the folder of templates: " + template);
        }
        return folder == null || folder.getParent() == null
                ? Layouts.in(Path.of("")).render(issue.briefing(), format, note, null)
                : Layouts.in(folder.getParent())
                        .render(issue.briefing(), format, note, String.valueOf(folder.getFileName()));
    }

    private static String text(RenderedBriefing briefing, LocalDate last) {
        return briefing.format() == Format.MAIL
                ? MailFile.of(
                        null,
                        briefing,
                        last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                : briefing.text();
    }

    private void write(String text) throws IOException {
        if (out == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        } else {
            Files.writeString(out, text, StandardCharsets.UTF_8);
        }
    }
}
