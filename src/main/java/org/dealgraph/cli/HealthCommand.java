package org.dealgraph.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells whether a server answers; for health checks. */
@Command(name = "health", mixinStandardHelpOptions = true, description = "Tells whether a server answers.")
final class HealthCommand implements Callable<Integer> {

    @Mixin
    private final RemoteOptions remote = new RemoteOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        RemoteServer server =
                remote.find().orElseThrow(() -> new CommandException("could not find a server: name it with --server"));
        spec.commandLine().getOut().println(server.url() + " answers: " + server.health());
        return ExitCode.DONE;
    }
}
