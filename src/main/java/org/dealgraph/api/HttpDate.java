package org.dealgraph.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The time of a response as its header has it, written once a second. */
final class HttpDate {

    private static volatile Second last = new Second(Long.MIN_VALUE, "");

    private record Second(long epoch, String text) {}

    private HttpDate() {}

    static String now() {
        Instant now = Instant.now();
        Second known = last;
        if (known.epoch() != now.getEpochSecond()) {
            known = new Second(
                    now.getEpochSecond(), DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
            last = known;
        }
        return known.text();
    }
}
