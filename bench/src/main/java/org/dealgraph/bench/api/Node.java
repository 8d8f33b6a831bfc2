package org.dealgraph.bench.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A script of {@code bench/api-node} in a process of its own; the first line it prints is its address. */
final class Node implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    final URI address;

    private Node(Process process, BufferedReader out, URI address) {
        this.process = process;
        this.out = out;
        this.address = address;
    }

    /** Starts a script; empty where Node or its packages are absent. */
    static Optional<Node> start(String input, String script, String... arguments) throws IOException {
        Path folder = Path.of(System.getProperty("dealgraph.home", ".")).resolve("bench").resolve("api-node");
        if (!Files.isDirectory(folder.resolve("node_modules"))) {
            System.out.println("no Node server: run npm install in " + folder);
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null) {
            System.out.println("no Node server: " + script + " ended at once");
            return Optional.empty();
        }
        return Optional.of(new Node(process, out, URI.create(line)));
    }

    long id() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        out.close();
    }
}
