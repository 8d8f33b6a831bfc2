package org.dealgraph.deal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.claim.corpus.Agreement;
import org.dealgraph.claim.corpus.Corpus;
import org.dealgraph.claim.corpus.CorpusClaim;
import org.dealgraph.claim.corpus.CorpusDocument;
import org.dealgraph.claim.corpus.CorpusFormat;
import org.dealgraph.entity.NameMatcher;
import org.dealgraph.entity.Resolver;
import org.dealgraph.model.Article;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Party;
import org.dealgraph.model.SourcedClaim;

/** Measures pairs.jsonl again with the claims that the reader finds, for the README: run it by its main method. */
final class ExtractedPairs {

    private final Catalogue catalogue;
    private final Resolver resolver;
    private final ClaimReader reader;
    private final CorpusFormat format;
    private final List<SourcedClaim> read = new ArrayList<>();
    /** Annotated claim to the claim that was read for it. */
    private final Map<String, String> found = new HashMap<>();

    private ExtractedPairs(Path ingest) {
        catalogue = Catalogue.load(ingest);
        resolver = new Resolver(catalogue, NameMatcher.load(ingest), List.of());
        reader = ClaimReader.load(ingest, catalogue);
        format = new CorpusFormat(catalogue);
    }

    private void read(CorpusDocument document) {
        Article article = document.article();
        Map<CorpusClaim, Claim> written = new HashMap<>();
        List<CorpusClaim> claims = new ArrayList<>();
        for (Claim claim : reader.read(article)) {
            CorpusClaim line = format.of(claim, document.published());
            written.putIfAbsent(line, claim);
            claims.add(line);
            read.add(new SourcedClaim(
                    claim,
                    resolve(claim.from()),
                    resolve(claim.to()),
                    resolve(claim.beneficiaries()),
                    article.tier(),
                    article.known(),
                    article.published() == null,
                    document.story()));
        }
        for (Agreement.Pair pair : Agreement.match(claims, document.claims()).pairs()) {
            Claim claim = written.get(pair.read());
            if (claim != null) {
                found.put(document.id() + "#" + document.claims().indexOf(pair.gold()), claim.id());
            }
        }
    }

    private List<String> resolve(List<Party> parties) {
        return parties.stream()
                .map(party -> resolver.resolve(party, Instant.EPOCH).organization())
                .toList();
    }

    private String score(String label, Map<String, String> grouping) throws IOException {
        Function<String, String> group = gold -> {
            String claim = found.get(gold);
            return claim == null ? gold : grouping.getOrDefault(claim, claim);
        };
        return PairsTest.score(label, (a, b) -> group.apply(a).equals(group.apply(b)))
                        .figures()
                + " | of those read "
                + PairsTest.score(
                                label,
                                (a, b) -> group.apply(a).equals(group.apply(b)),
                                pair -> found.containsKey(pair.a()) && found.containsKey(pair.b()))
                        .figures();
    }

    /** Prints both measures: a claim that was not read counts as a miss, and of the pairs whose claims were both read. */
    public static void main(String[] args) throws IOException {
        ExtractedPairs pairs = new ExtractedPairs(Path.of("ingest"));
        Corpus.read(Path.of("ingest", "corpus", "dev")).stream()
                .filter(document -> !document.validation())
                .forEach(pairs::read);
        Map<String, String> terms = new HashMap<>();
        Map<String, String> deals = new HashMap<>();
        new DealMaker(Directory.of(pairs.catalogue)).deals(pairs.read).forEach(deal -> {
            deal.claims().forEach(claim -> deals.put(claim, deal.id()));
            terms.putAll(deal.terms().stream()
                    .flatMap(term -> PairsTest.claims(term).map(claim -> Map.entry(claim, term.id())))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a)));
        });
        System.out.println("term " + pairs.score("term", terms));
        System.out.println("deal " + pairs.score("deal", deals));
    }
}
