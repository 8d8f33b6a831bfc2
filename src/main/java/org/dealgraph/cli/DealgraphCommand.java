package org.dealgraph.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.dealgraph.catalogue.CatalogueException;
import org.dealgraph.graph.GraphException;
import org.dealgraph.output.newsletter.NewsletterException;
import org.dealgraph.pipeline.PipelineException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
        name = "dealgraph",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Reads news about AI infrastructure and keeps a graph of who has committed what to whom.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done; 1 some inputs could not be read, the others were; 2 wrong usage;",
            "3 the graph, a server or the catalogue is not available; 70 a fault of Dealgraph."
        },
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            IngestCommand.class,
            ExtractCommand.class,
            ReadCommand.class,
            FetchCommand.class,
            SourcesCommand.class,
            ExportCommand.class,
            RebuildCommand.class,
            RunsCommand.class,
            RetractCommand.class,
            CheckCommand.class,
            BriefingCommand.class,
            EvaluateCommand.class,
            MatchCommand.class,
            KeyCommand.class,
            NewsletterCommand.class,
            WatchCommand.class,
            HealthCommand.class,
            CommandLine.HelpCommand.class
        })
public final class DealgraphCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    /** Runs one command and answers with its exit code. */
    public static int run(String[] args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new DealgraphCommand());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((fault, command, parsed) -> explain(fault, command));
        return line;
    }

    private static int explain(Exception fault, CommandLine command) {
        boolean expected = fault instanceof GraphException
                || fault instanceof CatalogueException
                || fault instanceof PipelineException
                || fault instanceof NewsletterException
                || fault instanceof CommandException;
        PrintWriter err = command.getErr();
        err.println("dealgraph: " + (expected ? fault.getMessage() : "could not finish: " + fault));
        if (System.getenv("DEALGRAPH_TRACE") != null) {
            fault.printStackTrace(err);
        } else if (!expected) {
            err.println("This is a fault of Dealgraph; DEALGRAPH_TRACE=1 shows where it happened.");
        }
        return expected ? ExitCode.UNAVAILABLE : ExitCode.FAULT;
    }
}
