package org.dealgraph.pipeline.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP file. Nothing is unpacked to disk, archives within it stay closed, and what unpacks to far more than it is, in one
 * entry or in all of them, is a bomb and ends the reading.
 */
final class ZipArchive implements Archive {

    private static final int MOST_ENTRIES = 200_000;
    private static final long ALWAYS_FINE = 256L << 20;
    private static final int MOST_TIMES = 200;

    @Override
    public void read(Path file, int largest, Taker taker) throws IOException {
        long room = Math.max(ALWAYS_FINE, MOST_TIMES * Files.size(file));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new ZipException("more than " + MOST_ENTRIES + " entries");
            }
            long unpacked = 0;
            int number = 0;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                number++;
                if (entry.isDirectory() || isHidden(entry.getName())) {
                    continue;
                }
                Member member = member(zip, entry, largest, (double) number / zip.size());
                unpacked += member.body() == null ? largest : member.body().length;
                if (unpacked > room) {
                    throw new ZipException("it unpacks to more than " + MOST_TIMES + " times its size");
                }
                if (!taker.take(member)) {
                    return;
                }
            }
        }
    }

    private static Member member(ZipFile zip, ZipEntry entry, int largest, double share) {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] body = in.readNBytes(largest + 1);
            return body.length > largest
                    ? new Member(entry.getName(), null, null, null, "it unpacks to more than an article can be", share)
                    : new Member(entry.getName(), body, null, date(entry), null, share);
        } catch (IOException | RuntimeException e) {
            return new Member(entry.getName(), null, null, null, "it cannot be unpacked: " + e.getMessage(), share);
        }
    }

    private static @Nullable Instant date(ZipEntry entry) {
        FileTime time = entry.getLastModifiedTime();
        return time == null ? null : time.toInstant();
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.contains("/.") || name.startsWith("__MACOSX");
    }
}
