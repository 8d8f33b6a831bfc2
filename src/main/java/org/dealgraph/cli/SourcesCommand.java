package org.dealgraph.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks after the sources that are polled. */
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description = "Lists, adds, checks and polls the sources of news; one YAML file each in ingest/sources.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            SourcesListCommand.class,
            SourcesAddCommand.class,
            SourcesCheckCommand.class,
            SourcesPollCommand.class,
            SourcesImportCommand.class,
            SourcesExportCommand.class,
            CommandLine.HelpCommand.class
        })
final class SourcesCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name one of: list, add, check, poll, import, export.");
    }
}
