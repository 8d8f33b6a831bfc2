package org.dealgraph.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * How far an intake has come, in the data folder, so that one that was cut short goes on where it stopped. It holds for the
 * same files unchanged, and is written behind what the graph has taken in: at worst a little is taken in twice, which
 * changes nothing.
 */
final class Bookmark {

    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final int KEY = 16;

    private final Path file;
    private long written = System.nanoTime();

    private Bookmark(Path file) {
        this.file = file;
    }

    /**
     * The bookmark for some work.
     *
     * @param data the data folder
     * @param target what it is taken into
     * @param names the files and addresses in their order
     */
    static Bookmark of(Path data, String target, List<String> names) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(target.getBytes(StandardCharsets.UTF_8));
            for (String name : names) {
                digest.update((name + "\n" + state(name) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            String key = HexFormat.of().formatHex(digest.digest(), 0, KEY / 2);
            return new Bookmark(data.resolve("ingest-" + key + ".position"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("could not hash: SHA-256 is missing", e);
        }
    }

    private static String state(String name) {
        if (name.startsWith("http")) {
            return "";
        }
        try {
            Path path = Path.of(name).toAbsolutePath();
            return path + " " + Files.size(path) + " " + Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * Where to go on.
     *
     * @param name how many names are done in whole
     * @param member how many documents of the next one are done
     */
    record Position(int name, long member) {}

    /** Where the work stopped, or its beginning. */
    Position find() {
        try {
            String[] parts = Files.readString(file).strip().split(" ");
            return new Position(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
        } catch (IOException | RuntimeException e) {
            return new Position(0, 0);
        }
    }

    /** Notes how far it has come, now and then. */
    void note(Position position) {
        if (System.nanoTime() - written > BETWEEN.toNanos()) {
            write(position);
            written = System.nanoTime();
        }
    }

    private void write(Position position) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, position.name() + " " + position.member());
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CommandException("could not note how far it has come: " + file + ": " + e.getMessage(), e);
        }
    }

    /** Forgets it: the work is done, or begins anew. */
    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CommandException("could not remove: " + file + ": " + e.getMessage(), e);
        }
    }
}
