package org.dealgraph.claim.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {

    private static final int LENGTH = 600_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9",
                "\"",
                "(",
                "“",
                "a",
                "A",
                "Oracle ",
                "the ",
                "the company ",
                "it ",
                "Oracle (the “",
                "Acme Energy, ",
                "OpenAI and ",
                "-",
                "\u200b",
                "😀",
                "ا",
                "U.S.",
                ". ",
                "\n",
                "Amazon's ",
                "the two ",
                "X (",
                "(A) ",
                "The the chipmaker of ",
                "Vane-",
                "Ab Cd Ef. ",
                "“We ",
                "its cloud arm "
            })
    void reads_any_repetition_to_its_end(String unit) {
        String text = unit.repeat(LENGTH / unit.length());

        MentionSet set = Reader.MENTIONS.read("", text);

        assertThat(set.text().tokens()).allMatch(t -> t.end() <= text.length());
        assertThat(set.mentions()).allMatch(m -> m.span().end() <= text.length());
    }
}
