package org.dealgraph.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dealgraph.fetch.FetchSettings;
import org.dealgraph.fetch.Fetcher;
import org.dealgraph.fetch.Outcome;
import org.dealgraph.pipeline.Input.Unreadable;
import org.dealgraph.pipeline.archive.Archive;
import org.jspecify.annotations.Nullable;

/** Finds and loads what somebody names: files, folders with all that is in them, and addresses of the web. */
public final class Inputs implements AutoCloseable {

    /** The largest file that is read, in bytes. */
    public static final long LARGEST = 15L << 20;

    private static final int DEEPEST = 16;

    private final Documents documents = new Documents();
    private final FetchSettings web;
    private final Clock clock = Clock.systemUTC();
    private @Nullable Fetcher fetcher;

    public Inputs() {
        this(FetchSettings.standard());
    }

    /** Inputs that ask the web by other settings. */
    public Inputs(FetchSettings web) {
        this.web = web;
    }

    /** What came of loading one name. */
    public sealed interface Load {

        /**
         * The bytes behind a name.
         *
         * @param name path or address
         * @param body at most {@link #LARGEST} bytes
         * @param contentType as a server said, or null
         * @param seen the file's date, or the time of the fetch
         */
        record Loaded(String name, byte[] body, @Nullable String contentType, Instant seen) implements Load {}

        /** Nothing, and why. */
        record Failed(Unreadable unreadable) implements Load {}
    }

    /**
     * The files and addresses behind some names, each folder's in the order of their names; hidden files are left out.
     *
     * @param names files, folders and addresses
     * @param unreadable gets what is not there
     */
    public List<String> list(List<String> names, Consumer<Unreadable> unreadable) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            if (isAddress(name)) {
                found.add(name);
                continue;
            }
            try {
                Path path = Path.of(name);
                if (Files.isDirectory(path)) {
                    try (Stream<Path> below = Files.walk(path, DEEPEST)) {
                        below.filter(Files::isRegularFile)
                                .filter(f -> !hidden(path.relativize(f)))
                                .sorted()
                                .forEach(f -> found.add(f.toString()));
                    }
                } else if (Files.exists(path)) {
                    found.add(name);
                } else {
                    unreadable.accept(new Unreadable(name, "there is no such file or folder: check the path"));
                }
            } catch (IOException | InvalidPathException e) {
                unreadable.accept(new Unreadable(name, "it cannot be listed: " + e.getMessage()));
            }
        }
        return found;
    }

    /** What a file, archive or address holds; what cannot be read gives an {@link Unreadable}. */
    public List<Input> read(String name) {
        List<Input> inputs = new ArrayList<>();
        each(name, 0, (load, share) -> inputs.addAll(read(load)));
        return inputs;
    }

    /** What was loaded: one document, or a feed's entries. */
    public List<Input> read(Load load) {
        return switch (load) {
            case Load.Loaded l -> documents.read(l.name(), l.body(), l.contentType(), l.seen());
            case Load.Failed f -> List.of(f.unreadable());
        };
    }

    /** Takes what was loaded. */
    @FunctionalInterface
    public interface Taker {

        /**
         * Takes one document.
         *
         * @param share of the file or archive that has been read with it, 0 to 1
         */
        void take(Load load, double share);
    }

    /**
     * Loads what a name holds: one document, or every one in an archive (ZIP, mbox, WARC).
     *
     * @param skip how many of the first to leave out
     */
    public void each(String name, long skip, Taker taker) {
        Path file = isAddress(name) ? null : Path.of(name);
        Archive archive = file == null ? null : Archive.of(file).orElse(null);
        if (file == null || archive == null || !Files.isRegularFile(file)) {
            if (skip == 0) {
                taker.take(load(name), 1);
            }
            return;
        }
        long[] number = {0};
        try {
            Instant date = Files.getLastModifiedTime(file).toInstant();
            archive.read(file, (int) LARGEST, member -> {
                if (number[0]++ >= skip) {
                    taker.take(loaded(name, member, date), member.share());
                }
                return true;
            });
        } catch (IOException e) {
            taker.take(failed(name, "it cannot be read to its end: " + e.getMessage()), 1);
        }
    }

    private static Load loaded(String archive, Archive.Member member, Instant date) {
        String name = isAddress(member.name()) ? member.name() : archive + "!/" + member.name();
        byte[] body = member.body();
        return body == null
                ? failed(name, String.valueOf(member.fault()))
                : new Load.Loaded(name, body, member.contentType(), member.seen() == null ? date : member.seen());
    }

    /** The bytes of a file or address. */
    public Load load(String name) {
        return isAddress(name) ? fetch(name) : file(Path.of(name));
    }

    private Load file(Path file) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return failed(file.toString(), "it is not a regular file");
            }
            long size = Files.size(file);
            if (size > LARGEST) {
                return failed(
                        file.toString(),
                        "it is larger than an article or feed can be (%d MiB; at most %d are read): split it"
                                .formatted(size >> 20, LARGEST >> 20));
            }
            return new Load.Loaded(
                    file.toString(),
                    Files.readAllBytes(file),
                    null,
                    Files.getLastModifiedTime(file).toInstant());
        } catch (NoSuchFileException e) {
            return failed(file.toString(), "there is no such file: check the path");
        } catch (IOException e) {
            return failed(file.toString(), "it cannot be read: " + e.getMessage());
        }
    }

    private Load fetch(String address) {
        return switch (fetcher().fetch(address)) {
            case Outcome.Fetched f -> new Load.Loaded(f.found(), f.body(), f.contentType(), clock.instant());
            case Outcome.NotModified n -> failed(address, "it has not changed");
            case Outcome.Refused r -> failed(address, "it is not asked for: " + r.detail());
            case Outcome.Failed f -> failed(address, "it cannot be fetched: " + f.detail());
        };
    }

    private synchronized Fetcher fetcher() {
        Fetcher open = fetcher;
        if (open == null) {
            open = new Fetcher(web);
            fetcher = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (fetcher != null) {
            fetcher.close();
        }
    }

    private static boolean isAddress(String name) {
        return Documents.isAddress(name);
    }

    private static Load failed(String name, String reason) {
        return new Load.Failed(new Unreadable(name, reason));
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
