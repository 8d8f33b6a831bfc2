package org.dealgraph.pipeline.pairs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.claim.corpus.Agreement;
import org.dealgraph.claim.corpus.CorpusClaim;
import org.dealgraph.claim.corpus.CorpusDocument;
import org.dealgraph.claim.corpus.CorpusFormat;
import org.dealgraph.entity.Resolver;
import org.dealgraph.model.Article;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Party;
import org.dealgraph.model.SourcedClaim;
import org.jspecify.annotations.Nullable;

/** The claims that the reader finds in the corpus's texts, and which annotation each of them answers. */
final class ReadClaims {

    private final ClaimReader reader;
    private final CorpusFormat format;
    private final Resolver resolver;
    private final List<SourcedClaim> claims = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>();

    ReadClaims(ClaimReader reader, Catalogue catalogue, Resolver resolver) {
        this.reader = reader;
        this.format = new CorpusFormat(catalogue);
        this.resolver = resolver;
    }

    List<SourcedClaim> claims() {
        return List.copyOf(claims);
    }

    /** The claim that was read for an annotation, or null where it was missed. */
    @Nullable
    String answer(String annotation) {
        return answers.get(annotation);
    }

    void read(CorpusDocument document) {
        Article article = document.article();
        Map<CorpusClaim, Claim> written = new HashMap<>();
        List<CorpusClaim> lines = new ArrayList<>();
        for (Claim claim : reader.read(article)) {
            CorpusClaim line = format.of(claim, document.published());
            written.putIfAbsent(line, claim);
            lines.add(line);
            claims.add(sourced(claim, article, document.story()));
        }
        for (Agreement.Pair pair : Agreement.match(lines, document.claims()).pairs()) {
            Claim claim = written.get(pair.read());
            if (claim != null) {
                answers.put(GoldClaims.id(document, document.claims().indexOf(pair.gold())), claim.id());
            }
        }
    }

    private SourcedClaim sourced(Claim claim, Article article, String story) {
        return new SourcedClaim(
                claim,
                resolved(claim.from()),
                resolved(claim.to()),
                resolved(claim.beneficiaries()),
                article.tier(),
                article.known(),
                article.published() == null,
                story);
    }

    private List<String> resolved(List<Party> parties) {
        return parties.stream()
                .map(party -> resolver.resolve(party, Instant.EPOCH).organization())
                .toList();
    }
}
