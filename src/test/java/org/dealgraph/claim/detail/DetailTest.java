package org.dealgraph.claim.detail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealgraph.claim.Texts.article;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Claim;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a claim says beyond kind, parties and number, on sentences of our own. */
class DetailTest {

    private static final Path INGEST = Path.of("ingest");
    private static final ClaimReader READER = ClaimReader.load(INGEST, Catalogue.load(INGEST));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Oracle will provide OpenAI with 4.5 gigawatts. | COMPUTE",
                "Oracle is to provide OpenAI with 4.5 gigawatts from 2027. | COMPUTE",
                "Oracle will provide OpenAI with 4.5 gigawatts of computing capacity. | COMPUTE",
                "Oracle will provide OpenAI with 4.5 gigawatts of data center capacity. | SITE",
                "AMD will supply OpenAI with 6 gigawatts of Instinct GPUs. | CHIPS",
                "AMD will supply OpenAI with 6 gigawatts. | CHIPS",
                "Broadcom will supply OpenAI with 10 gigawatts of custom AI accelerators. | CHIPS",
                "Google will provide Anthropic with more than 1 gigawatt of TPU capacity. | COMPUTE",
                "CoreWeave will provide Mistral AI with 300 MW. | COMPUTE",
                "Constellation will supply Microsoft with 835 MW. | POWER",
                "Constellation will supply Meta's data centers with 800 MW. | POWER",
                "Vistra will supply Amazon with 1,200 MW of nuclear power. | POWER",
                "Vantage will provide Oracle with 1.4 gigawatts. | SITE",
                "Galaxy Digital will provide CoreWeave with 526 MW. | SITE",
            })
    void power_stands_for_what_its_words_or_its_provider_say(String text, String layer) {
        assertThat(READER.read(article(text)).stream()
                        .map(Claim::subject)
                        .filter(s -> s.power() != null)
                        .map(s -> s.power().layer().name()))
                .containsExactly(layer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OpenAI will pay AWS $100 billion over eight years, on top of its existing $38 billion agreement. | $100 billion 8.0y ADDITION of $38 billion; $38 billion WHOLE",
                "On top of its existing $38 billion agreement with AWS, OpenAI has committed to spend $100 billion over eight years. | $38 billion WHOLE; $100 billion 8.0y ADDITION of $38 billion",
                "OpenAI and AWS are expanding their existing $38 billion agreement by $100 billion over eight years. | $38 billion WHOLE; $100 billion 8.0y ADDITION of $38 billion",
                "Meta raised its order with CoreWeave to $14.2 billion from $9 billion. | $14.2 billion REPLACES of $9 billion; $9 billion WHOLE",
                "Oracle will invest up to $20 billion in Cohere. Of this amount, Oracle will invest $12 billion only if Cohere goes public. | up to $20 billion WHOLE; $12 billion PART of up to $20 billion",
                "Meta agreed to pay CoreWeave an additional $14 billion. | $14 billion ADDITION",
                "Microsoft signed a new $17 billion contract with Nebius. | $17 billion WHOLE",
                "Meta will pay Nebius $3 billion over five years. | $3 billion 5.0y WHOLE",
                "Meta will pay Nebius $3 billion under a multi-year contract. | $3 billion WHOLE",
                "Anthropic will pay SpaceX $1.25 billion per month for computing. | $1.25 billion a month WHOLE",
                "Google will pay SpaceX $920 million a month for computing capacity. | $920 million a month WHOLE",
                "Oracle will pay Crusoe $300 million a year for computing capacity. | $300 million a year WHOLE",
            })
    void an_amount_keeps_its_own_term_rate_and_relation(String text, String expected) {
        List<Claim> claims = READER.read(article(text));
        assertThat(claims.stream().map(c -> amount(c, claims)).collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    @Test
    void what_is_told_behind_another_amount_is_not_this_ones() {
        List<Claim> claims = READER.read(
                article(
                        "OpenAI is adding $100 billion over eight years to the $38 billion contract it signed with AWS in November 2024."));
        assertThat(claims)
                .extracting(c -> money(c) + " " + text(c.schedule().agreed()) + " "
                        + c.schedule().termYears())
                .containsExactlyInAnyOrder("$100 billion - 8.0", "$38 billion 2024-11 null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Meta will pay CoreWeave $14 billion; either side may cancel on 90 days' notice. | CANCELABLE",
                "Meta will pay CoreWeave $14 billion. Either party may terminate the contract on 90 days' notice. | CANCELABLE",
                "Salesforce will acquire Cohere for $7 billion, subject to regulatory approval. | CONDITIONAL",
                "Amazon will invest $35 billion in OpenAI if certain milestones are met. | CONDITIONAL",
                "Nvidia will invest up to $20 billion in Anthropic, contingent on deployment targets. | CONDITIONAL",
                "Microsoft has an option to invest a further $5 billion in Anthropic. | OPTIONAL",
                "Meta will pay CoreWeave $14 billion for computing power provided through 2031. | -",
                "Meta will pay CoreWeave $14 billion and has an option to buy $3 billion more. | -; OPTIONAL",
                "Oracle granted stock options and will pay Crusoe $2 billion. | -",
            })
    void what_makes_a_deal_less_than_firm_is_flagged(String text, String flags) {
        assertThat(READER.read(article(text)).stream()
                        .map(c -> c.standing().flags().isEmpty()
                                ? "-"
                                : c.standing().flags().stream().map(Enum::name).collect(Collectors.joining("+")))
                        .collect(Collectors.joining("; ")))
                .isEqualTo(flags);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CoreWeave raised $2 billion in convertible notes from JPMorgan. | CONVERTIBLE",
                "JPMorgan will lend CoreWeave $2.5 billion in a term loan. | LOAN",
                "Google will backstop $3.2 billion of TeraWulf's obligations. | BACKSTOP",
                "Google will guarantee $1.8 billion of Fluidstack's obligations. | GUARANTEE",
                "Anthropic issued Amazon warrants worth $2 billion. | WARRANT",
                "Nvidia took a $5 billion equity stake in Intel. | EQUITY",
            })
    void the_paper_behind_the_money_is_named(String text, String instrument) {
        assertThat(READER.read(article(text)))
                .singleElement()
                .extracting(c -> String.valueOf(c.subject().instrument()))
                .isEqualTo(instrument);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Meta will pay Nebius $3 billion. The contract runs for five years from 2027. | 2027..- 5.0",
                "Meta will pay Nebius $3 billion. Deliveries begin in the first half of 2027. | 2027-H1..- -",
                "Meta will pay Nebius $3 billion. The agreement runs through 2031. | -..2031 -",
                "Meta will pay Nebius $3 billion. The lease with Oracle runs for ten years. | -..- -",
                "Meta will pay Nebius $3 billion. Analysts expect growth through 2031. | -..- -",
            })
    void the_sentence_that_goes_on_about_a_deal_dates_it(String text, String dates) {
        assertThat(READER.read(article(text)))
                .singleElement()
                .extracting(c -> c.schedule())
                .extracting(s -> text(s.start()) + ".." + text(s.end()) + " "
                        + (s.termYears() == null ? "-" : s.termYears().toString()))
                .isEqualTo(dates);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Crusoe is building a 1.2 GW campus in Texas for OpenAI. | OpenAI",
                "Amazon is building an $11 billion data center in Indiana to serve Anthropic. | Anthropic",
                "Microsoft is building a $6 billion data center campus in Ohio. | -",
            })
    void a_builder_builds_for_whom_the_text_names(String text, String whom) {
        assertThat(READER.read(article(text)))
                .singleElement()
                .extracting(c -> c.beneficiaries().isEmpty()
                        ? "-"
                        : c.beneficiaries().stream().map(Party::name).collect(Collectors.joining("+")))
                .isEqualTo(whom);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Amazon will invest $20 billion in OpenAI. | AUTHOR",
                "Amazon said on Monday it will invest $20 billion in OpenAI. | PARTY",
                "Amazon is in talks to invest $20 billion in OpenAI, according to people familiar with the matter. | UNNAMED_SOURCES",
                "Amazon will invest $20 billion in OpenAI, Bloomberg reported. | NAMED_OUTLET Bloomberg",
                "Amazon will invest $20 billion in OpenAI, the Financial Times reported, citing two people. | NAMED_OUTLET Financial Times",
                "Amazon will invest $20 billion in OpenAI, according to a regulatory filing. | FILING",
            })
    void somebody_vouches_for_it(String text, String voice) {
        assertThat(READER.read(article(text)))
                .singleElement()
                .extracting(Claim::attribution)
                .extracting(a -> a.voice() + (a.reliesOn() == null ? "" : " " + a.reliesOn()))
                .isEqualTo(voice);
    }

    private static String amount(Claim c, List<Claim> claims) {
        AmountRelation relation = c.standing().relation();
        String of = claims.stream()
                .filter(o -> o.id().equals(relation.of()))
                .map(o -> " of " + money(o))
                .collect(Collectors.joining());
        String term = c.schedule().termYears() == null ? "" : " " + c.schedule().termYears() + "y";
        return money(c) + term + " " + relation.kind() + of;
    }

    private static String money(Claim c) {
        return c.subject().money() == null ? "-" : c.subject().money().text();
    }

    private static String text(@org.jspecify.annotations.Nullable PartialDate date) {
        return date == null ? "-" : date.text();
    }
}
