package org.dealgraph.claim.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.api.ListAssert;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.claim.Texts;
import org.dealgraph.model.ClaimKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which amount of a sentence cannot be whose, whatever is judged later. */
class ParallelTest {

    private static final Path INGEST = Path.of("ingest");
    private static final ClaimReader READER = ClaimReader.untrained(INGEST, Catalogue.load(INGEST));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Meta ordered $9 billion of capacity from Oracle and $4 billion from Nebius. | SPEND | 4E+9 | meta > nebius | meta > oracle",
                "Meta will spend $9 billion with Oracle and $4 billion with Nebius. | SPEND | 9E+9 | meta > oracle | meta > nebius",
                "Meta will spend $9 billion with Oracle and $4 billion with Nebius. | SPEND | 4E+9 | meta > nebius | meta > oracle",
                "Cohere gets up to $3 billion from Nvidia, up to $2 billion from Oracle. | INVEST | 2E+9 | oracle > cohere | nvidia > cohere",
                "AMD acquired Cohere for $3 billion and Groq for $2 billion. | ACQUIRE | 2E+9 | amd > groq | amd > cohere",
                "Nvidia is putting $3 billion and Google $2 billion into Cohere. | INVEST | 2E+9 | google > cohere | nvidia > cohere",
                "Nvidia will invest up to $3 billion in Cohere, Google up to $2 billion. | INVEST | 3E+9 | nvidia > cohere | google > cohere",
                "Nvidia invested $3 billion in Cohere, and Google followed in May with another $2 billion. | INVEST | 2E+9 | google > cohere | nvidia > cohere",
                "AMD will put $3 billion into Cohere and $2 billion into Toronto-based start-up Groq. | INVEST | 2E+9 | amd > groq | amd > cohere",
                "Meta will pay Oracle $3 billion and Nebius $2 billion. | SPEND | 2E+9 | meta > nebius | meta > oracle",
            })
    void an_amount_belongs_to_the_name_it_is_paired_with(
            String text, ClaimKind kind, String amount, String pair, String other) {
        pairs(text, kind, amount).contains(pair).doesNotContain(other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tesla will put $2 billion into xAI as part of its $20 billion Series E round. | INVEST | 2E+10 | tesla > xai",
                "Nvidia will put $3 billion into Cohere, and a group of other investors $2 billion. | INVEST | 2E+9 | nvidia > cohere",
                "AMD will put $3 billion into Quellworth and $2 billion into Cohere. | INVEST | 3E+9 | amd > cohere",
                "AMD acquired Cohere for $3 billion and Quellworth for $2 billion. | ACQUIRE | 2E+9 | amd > cohere",
                "Meta will pay Oracle $10 billion, above the $8 billion that analysts had expected. | SPEND | 8E+9 | meta > oracle",
                "Meta will pay Oracle $6 billion, less than the $8 billion planned originally. | SPEND | 8E+9 | meta > oracle",
            })
    void an_amount_that_is_only_compared_or_of_all_is_nobodys(String text, ClaimKind kind, String amount, String pair) {
        pairs(text, kind, amount).doesNotContain(pair);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Amazon will invest $5 billion in Cohere, which will spend $9 billion with Amazon. | SPEND | 9E+9 | cohere > amazon",
                "Tesla will put $2 billion into xAI as part of its $20 billion Series E round. | INVEST | 2E+9 | tesla > xai",
                "Cohere will buy chips for $10 billion from AMD. | SPEND | 1E+10 | cohere > amd",
                "Cohere ordered $4 billion of chips from AMD and $2 billion of memory. | SPEND | 2E+9 | cohere > amd",
                "AMD paid $3 billion in May and $2 billion in June to Cohere. | INVEST | 3E+9 | amd > cohere",
                "xAI closed a $20 billion round led by Tesla. | INVEST | 2E+10 | tesla > xai",
            })
    void what_stands_alone_stays_open(String text, ClaimKind kind, String amount, String pair) {
        pairs(text, kind, amount).contains(pair);
    }

    private static ListAssert<String> pairs(String text, ClaimKind kind, String amount) {
        Scene scene = scene(text);
        assertThat(scene.anchors()).anyMatch(a -> a.amount().orElse("").equals("USD" + amount));
        return assertThat(Candidates.of(scene).stream()
                .flatMap(java.util.List::stream)
                .filter(c -> c.kind() == kind && c.anchor().amount().orElse("").equals("USD" + amount))
                .map(Candidate::pair)
                .toList());
    }

    private static Scene scene(String text) {
        return READER.scene(Texts.article(text));
    }
}
