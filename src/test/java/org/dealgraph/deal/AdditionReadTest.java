package org.dealgraph.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealgraph.claim.Texts.article;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Scope;
import org.dealgraph.answer.Total;
import org.dealgraph.answer.Totals;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.entity.NameMatcher;
import org.dealgraph.entity.Resolver;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Party;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Term;
import org.dealgraph.model.Tier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the words of a small article to the total over its deals. */
class AdditionReadTest {

    private static final Path INGEST = Path.of("ingest");
    private static final Catalogue CATALOGUE = Catalogue.load(INGEST);
    private static final ClaimReader READER = ClaimReader.load(INGEST, CATALOGUE);
    private static final Resolver RESOLVER = new Resolver(CATALOGUE, NameMatcher.load(INGEST), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OpenAI will pay AWS $100 billion over eight years, on top of its existing $38 billion agreement.",
                "OpenAI committed $100 billion to Amazon two months ago. OpenAI will pay AWS $100 billion over eight years, on"
                        + " top of its existing $38 billion agreement.",
                "OpenAI will pay AWS $100 billion over eight years, on top of its existing $38 billion agreement."
                        + " That brings OpenAI's total commitment to AWS to $138 billion.",
            })
    void what_comes_on_top_and_what_was_there_before_make_one_sum(String text) {
        List<Claim> claims = READER.read(article(text));
        List<Term> terms = new DealMaker(Directory.of(CATALOGUE))
                .deals(claims.stream().map(AdditionReadTest::sourced).toList()).stream()
                        .map(Deal::terms)
                        .flatMap(List::stream)
                        .toList();
        Total total = Totals.of(terms, Scope.everything(), Basis.HEADLINE).stream()
                .filter(t -> t.category().kind() == ClaimKind.SPEND)
                .findFirst()
                .orElseThrow();
        assertThat(total.amount().value()).isEqualByComparingTo("138000000000");
        assertThat(terms.stream().flatMap(t -> t.links().stream()).map(l -> l.kind()))
                .contains(Term.TermLink.Kind.ADDS_TO);
        assertThat(claims).anySatisfy(c -> assertThat(c.schedule().termYears()).isEqualTo(8.0));
        assertThat(claims)
                .filteredOn(c -> c.subject().money() != null
                        && c.subject().money().text().equals("$38 billion"))
                .singleElement()
                .satisfies(c -> assertThat(c.schedule().termYears()).isNull());
    }

    private static SourcedClaim sourced(Claim claim) {
        return new SourcedClaim(
                claim,
                resolve(claim.from()),
                resolve(claim.to()),
                resolve(claim.beneficiaries()),
                Tier.TRADE,
                PartialDate.parse("2026-03-10"),
                false,
                "a-test");
    }

    private static List<String> resolve(List<Party> parties) {
        return parties.stream()
                .map(party -> RESOLVER.resolve(party, Instant.EPOCH).organization())
                .toList();
    }
}
