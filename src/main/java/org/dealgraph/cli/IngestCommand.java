package org.dealgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.dealgraph.pipeline.Input.Unreadable;
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
            "Takes articles into the graph: .txt, .html, feed .xml and corpus .json files, folders of them,",
            "and pages and feeds by their addresses.",
            "Speaks to a running server where one answers, else opens the embedded graph itself.",
            "What cannot be read is named, the rest goes on, and the exit code is 1."
        })
final class IngestCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(arity = "1..*", paramLabel = "PATH|URL", description = "Files, folders and addresses.")
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
    public Integer call() {
        String run = Intake.newRun();
        try (Inputs inputs = new Inputs()) {
            List<String> names = inputs.list(paths, this::fail);
            Optional<RemoteServer> server = remote.find();
            if (server.isPresent()) {
                each(names, name -> send(server.get(), inputs.load(name), run));
            } else if (!names.isEmpty()) {
                try (ApplicationContext context = remote.store.open()) {
                    Intake intake = context.getBean(Intake.class);
                    each(names, name -> intake.take(inputs.read(name), run).forEach(this::report));
                }
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%d taken in, %d known already, %d not read; %d claims, %d changes of deals%n",
                taken, known, failed, claims, revisions);
        return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private static void each(List<String> names, Consumer<String> work) {
        try (Progress progress = Progress.of("Articles", names.size())) {
            for (String name : names) {
                work.accept(name);
                progress.step();
            }
        }
    }

    private void send(RemoteServer server, Inputs.Load load, String run) {
        switch (load) {
            case Inputs.Load.Failed f -> fail(f.unreadable());
            case Inputs.Load.Loaded l -> {
                for (JsonNode node : server.take(l, run)) {
                    report(JSON.convertValue(node, IntakeReport.class));
                }
            }
        }
    }

    private void report(IntakeReport report) {
        switch (report.outcome()) {
            case TAKEN -> taken++;
            case KNOWN -> known++;
            case UNREADABLE -> fail(new Unreadable(report.name(), String.valueOf(report.reason())));
        }
        claims += report.claims();
        revisions += report.revisions();
    }

    private void fail(Unreadable unreadable) {
        failed++;
        spec.commandLine().getErr().println("could not read " + unreadable.name() + ": " + unreadable.reason());
    }
}
