package org.dealgraph.claim.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealgraph.claim.Texts.article;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.model.Claim;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusFormatTest {

    private static final Path INGEST = Path.of("ingest");
    private static final Catalogue CATALOGUE = Catalogue.load(INGEST);
    private static final ClaimReader READER = ClaimReader.load(INGEST, CATALOGUE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Meta raised its order with CoreWeave to $14.2 billion from $9 billion. | 14200000000",
                "Microsoft signed a contract with IREN worth approximately $11 billion, up from $7 billion. | 11000000000",
            })
    void leaves_out_what_another_claim_of_the_article_replaces(String text, BigDecimal amount) {
        List<Claim> claims = READER.read(article(text));
        assertThat(claims).hasSize(2);
        assertThat(new CorpusFormat(CATALOGUE).of(claims, null))
                .extracting(CorpusClaim::money)
                .singleElement()
                .extracting(sum -> sum == null ? null : sum.amount())
                .isEqualTo(amount);
    }
}
