package org.dealgraph.claim.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Amazon said on Friday it would expand.                        | amazon
            A letter from Amazon's lawyers arrived.                       | amazon
            NVIDIA Corporation reported results.                          | nvidia
            The nvidia store is closed.                                   |
            Amazon Web Services will host the data.                       | aws
            AWS, Google Cloud and Microsoft bid for it.                   | aws google-cloud microsoft
            Alphabet shares fell.                                         | google
            The bank lent money to xAI.                                   | xai
            Oracle wants more power.                                      | oracle
            He consulted an oracle before the trip.                       |
            Oracle and CoreWeave are talking.                             | oracle coreweave
            Shares of Meta rose while Meta Platforms spoke.               | meta meta
            The meta question is harder.                                  |
            A contract with Arm was signed.                               | arm
            He hurt his arm on Monday.                                    |
            Arm yourself with patience.                                   |
            Lambda will rent out the machines.                            | lambda
            The lambda calculus is old.                                   |
            Apple pie is on the menu.                                     |
            Apple said it had no plans.                                   | apple
            Galaxy Digital leased the site.                               | galaxy
            The galaxy is wide.                                           |
            Applied Digital and Core Scientific own campuses.             | applied-digital core-scientific
            Together, the firms are strong.                               |
            A chip from Switch, the data-centre operator, arrived.        | switch
            Switch off the lights.                                        |
            Orange trees grow there.                                      |
            The telecoms group Orange signed.                             | orange
            The U.S. government took a tenth.                             | us-government
            Offices in the U.S. are small.                                |
            Saudi Arabia will invest in it.                               | saudi-government
            The United States will invest there.                          | us-government
            The MW count for PIF and GIC is unknown.                      | pif gic
            A gift for every kt of steel.                                 |
            Anthropic PBC and OpenAI Group PBC are charities of a kind.   | anthropic openai
            Rolls-Royce sells engines.                                    | rolls-royce
            Deals with SK hynix and SK Telecom followed.                  | sk-hynix sk-telecom
            We spoke with T-Mobile.                                       | t-mobile
            The Amazon-Anthropic pact is old.                             | amazon anthropic
            A Microsoft-backed fund spoke.                                | microsoft
            Citi, HSBC and Wells Fargo lent it money.                     | citi hsbc wells-fargo
            The order went to Dell Technologies Inc.                      | dell
            """)
    void finds_registry_names_and_leaves_words_alone(String text, String names) {
        assertThat(Reader.names(text)).isEqualTo(names == null ? "" : names);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Oracle Corporation (the “Company”) signed. The Company will pay.              | The Company  | oracle
            Core Scientific, Inc. (the "Lessor") owns it. The tenant pays the Lessor.     | the Lessor   | core-scientific
            Nebius Group N.V. ("Nebius") grew. Later Nebius paid.                         | Nebius       | nebius
            Wolfram Harbor Power (WHP) opened. WHP is small.                              | WHP          | ?Wolfram Harbor Power
            Quillon Data Inc., a Texas company (the "Purchaser"), paid. The Purchaser left. | The Purchaser | ?Quillon Data
            """)
    void takes_names_that_the_article_defines(String text, String words, String reference) {
        assertThat(Reader.reference(text, words)).isEqualTo(reference);
    }

    @Test
    void joins_names_in_one_list() {
        MentionSet set =
                Reader.MENTIONS.read("", "A group of BlackRock, Microsoft, Nvidia and xAI bid. Google did not.");

        assertThat(set.coordinations()).hasSize(1);
        Coordination list = set.coordinations().getFirst();
        assertThat(list.span().in(set.text().text())).isEqualTo("BlackRock, Microsoft, Nvidia and xAI");
        assertThat(list.members()).hasSize(4);
        assertThat(set.coordination(set.mentions().getFirst())).contains(list);
    }

    @Test
    void keeps_title_and_text_apart() {
        MentionSet set = Reader.MENTIONS.read("Oracle rents a campus", "It belongs to Crusoe.");

        assertThat(set.mentions().getFirst().part()).isEqualTo(Part.TITLE);
        assertThat(set.mentions().getFirst().span().in("Oracle rents a campus")).isEqualTo("Oracle");
        assertThat(set.in(set.text().sentences().getFirst()))
                .allMatch(m -> m.part() == Part.TEXT)
                .extracting(set::words)
                .contains("It", "Crusoe");
    }

    @Test
    void tells_owners_from_others() {
        MentionSet set = Reader.MENTIONS.read("", "Amazon's chips went to Google.");

        assertThat(set.mentions())
                .filteredOn(Mention::possessive)
                .extracting(set::words)
                .containsExactly("Amazon");
    }

    @Test
    void names_the_maker_and_the_product_apart() {
        MentionSet set = Reader.MENTIONS.read("", "They ordered Nvidia GPUs.");

        assertThat(set.mentions()).extracting(set::words).contains("Nvidia", "GPUs");
    }

    @Test
    void says_who_is_present_when_a_sentence_begins() {
        MentionSet set = Reader.MENTIONS.read("", "Oracle will supply OpenAI. Another 2 gigawatts follow later.");

        assertThat(set.focus(set.text().sentences().get(1)))
                .extracting(Reference::id)
                .containsExactlyInAnyOrder("oracle", "openai");
    }
}
