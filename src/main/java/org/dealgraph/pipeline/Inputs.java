package org.dealgraph.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dealgraph.pipeline.Input.Unreadable;

/** Finds and reads the documents behind the paths that somebody names: files, and folders with all that is in them. */
public final class Inputs {

    /** The largest file that is read, in bytes. */
    public static final long LARGEST = 15L << 20;

    private static final int DEEPEST = 16;

    private final Documents documents;

    public Inputs(Documents documents) {
        this.documents = documents;
    }

    /**
     * The files behind the paths, each folder's in the order of their names; hidden ones are left out.
     *
     * @param paths files and folders
     * @param unreadable gets what is not there
     */
    public List<Path> list(List<String> paths, Consumer<Unreadable> unreadable) {
        List<Path> files = new ArrayList<>();
        for (String name : paths) {
            try {
                Path path = Path.of(name);
                if (Files.isDirectory(path)) {
                    try (Stream<Path> below = Files.walk(path, DEEPEST)) {
                        below.filter(Files::isRegularFile)
                                .filter(f -> !hidden(path.relativize(f)))
                                .sorted()
                                .forEach(files::add);
                    }
                } else if (Files.exists(path)) {
                    files.add(path);
                } else {
                    unreadable.accept(new Unreadable(name, "there is no such file or folder: check the path"));
                }
            } catch (IOException | InvalidPathException e) {
                unreadable.accept(new Unreadable(name, "it cannot be listed: " + e.getMessage()));
            }
        }
        return files;
    }

    /** What one file holds: one document, or a feed's entries; an unreadable file gives one {@link Unreadable}. */
    public List<Input> read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return List.of(new Unreadable(file.toString(), "it is not a regular file"));
            }
            long size = Files.size(file);
            if (size > LARGEST) {
                return List.of(tooLarge(file.toString(), size));
            }
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            return documents.read(file.toString(), Files.readAllBytes(file), changed);
        } catch (NoSuchFileException e) {
            return List.of(new Unreadable(file.toString(), "there is no such file: check the path"));
        } catch (IOException e) {
            return List.of(new Unreadable(file.toString(), "it cannot be read: " + e.getMessage()));
        }
    }

    private static Unreadable tooLarge(String name, long size) {
        return new Unreadable(
                name,
                "it is larger than an article or feed can be (%d MiB; at most %d are read): split it"
                        .formatted(size >> 20, LARGEST >> 20));
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
