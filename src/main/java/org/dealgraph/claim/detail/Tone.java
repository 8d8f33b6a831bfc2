package org.dealgraph.claim.detail;

import java.util.Locale;
import java.util.Optional;

/** The lists of {@code ingest/lexicon/standing.yml}, each a tone in which deals are told. */
enum Tone {
    TALKS,
    BID,
    LETTER,
    SOURCES,
    REPORT,
    HOPE,
    WOULD,
    PLAN,
    OPTION,
    ENDED,
    FADED,
    REFUSED,
    UNMADE,
    FIRM,
    DONE,
    NOT,
    PAST,
    /** Any of talks, letter, sources and report. */
    UNSURE,
    /** Ended or refused. */
    OVER;

    static Optional<Tone> named(String cue) {
        for (Tone tone : values()) {
            if (tone.name().toLowerCase(Locale.ROOT).equals(cue)) {
                return Optional.of(tone);
            }
        }
        return Optional.empty();
    }
}
