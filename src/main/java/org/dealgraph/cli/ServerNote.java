package org.dealgraph.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.dealgraph.api.IntakeKey;

/**
 * The note {@code server.json} that a running server leaves in its data folder, readable by its owner only, so that
 * {@code ingest} on the same machine finds it and may write to it.
 */
final class ServerNote implements IntakeKey {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final String key;

    private ServerNote(Path file, String key) {
        this.file = file;
        this.key = key;
    }

    /** A note with a fresh key, not yet written. */
    static ServerNote create(Path data) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return new ServerNote(file(data), HexFormat.of().formatHex(random));
    }

    /** Address and key of the server that runs on a data folder, where it left a note. */
    static Optional<Address> find(Path data) {
        try {
            return Optional.of(JSON.readValue(file(data).toFile(), Address.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void publish(String url) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, JSON.writeValueAsString(Map.of("url", url, "key", key)));
        } catch (IOException e) {
            throw new UncheckedIOException("could not write the server's note: " + file, e);
        }
    }

    void withdraw() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    @Override
    public String value() {
        return key;
    }

    private static Path file(Path data) {
        return data.resolve("server.json");
    }

    /**
     * A server that answers.
     *
     * @param url its address
     * @param key what it asks of those who write
     */
    record Address(String url, String key) {

        @Override
        public String toString() {
            return url;
        }
    }
}
