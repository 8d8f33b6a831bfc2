package org.dealgraph.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a body and takes its content codings off, never past a bound, packed or unpacked. */
final class Body {

    private static final int BUFFER = 16 << 10;
    private static final int MOST_CODINGS = 2;

    private Body() {}

    /** The bound was reached. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(int largest) {
            this("more than " + largest + " bytes");
        }

        TooLargeException(String message) {
            super(message);
        }
    }

    static byte[] read(InputStream packed, @Nullable String coding, int largest) throws IOException {
        InputStream in = new Bounded(packed, largest);
        for (String name : codings(coding).reversed()) {
            in = unpacked(in, name);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER);
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (out.size() + n > largest) {
                throw new TooLargeException(largest);
            }
            out.write(buffer, 0, n);
        }
        return out.toByteArray();
    }

    private static List<String> codings(@Nullable String header) throws IOException {
        List<String> codings = new ArrayList<>();
        for (String name :
                header == null ? new String[0] : header.toLowerCase(Locale.ROOT).split(",")) {
            String plain = name.strip();
            if (!plain.isEmpty() && !plain.equals("identity")) {
                codings.add(plain);
            }
        }
        if (codings.size() > MOST_CODINGS) {
            throw new IOException("too many codings: " + header);
        }
        return codings;
    }

    private static InputStream unpacked(InputStream in, String coding) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(2);
        int first = buffered.read();
        int second = buffered.read();
        buffered.reset();
        return switch (coding) {
            // Servers announce packing that did not happen; the magic number tells.
            case "gzip", "x-gzip" -> first == 0x1F && second == 0x8B ? new GZIPInputStream(buffered, BUFFER) : buffered;
            case "deflate" ->
                new InflaterInputStream(buffered, new Inflater((first & 0x0F) != 8 || (first << 8 | second) % 31 != 0));
            case "br" -> first < 0 ? buffered : new BrotliInputStream(buffered);
            default -> throw new IOException("unknown coding: " + coding);
        };
    }

    /** Counts what comes from the wire. */
    private static final class Bounded extends InputStream {

        private final InputStream in;
        private final int largest;
        private long read;

        Bounded(InputStream in, int largest) {
            this.in = in;
            this.largest = largest;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int n) throws IOException {
            read += n;
            if (read > largest) {
                throw new TooLargeException(largest);
            }
        }
    }
}
