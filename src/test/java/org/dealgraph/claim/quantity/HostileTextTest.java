package org.dealgraph.claim.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTextTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Property(tries = 500)
    void any_text_is_read_with_spans_in_order(@ForAll String text) {
        checkSpans(text);
    }

    @Property(tries = 2000)
    void any_order_of_the_words_of_amounts_is_read_with_spans_in_order(@ForAll("phrases") String text) {
        checkSpans(text);
    }

    @Provide
    Arbitrary<String> phrases() {
        return Arbitraries.of(
                        "$",
                        "US$",
                        "€",
                        "38",
                        "5,000",
                        "1.5",
                        "billion",
                        "bn",
                        "to",
                        "-",
                        "–",
                        "and",
                        "between",
                        "from",
                        "up to",
                        "more than",
                        "a",
                        "half",
                        "of",
                        "dollars",
                        "cents",
                        "year",
                        "per",
                        "/",
                        "month",
                        "GW",
                        "megawatts",
                        "%",
                        "percent",
                        "chips",
                        "GB200s",
                        "2026",
                        "Q3",
                        "H2",
                        "late",
                        "the end",
                        "by",
                        "May",
                        "20",
                        "next",
                        "last",
                        "Monday",
                        "ago",
                        "(",
                        ")",
                        ",",
                        ".",
                        "or",
                        "more",
                        "+",
                        "plus",
                        "several",
                        "tens",
                        "billions",
                        "two",
                        "twenty",
                        "hundred",
                        "point",
                        "crore",
                        "won",
                        "\u200b",
                        "\u202e",
                        "😀",
                        "００",
                        "fiscal",
                        "26",
                        "'",
                        "decade",
                        "figure",
                        "eleven",
                        "000",
                        "multi")
                .list()
                .ofMaxSize(25)
                .flatMap(words -> Arbitraries.of("", " ", "-").map(joint -> String.join(joint, words)));
    }

    private static void checkSpans(String text) {
        int end = 0;
        for (Measured measured : Quantities.read(text, DAY)) {
            assertThat(measured.span().start()).as(measured.toString()).isGreaterThanOrEqualTo(end);
            assertThat(measured.span().length()).as(measured.toString()).isPositive();
            end = measured.span().end();
            assertThat(QuantityLine.of("a", measured, text)).contains("\"kind\"");
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }

    static Stream<String> pathological() {
        return Stream.of(
                "7",
                "1,",
                "1 ",
                "$",
                "$1",
                "$1 ",
                "\"$1",
                "a ",
                "up to ",
                "more than ",
                "one hundred ",
                "thousand ",
                "$1 to ",
                "$1-",
                "between ",
                "and ",
                "1 of ",
                "half a ",
                "the end of ",
                "May ",
                "2026 to ",
                "2026-",
                "\u200b",
                "שלום 5 ",
                "😀",
                "tens of ",
                "1.",
                "1.1",
                "000 ",
                "1 000",
                "several ",
                "annual ",
                "GB200 ",
                "5 big ",
                "A.",
                "é",
                "from 1 to ",
                "x",
                "1Q",
                "第",
                "$1 (€1) ",
                "late ",
                "next ",
                "0,00,",
                "'",
                "per ");
    }

    @ParameterizedTest
    @MethodSource("pathological")
    void work_grows_no_faster_than_the_text(String unit) {
        long once = reads(unit.repeat(2_000));
        long eightfold = reads(unit.repeat(16_000));
        assertThat(eightfold).isLessThanOrEqualTo(10 * once + 10_000);
    }

    /** How many tokens the readers look at. */
    private static long reads(String text) {
        CountingList tokens = new CountingList(Scanner.list(text));
        Quantities.read(new Tokens(tokens, text.length()), DAY);
        return tokens.reads;
    }

    private static final class CountingList extends AbstractList<Token> {
        private final List<Token> tokens;
        private long reads;

        CountingList(List<Token> tokens) {
            this.tokens = tokens;
        }

        @Override
        public Token get(int index) {
            reads++;
            return tokens.get(index);
        }

        @Override
        public int size() {
            return tokens.size();
        }
    }
}
