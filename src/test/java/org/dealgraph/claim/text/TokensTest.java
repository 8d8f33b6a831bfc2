package org.dealgraph.claim.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            168MW site            | 168 MW site
            $38B deal             | $ 38 B deal
            Porto-based firm      | Porto - based firm
            Acme's plant          | Acme 's plant
            Acme’s plant          | Acme ’s plant
            the owners' club      | the owners ' club
            AT&T paid             | AT&T paid
            O'Hara doesn't        | O'Hara doesn't
            in the U.S. now       | in the U.S. now
            Acme.com, Inc.        | Acme.com , Inc .
            1,234.5 units         | 1,234.5 units
            Q3 2026               | Q3 2026
            (NASDAQ: ACME)        | ( NASDAQ : ACME )
            """)
    void splits_as_the_field_writes(String text, String tokens) {
        assertThat(Tokens.of(text).stream().map(Token::text).collect(Collectors.joining(" ")))
                .isEqualTo(tokens);
    }

    @Test
    void leaves_zero_width_characters_out_of_the_word_but_inside_its_span() {
        Token token = Tokens.of("Ac\u200bme").getFirst();

        assertThat(token.text()).isEqualTo("Acme");
        assertThat(token.end()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"CoreSite,true", "xLab,true", "JPBank,true", "GPUs,false", "Acme,false", "ACME,false"})
    void tells_a_capital_inside_a_word(String word, boolean inner) {
        assertThat(Tokens.of(word).getFirst().innerCapital()).isEqualTo(inner);
    }

    @ParameterizedTest
    @CsvSource({
        "bought,buy",
        "acquires,acquire",
        "planned,plan",
        "supplies,supply",
        "investing,invest",
        "lent,lend",
        "committed,commit",
        "leases,lease",
        "table,table"
    })
    void gives_a_verb_its_plain_form(String word, String lemma) {
        assertThat(English.lemma(word)).isEqualTo(lemma);
    }
}
