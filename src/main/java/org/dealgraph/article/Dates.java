package org.dealgraph.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.WrittenTime;
import org.jspecify.annotations.Nullable;

/** Dates of publication: read leniently, and dropped where they cannot be those of a page. */
final class Dates {

    private static final LocalDate FIRST_PAGE = LocalDate.of(1990, 1, 1);
    private static final int LAST_YEAR = 2100;

    private Dates() {}

    static PartialDate day(Instant instant) {
        return PartialDate.ofDay(instant.atZone(ZoneOffset.UTC).toLocalDate());
    }

    static Optional<WrittenTime> parse(@Nullable String text) {
        return text == null
                ? Optional.empty()
                : WrittenTime.parse(text)
                        .filter(t -> !t.day().isBefore(FIRST_PAGE) && t.day().getYear() < LAST_YEAR);
    }
}
