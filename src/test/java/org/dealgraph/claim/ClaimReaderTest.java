package org.dealgraph.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealgraph.claim.Texts.article;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Article;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Evidence;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Party;
import org.dealgraph.model.Polarity;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own sentences for every kind of claim, and for what looks like one. */
class ClaimReaderTest {

    private static final Path INGEST = Path.of("ingest");
    private static final ClaimReader READER = ClaimReader.load(INGEST, Catalogue.load(INGEST));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Anthropic will spend $12 billion on Google Cloud over six years. | SPEND Anthropic > Google Cloud 12000000000",
                "Meta has agreed to pay CoreWeave up to $9.3 billion for computing through 2031. | SPEND Meta > CoreWeave 9300000000",
                "Mistral AI signed a $2.4 billion contract with Nebius. | SPEND Mistral AI > Nebius 2400000000",
                "A $10 billion contract was awarded to Nscale by Microsoft. | SPEND Microsoft > Nscale 10000000000",
                "Nebius won a $3 billion order from Meta. | SPEND Meta > Nebius 3000000000",
                "Nvidia will invest $3 billion in xAI. | INVEST NVIDIA > xAI 3000000000",
                "JPMorgan will lend CoreWeave $2.5 billion. | LEND JPMorgan > CoreWeave 2500000000",
                "Google will guarantee $1.8 billion of Fluidstack's obligations. | LEND Google > Fluidstack 1800000000",
                "Salesforce has acquired Cohere for $7.5 billion. | ACQUIRE Salesforce > Cohere 7500000000",
                "Oracle will provide OpenAI with 2.5 gigawatts of computing capacity. | CAPACITY Oracle > OpenAI 2500",
                "Constellation will supply Microsoft with 800 MW of nuclear power for 20 years. | CAPACITY Constellation > Microsoft 800",
                "Nvidia will supply Meta with 350,000 GB300 chips. | SUPPLY NVIDIA > Meta 350000",
                "xAI will buy 100,000 GB200 chips from Nvidia. | SUPPLY NVIDIA > xAI 100000",
                "Microsoft is building a $6 billion data center campus in Ohio. | BUILD Microsoft > 6000000000",
                "Google plans to spend $90 billion on data centers this year. | BUILD Google > 90000000000",
                "Anthropic has named Amazon Web Services its primary cloud provider. | RIGHT Anthropic > AWS PRIMARY_PROVIDER"
            })
    void reads_each_kind_with_its_direction_and_number(String text, String claim) {
        assertThat(READER.read(article(text))).extracting(ClaimReaderTest::line).containsExactly(claim);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anthropic was valued at $183 billion in September.",
                "Microsoft's cloud revenue rose to $49 billion.",
                "CoreWeave's backlog stood at $55 billion.",
                "Nvidia's market value passed $5 trillion.",
                "OpenAI's revenue has passed $20 billion, compared with about $6 billion a year earlier.",
                "Shares of Nvidia fell 3% and wiped $90 billion off the company's market value.",
                "To put this into perspective, $100 billion is about the gross domestic product of Kenya, Amazon noted."
            })
    void leaves_figures_that_are_no_deals_alone(String text) {
        assertThat(READER.read(article(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mistral AI has raised €1.7 billion in a Series C round led by ASML.",
                "Mistral raises €1.7bn, ASML leads\n\nThe French start-up has raised €1.7bn from a group of investors.",
                "Nscale closed a $1.1 billion Series B led by Aker in September."
            })
    void never_gives_a_whole_round_to_its_leader_with_the_confidence_of_a_fact(String text) {
        assertThat(READER.read(article(text)))
                .allSatisfy(c -> assertThat(c.reading().confidence()).isLessThan(0.8));
    }

    @Test
    void what_is_open_is_so_in_its_own_clause_only() {
        assertThat(READER.read(article(
                        "Nvidia said it would invest $5 billion in Intel, and it has pledged as much as $100 billion to OpenAI"
                                + " under a letter of intent.")))
                .extracting(c -> line(c) + " " + c.standing().stage())
                .containsExactly(
                        "INVEST NVIDIA > Intel 5000000000 AGREED",
                        "INVEST NVIDIA > OpenAI 100000000000 LETTER_OF_INTENT");
        assertThat(READER.read(article(
                        "Crusoe in talks for $3bn; Oracle buys gas power\n\nVoltaGrid said it would supply Oracle"
                                + " with 2.3 gigawatts of power.")))
                .extracting(c -> line(c) + " " + c.standing().stage())
                .contains("CAPACITY VoltaGrid > Oracle 2300 AGREED")
                .noneMatch(line -> line.contains("Oracle") && line.contains("TALKS"));
    }

    @Test
    void who_lends_to_a_round_does_not_invest_in_it() {
        assertThat(READER.read(article(
                        "xAI is raising a round of $20 billion, with Nvidia putting up as much as $2 billion of the equity."
                                + " Valor Capital and Apollo Global Management are among the lenders.")))
                .filteredOn(c -> c.kind() == ClaimKind.INVEST)
                .noneMatch(c -> line(c).contains("Apollo"));
    }

    @Test
    void gives_each_name_of_a_list_a_claim_of_its_own_only_where_the_text_says_each() {
        assertThat(READER.read(article("Microsoft and Amazon will invest $4 billion each in Cohere.")))
                .extracting(ClaimReaderTest::line)
                .containsExactlyInAnyOrder("INVEST Microsoft > Cohere 4000000000", "INVEST Amazon > Cohere 4000000000");
        assertThat(READER.read(article("Microsoft and Amazon will together invest $4 billion in Cohere.")))
                .extracting(ClaimReaderTest::line)
                .containsExactly("INVEST Microsoft+Amazon > Cohere 4000000000");
    }

    @Test
    void what_a_purchase_comes_on_top_of_stands_between_the_same_two() {
        assertThat(READER.read(
                        article("Mistral AI has agreed to pay Oracle $9 billion over six years, on top of an existing"
                                + " $4 billion contract.")))
                .extracting(ClaimReaderTest::line)
                .containsExactly("SPEND Mistral AI > Oracle 9000000000", "SPEND Mistral AI > Oracle 4000000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anthropic will pay AWS $70 billion over nine years. The deal covers Trainium3 and Graviton.",
                "Anthropic will pay AWS $70 billion over nine years. Anthropic's contract also includes Trainium3 and Graviton."
            })
    void products_that_a_deal_covers_go_from_their_maker_to_its_other_party(String text) {
        assertThat(READER.read(article(text)))
                .filteredOn(c -> c.kind() == ClaimKind.SUPPLY)
                .extracting(c -> c.from().getFirst().name() + " > "
                        + c.to().getFirst().name() + " " + c.subject().product())
                .containsExactly("AWS > Anthropic trainium3", "AWS > Anthropic graviton");
    }

    @Test
    void shares_that_a_sum_buys_are_no_second_claim() {
        assertThat(READER.read(
                        article("Nvidia will invest $1 billion in Nokia, buying more than 160 million new shares.")))
                .extracting(ClaimReaderTest::line)
                .containsExactly("INVEST NVIDIA > Nokia 1000000000");
    }

    @Test
    void of_two_takeovers_that_contradict_each_other_the_surer_one_is_meant() {
        assertThat(READER.read(
                        article("Core Scientific shareholders reject CoreWeave takeover\n\nCoreWeave's attempt to buy"
                                + " Core Scientific collapsed on Thursday after shareholders of the landlord voted down the"
                                + " all-stock offer, worth about $9 billion when it was announced in July.")))
                .extracting(ClaimReaderTest::line)
                .contains("ACQUIRE CoreWeave > Core Scientific 9000000000")
                .noneMatch(line -> line.startsWith("ACQUIRE Core Scientific"));
    }

    @Test
    void reads_several_amounts_that_share_one_verb() {
        assertThat(READER.read(article("Nvidia invested $2 billion in Intel and $500 million in Wayve.")))
                .extracting(ClaimReaderTest::line)
                .containsExactly("INVEST NVIDIA > Intel 2000000000", "INVEST NVIDIA > Wayve 500000000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Amazon is in talks to invest $20 billion in OpenAI. | TALKS | ASSERTS",
                "Under a letter of intent, Nvidia would invest up to $40 billion in Mistral AI. | LETTER_OF_INTENT | ASSERTS",
                "OpenAI cancelled its $4 billion contract with Oracle. | CANCELLED | ENDS",
                "OpenAI denied that it will invest $3 billion in Cerebras. | AGREED | DENIES",
                "Nvidia will invest $3 billion in xAI. | AGREED | ASSERTS"
            })
    void tells_talk_from_promise_and_promise_from_its_end(String text, Stage stage, Polarity polarity) {
        assertThat(READER.read(article(text)))
                .singleElement()
                .extracting(Claim::standing)
                .satisfies(s -> {
                    assertThat(s.stage()).isEqualTo(stage);
                    assertThat(s.polarity()).isEqualTo(polarity);
                });
    }

    @Test
    void names_who_says_so() {
        assertThat(voice("Amazon will invest $20 billion in OpenAI, people familiar with the matter said."))
                .isEqualTo(new Attribution(Attribution.Voice.UNNAMED_SOURCES, null));
        assertThat(voice("Amazon will invest $20 billion in OpenAI, Bloomberg reported."))
                .isEqualTo(new Attribution(Attribution.Voice.NAMED_OUTLET, "Bloomberg"));
    }

    @Test
    void keeps_the_bound_the_text_states() {
        assertThat(READER.read(article("Meta has agreed to pay CoreWeave up to $9.3 billion.")))
                .singleElement()
                .extracting(c -> c.subject().quantity().map(Interval::bound).orElseThrow())
                .isEqualTo(Bound.UP_TO);
    }

    @Test
    void takes_what_a_company_spends_on_itself_for_building() {
        String text = "Amazon is committing more than $40 billion over the next decade to AWS infrastructure"
                + " designed to power Anthropic's Claude models.";
        List<Claim> claims = READER.read(article(text));
        assertThat(claims).extracting(ClaimReaderTest::line).containsExactly("BUILD Amazon > 40000000000");
        assertThat(claims.getFirst().beneficiaries()).extracting(Party::name).containsExactly("Anthropic");
    }

    @Test
    void every_quote_stands_verbatim_in_the_text_and_holds_the_amount() {
        String text =
                "Oracle and OpenAI have met often. The lab will pay the database company $7 billion over four years.";
        assertThat(READER.read(article(text))).allSatisfy(c -> {
            assertThat(Evidence.of(text, c.evidence().spans()).quote())
                    .isEqualTo(c.evidence().quote())
                    .contains("$7 billion");
        });
    }

    @Test
    void says_for_each_claim_what_made_it() {
        Article article =
                article("Meta has agreed to pay CoreWeave up to $9.3 billion. Amazon is in talks to invest another"
                        + " $20 billion in Anthropic.");
        List<Explanation> explanations = READER.explain(article);
        assertThat(explanations).extracting(Explanation::claim).isEqualTo(READER.read(article));
        assertThat(explanations).hasSize(2).allSatisfy(e -> {
            assertThat(e.reasons()).isNotEmpty();
            assertThat(e.lines().getFirst()).startsWith("rule money/").contains("confidence 0.");
        });
        assertThat(explanations.getFirst().lines()).contains("bound UP_TO: “up to $9.3 billion”");
        assertThat(explanations.getLast().lines())
                .contains("amount is ADDITION: “another”")
                .anyMatch(line -> line.startsWith("stands as TALKS, ASSERTS, said by AUTHOR: merely reported"));
    }

    @Test
    void reads_the_same_article_the_same_way_twice() {
        Article article =
                article("Nvidia will invest $3 billion in xAI. Oracle will provide OpenAI with 2 GW of capacity.");
        assertThat(READER.read(article)).isNotEmpty().isEqualTo(READER.read(article));
    }

    @Test
    void leaves_other_languages_unread() {
        Article german = new Article(
                "a-1",
                "file:1",
                "test",
                null,
                Tier.TRADE,
                "",
                null,
                null,
                null,
                null,
                "de",
                "Nvidia will invest $3 billion in xAI.",
                null,
                null);
        assertThat(READER.read(german)).isEmpty();
    }

    @Test
    void reads_nothing_out_of_nothing() {
        assertThat(READER.read(article(""))).isEmpty();
        assertThat(READER.read(article("\u200b\u202e “$ $$ 🤖 $,,"))).isEmpty();
    }

    private static Attribution voice(String text) {
        return READER.read(article(text)).getFirst().attribution();
    }

    /** Kind, parties and number in one line. */
    private static String line(Claim c) {
        String number = c.subject()
                .quantity()
                .map(i -> i.value().toPlainString())
                .orElseGet(() -> String.valueOf(
                        c.subject().right() == null
                                ? c.subject().product()
                                : c.subject().right()));
        String to = names(c.to());
        return String.format(
                Locale.ROOT, "%s %s >%s %s", c.kind(), names(c.from()), to.isEmpty() ? "" : " " + to, number);
    }

    private static String names(List<Party> parties) {
        return parties.stream().map(Party::name).collect(Collectors.joining("+"));
    }
}
