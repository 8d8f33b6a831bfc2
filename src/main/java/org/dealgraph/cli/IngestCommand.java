package org.dealgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.dealgraph.pipeline.Input;
import org.dealgraph.pipeline.Input.Unreadable;
import org.dealgraph.pipeline.Inputs;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.IntakeReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes documents into the graph, through a running server where one answers. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Takes articles into the graph: .txt, .html, .eml, feed .xml and corpus .json files, folders of them, archives",
            "(.zip, .mbox, .warc, .warc.gz), and pages and feeds by their addresses.",
            "Speaks to a running server where one answers, else opens the embedded graph itself.",
            "One that was cut short goes on where it stopped, as long as the files are the same.",
            "What cannot be read is named, the rest goes on, and the exit code is 1."
        })
final class IngestCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 25;
    private static final long ADDRESS = 64 << 10;

    @Parameters(arity = "1..*", paramLabel = "PATH|URL", description = "Files, folders, archives and addresses.")
    private final List<String> paths = new ArrayList<>();

    @Option(names = "--anew", description = "Begin at the beginning, though one before was cut short.")
    private boolean anew;

    @Mixin
    private final RemoteOptions remote = new RemoteOptions();

    @Mixin
    private final FetchOptions web = new FetchOptions();

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
        try (Inputs inputs = new Inputs(web.settings())) {
            List<String> names = inputs.list(paths, this::fail);
            Optional<RemoteServer> server = remote.find();
            if (server.isPresent()) {
                each(inputs, names, server.get().url(), batch -> batch.forEach(load -> send(server.get(), load, run)));
            } else if (!names.isEmpty()) {
                try (ApplicationContext context = remote.store.open()) {
                    Intake intake = context.getBean(Intake.class);
                    String target = String.valueOf(System.getenv("NEO4J_URI"));
                    each(inputs, names, target, batch -> take(intake, inputs, batch, run));
                }
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%d taken in, %d known already, %d not read; %d claims, %d changes of deals%n",
                taken, known, failed, claims, revisions);
        return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private void each(Inputs inputs, List<String> names, String target, Consumer<List<Inputs.Load>> work) {
        Bookmark bookmark = Bookmark.of(remote.store.data(), target, names);
        if (anew) {
            bookmark.remove();
        }
        Bookmark.Position start = bookmark.find();
        if (!start.equals(new Bookmark.Position(0, 0))) {
            spec.commandLine()
                    .getErr()
                    .println("going on where the last intake stopped: " + start.name() + " of " + names.size()
                            + " files are done (--anew begins at the beginning)");
        }
        try (Progress progress = Progress.of(
                "Articles", names.stream().mapToLong(IngestCommand::size).sum())) {
            Batches batches = new Batches(work, bookmark, progress);
            for (int i = 0; i < names.size(); i++) {
                batches.begin(i, names.get(i), i == start.name() ? start.member() : 0);
                if (i >= start.name()) {
                    inputs.each(names.get(i), i == start.name() ? start.member() : 0, batches::add);
                }
            }
            batches.flush();
        }
        bookmark.remove();
    }

    /** Collects documents until they are worth a transaction. */
    private static final class Batches {

        private final Consumer<List<Inputs.Load>> work;
        private final Bookmark bookmark;
        private final Progress progress;
        private final List<Inputs.Load> batch = new ArrayList<>();
        private long before;
        private long size;
        private int name;
        private long member;

        Batches(Consumer<List<Inputs.Load>> work, Bookmark bookmark, Progress progress) {
            this.work = work;
            this.bookmark = bookmark;
            this.progress = progress;
        }

        void begin(int number, String next, long skipped) {
            before += size;
            size = size(next);
            name = number;
            member = skipped;
        }

        void add(Inputs.Load load, double share) {
            batch.add(load);
            member++;
            if (batch.size() >= BATCH) {
                flush();
            }
            progress.to(before + (long) (share * size));
        }

        void flush() {
            if (!batch.isEmpty()) {
                work.accept(List.copyOf(batch));
                batch.clear();
                bookmark.note(new Bookmark.Position(name, member));
            }
        }
    }

    private static long size(String name) {
        if (name.startsWith("http")) {
            return ADDRESS;
        }
        long length = Path.of(name).toFile().length();
        return Math.max(1, length);
    }

    private void take(Intake intake, Inputs inputs, List<Inputs.Load> batch, String run) {
        List<Input> read =
                batch.stream().flatMap(load -> inputs.read(load).stream()).toList();
        for (int from = 0; from < read.size(); from += BATCH) {
            intake.take(read.subList(from, Math.min(from + BATCH, read.size())), run)
                    .forEach(this::report);
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
