package org.dealgraph.pipeline.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that holds many documents. */
public interface Archive {

    /**
     * A document in an archive.
     *
     * @param name path within the archive, number of a message, or address that a page was captured from
     * @param body its bytes, or null where they could not be had
     * @param contentType as it is declared, or null
     * @param seen its date, or null
     * @param fault why its bytes could not be had, or null
     * @param share of the archive that has been read with it, 0 to 1
     */
    record Member(
            String name,
            byte @Nullable [] body,
            @Nullable String contentType,
            @Nullable Instant seen,
            @Nullable String fault,
            double share) {}

    /** Takes members. */
    @FunctionalInterface
    interface Taker {

        /** Takes one; false ends the reading. */
        boolean take(Member member);
    }

    /**
     * Hands over every member in the archive's order.
     *
     * @param largest bytes of a member, unpacked
     * @throws IOException where the archive cannot be read (on); what came before was handed over
     */
    void read(Path file, int largest, Taker taker) throws IOException;

    /** The reader for a file, by its name; empty where it is no archive. */
    static Optional<Archive> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".zip")) {
            return Optional.of(new ZipArchive());
        }
        if (name.endsWith(".mbox") || name.endsWith(".mbx")) {
            return Optional.of(new Mbox());
        }
        return name.endsWith(".warc") || name.endsWith(".warc.gz") ? Optional.of(new Warc()) : Optional.empty();
    }
}
