package org.dealgraph.pipeline.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Messages one after another, each begun by a line "From " behind an empty one (RFC 4155); a quoted {@code >From } loses
 * its quote.
 */
final class Mbox implements Archive {

    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_LINE = 1 << 20;

    @Override
    public void read(Path file, int largest, Taker taker) throws IOException {
        long size = Math.max(1, Files.size(file));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            new Reading(in, size, largest, taker).run();
        }
    }

    private static final class Reading {

        private final InputStream in;
        private final long size;
        private final int largest;
        private final Taker taker;
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();
        private long position;
        private int number;
        private boolean tooLarge;

        Reading(InputStream in, long size, int largest, Taker taker) {
            this.in = in;
            this.size = size;
            this.largest = largest;
            this.taker = taker;
        }

        void run() throws IOException {
            boolean afterEmpty = true;
            boolean begun = false;
            for (byte[] line = line(); line.length > 0; line = line()) {
                if (afterEmpty && startsWith(line, 0)) {
                    if (begun && !hand()) {
                        return;
                    }
                    begun = true;
                } else if (begun) {
                    add(line);
                }
                afterEmpty = line[0] == '\n' || line[0] == '\r';
            }
            if (!begun) {
                throw new IOException("it does not begin with a line 'From '");
            }
            hand();
        }

        private boolean hand() {
            number++;
            byte[] body = tooLarge ? null : message.toByteArray();
            String fault = tooLarge ? "it is larger than a message can be" : null;
            message.reset();
            tooLarge = false;
            return taker.take(new Member(
                    "message-" + number, body, "message/rfc822", null, fault, Math.min(1, (double) position / size)));
        }

        private void add(byte[] line) {
            int quotes = 0;
            while (quotes < line.length && line[quotes] == '>') {
                quotes++;
            }
            int from = quotes > 0 && startsWith(line, quotes) ? 1 : 0;
            tooLarge |= message.size() + line.length > largest;
            if (!tooLarge) {
                message.write(line, from, line.length - from);
            }
        }

        /** A line with its end, at most so long; empty at the end of the file. */
        private byte[] line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(120);
            for (int b = in.read(); b >= 0; b = in.read()) {
                line.write(b);
                if (b == '\n' || line.size() >= LONGEST_LINE) {
                    break;
                }
            }
            position += line.size();
            return line.toByteArray();
        }

        private static boolean startsWith(byte[] line, int at) {
            return line.length >= at + FROM.length
                    && java.util.Arrays.equals(line, at, at + FROM.length, FROM, 0, FROM.length);
        }
    }
}
