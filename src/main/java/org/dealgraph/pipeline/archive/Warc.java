package org.dealgraph.pipeline.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * A web archive (ISO 28500), packed or not: pages and feeds that answered well, resources, and texts converted from pages.
 * Pictures, requests and metadata are passed over.
 */
final class Warc implements Archive {

    private static final int OK = 200;

    @Override
    public void read(Path file, int largest, Taker taker) throws IOException {
        long size = Math.max(1, Files.size(file));
        try (FileChannel channel = FileChannel.open(file);
                WarcReader reader = new WarcReader(channel)) {
            for (Optional<WarcRecord> record = next(reader); record.isPresent(); record = next(reader)) {
                double share = Math.min(1, (double) channel.position() / size);
                @Nullable
                Member member =
                        record.get() instanceof WarcTargetRecord target ? guarded(target, largest, share) : null;
                if (member != null && !taker.take(member)) {
                    return;
                }
            }
        }
    }

    private static Optional<WarcRecord> next(WarcReader reader) throws IOException {
        try {
            return reader.next();
        } catch (RuntimeException e) {
            throw new IOException("it is broken at byte " + reader.position() + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable Member guarded(WarcTargetRecord record, int largest, double share) {
        try {
            return member(record, largest, share);
        } catch (RuntimeException e) {
            return new Member(record.type(), null, null, null, "it cannot be read: " + e.getMessage(), share);
        }
    }

    private static @Nullable Member member(WarcTargetRecord record, int largest, double share) {
        String name = record.target();
        try {
            return switch (record) {
                case WarcResponse response when name.startsWith("http") -> page(response, largest, share);
                case WarcResource resource ->
                    body(name, resource, resource.contentType().toString(), resource.body(), largest, share);
                case WarcConversion text ->
                    body(name, text, text.contentType().toString(), text.body(), largest, share);
                default -> null;
            };
        } catch (IOException | RuntimeException e) {
            return new Member(name, null, null, null, "it cannot be read: " + e.getMessage(), share);
        }
    }

    private static @Nullable Member page(WarcResponse response, int largest, double share) throws IOException {
        HttpResponse http = response.http();
        String type = http.headers().first("Content-Type").orElse("text/html");
        if (http.status() != OK) {
            return null;
        }
        return body(response.target(), response, type, http.bodyDecoded(), largest, share);
    }

    private static @Nullable Member body(
            String name, WarcRecord record, String type, MessageBody body, int largest, double share)
            throws IOException {
        if (!isText(type)) {
            return null;
        }
        InputStream in = body.stream();
        byte[] bytes = in.readNBytes(largest + 1);
        return bytes.length > largest
                ? new Member(name, null, null, null, "it is larger than an article can be", share)
                : new Member(name, bytes, type, record.date(), null, share);
    }

    private static boolean isText(String type) {
        String plain = type.toLowerCase(Locale.ROOT);
        return plain.startsWith("text/") || plain.contains("html") || plain.contains("xml") || plain.contains("json");
    }
}
