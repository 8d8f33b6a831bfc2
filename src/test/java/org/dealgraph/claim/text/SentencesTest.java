package org.dealgraph.claim.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            The plant opened. Workers came.                              | 2
            Acme Inc. bought it. Others waited.                          | 2
            Acme Inc. The deal is done.                                  | 2
            The U.S. government agreed. It paid.                         | 2
            It was built in the U.S. The rest went abroad.               | 2
            Mr. Smith met Dr. Jones. They talked.                        | 2
            J. P. Miller runs it. He founded it.                         | 2
            It paid $3.5 billion. That is a lot.                         | 2
            On Nov. 3 it paid. On Dec. 4 it stopped.                     | 2
            "We won." She smiled.                                        | 2
            “We won,” she said. “We always do.” He nodded.               | 3
            Really? Yes! Fine.                                           | 3
            It ended… Then it began.                                     | 2
            See No. 5 for details. It helps.                             | 2
            They bought it.Then they sold it.                            | 2
            Visit example.com today. It is free.                         | 2
            LISBON, May 2 (Wire) - The bank lent money. It was repaid.   | 2
            The firm (which is old.) sold. It left.                      | 2
            Sales at Yahoo! Japan rose. Nobody knew.                     | 3
            The ratio, e.g. of debt, fell. It rose later.                | 2
            One thing vs. another is hard. So be it.                     | 2
            Prices start at 5 p.m. on Friday. Doors open.                | 2
            """)
    void ends_a_sentence_where_a_reader_would(String text, int sentences) {
        assertThat(Prose.of(text).sentences()).hasSize(sentences);
    }

    @Test
    void keeps_headings_and_list_items_apart() {
        Prose prose =
                Prose.of("What changed\n\nTwo things did:\n• The price fell\n• The term rose\n\n1. Read on.\n2. Stop.");

        assertThat(prose.sentences().stream().map(prose::text))
                .containsExactly(
                        "What changed",
                        "Two things did:",
                        "• The price fell",
                        "• The term rose",
                        "1. Read on.",
                        "2. Stop.");
        assertThat(prose.sentences().stream().map(Sentence::kind))
                .containsExactly(
                        Sentence.Kind.HEADING,
                        Sentence.Kind.PLAIN,
                        Sentence.Kind.ITEM,
                        Sentence.Kind.ITEM,
                        Sentence.Kind.ITEM,
                        Sentence.Kind.ITEM);
        assertThat(prose.paragraphs()).hasSize(3);
    }

    @Test
    void a_heading_of_two_halves_is_two_sentences() {
        Prose prose = Prose.of("Crusoe seeks $3bn; Oracle rents turbines\n\nCrusoe wants money; it has plans.");

        assertThat(prose.sentences().stream().map(prose::text))
                .containsExactly("Crusoe seeks $3bn;", "Oracle rents turbines", "Crusoe wants money; it has plans.");
        assertThat(prose.sentences().stream().map(Sentence::kind))
                .containsExactly(Sentence.Kind.HEADING, Sentence.Kind.HEADING, Sentence.Kind.PLAIN);
    }

    @Test
    void joins_a_wrapped_line_to_the_next() {
        Prose prose = Prose.of("The contract that both parties signed last week in the town\nhall runs for ten years.");

        assertThat(prose.sentences()).hasSize(1);
    }

    @Test
    void finds_sentence_and_token_by_offset() {
        Prose prose = Prose.of("One fell. Two rose.");

        assertThat(prose.sentenceAt(12).orElseThrow().index()).isEqualTo(1);
        assertThat(prose.token(prose.tokenAt(10)).text()).isEqualTo("Two");
        assertThat(prose.tokenAt(1000)).isEqualTo(prose.size());
    }

    @Test
    void every_token_stands_in_one_sentence() {
        Prose prose = Prose.of("A b. \"C d?\" (E)\n\n• f\n— g… ### H\u2029i");

        List<Sentence> sentences = prose.sentences();
        int next = 0;
        for (Sentence sentence : sentences) {
            assertThat(sentence.first()).isEqualTo(next);
            next = sentence.end();
        }
        assertThat(next).isEqualTo(prose.size());
    }

    @Test
    void words_without_a_full_stop_are_cut_into_sentences_of_bounded_length() {
        Prose prose = Prose.of("Meta pays $5 billion and ".repeat(500));

        assertThat(prose.sentences())
                .hasSizeGreaterThan(20)
                .allSatisfy(s -> assertThat(s.end() - s.first()).isLessThanOrEqualTo(120));
    }
}
