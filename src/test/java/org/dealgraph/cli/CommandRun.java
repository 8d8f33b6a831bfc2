package org.dealgraph.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run of the command line as a process of its own: what it printed and how it ended. */
record CommandRun(int code, String out, String err) {

    /** Waits for a process to end. */
    static CommandRun of(Process process) throws Exception {
        StringBuilder err = new StringBuilder();
        Thread reader = Thread.ofVirtual().start(() -> {
            try {
                err.append(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                err.append(e);
            }
        });
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        reader.join();
        return new CommandRun(process.waitFor(), out, err.toString());
    }

    static Process start(Path data, String... words) throws IOException {
        return builder(data, words).start();
    }

    static ProcessBuilder builder(Path data, String... words) {
        return builder(ClassArchive.classPath(), data, words);
    }

    static ProcessBuilder builder(List<String> classPath, Path data, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(classPath);
        command.add("org.dealgraph.Application");
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("NEO4J") || name.startsWith("DEALGRAPH"));
        builder.environment().put("DEALGRAPH_DATA", data.toString());
        builder.environment().put("DEALGRAPH_HOME", Path.of("").toAbsolutePath().toString());
        return builder;
    }
}
