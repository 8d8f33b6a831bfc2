package org.dealgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dealgraph.pipeline.Documents;
import org.dealgraph.pipeline.Inputs;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.IntakeReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes documents into the graph, through a running server where one answers. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Takes articles into the graph: .txt, .html, feed .xml and corpus .json files, and folders of them.",
            "Speaks to a running server where one answers, else opens the embedded graph itself.",
            "What cannot be read is named, the rest goes on, and the exit code is 1."
        })
final class IngestCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
    private final List<String> paths = new ArrayList<>();

    @Mixin
    private final RemoteOptions remote = new RemoteOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private int failed;
    private int taken;
    private int known;
    private int claims;
    private int revisions;

    @Override
    public Integer call() throws IOException {
        Inputs inputs = new Inputs(new Documents());
        List<Path> files = inputs.list(paths, u -> fail(u.name(), u.reason()));
        Optional<RemoteServer> server = remote.find();
        if (server.isPresent()) {
            for (Path file : files) {
                send(server.get(), file);
            }
        } else if (!files.isEmpty()) {
            try (ApplicationContext context = remote.store.open();
                    Progress progress = Progress.of("Articles", files.size())) {
                Intake intake = context.getBean(Intake.class);
                for (Path file : files) {
                    intake.take(inputs.read(file)).forEach(this::report);
                    progress.step();
                }
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%d taken in, %d known already, %d not read; %d claims, %d changes of deals%n",
                taken, known, failed, claims, revisions);
        return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private void send(RemoteServer server, Path file) throws IOException {
        if (Files.size(file) > Inputs.LARGEST) {
            new Inputs(new Documents())
                    .read(file)
                    .forEach(input -> fail(input.name(), "it is too large to be an article"));
            return;
        }
        JsonNode answer = server.take(
                file.toString(),
                Files.readAllBytes(file),
                Files.getLastModifiedTime(file).toInstant());
        for (JsonNode node : answer) {
            report(JSON.convertValue(node, IntakeReport.class));
        }
    }

    private void report(IntakeReport report) {
        switch (report.outcome()) {
            case TAKEN -> taken++;
            case KNOWN -> known++;
            case UNREADABLE -> fail(report.name(), String.valueOf(report.reason()));
        }
        claims += report.claims();
        revisions += report.revisions();
    }

    private void fail(String name, String reason) {
        failed++;
        spec.commandLine().getErr().println("could not read " + name + ": " + reason);
    }
}
