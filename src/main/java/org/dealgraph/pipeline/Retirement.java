package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.article.Versions;
import org.dealgraph.graph.ArticleRepository;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.StoredClaim;
import org.dealgraph.model.Article;
import org.dealgraph.model.SourcedClaim;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/**
 * Takes claims out of use and back: those of an article that a person withdrew or that a later version of its page
 * replaced, those that a better reading no longer finds, and lines that left the ledger. None is deleted.
 */
@Singleton
final class Retirement {

    static final String WITHDRAWN = "withdrawn";
    static final String SUPERSEDED = "superseded";
    static final String UNREAD = "not found when read again";
    static final String LEFT_OUT = "no longer in the ledger";
    private static final Set<String> LASTING = Set.of(UNREAD, LEFT_OUT);

    /** Lines kept by hand stand beside the pages that they cite, and are no versions of them. */
    static final String LEDGER = "ledger";

    private final ArticleRepository articles;
    private final ClaimRepository claims;

    Retirement(ArticleRepository articles, ClaimRepository claims) {
        this.articles = articles;
        this.claims = claims;
    }

    /**
     * Settles what is in use of some articles and of the other versions of their pages.
     *
     * @param touched articles that came or were seen again, or about which something was decided
     * @param fresh whether they came just now, so that their claims are in use so far
     * @param at the moment to record
     * @return the claims that went out of use or came back
     */
    List<SourcedClaim> settle(
            TransactionContext tx, Collection<Article> touched, boolean fresh, Rules rules, Instant at) {
        Map<String, String> reasons = new HashMap<>();
        Map<String, Article> concerned = new TreeMap<>();
        touched.stream().filter(a -> !fresh || rules.withdrawn(a.id())).forEach(a -> concerned.put(a.id(), a));
        Collection<List<Article>> pages = pages(tx, touched);
        Map<String, Instant> seenAgain = pages.isEmpty()
                ? Map.of()
                : articles.listSeenAgain(
                        tx,
                        pages.stream().map(page -> page.getFirst().address()).toList());
        for (List<Article> page : pages) {
            page.forEach(version -> concerned.put(version.id(), version));
            Versions.superseded(
                            page.stream().filter(a -> !rules.withdrawn(a.id())).toList(), seenAgain)
                    .forEach((id, by) -> reasons.put(id, SUPERSEDED));
        }
        concerned.keySet().stream().filter(rules::withdrawn).forEach(id -> reasons.put(id, WITHDRAWN));
        return concerned.isEmpty() ? List.of() : settle(tx, concerned.keySet(), reasons::get, at);
    }

    /** Takes out of use what a new reading of an article did not find, and brings back what it found again. */
    List<SourcedClaim> reread(
            TransactionContext tx, Collection<StoredClaim> stored, Collection<String> found, Instant at) {
        List<SourcedClaim> lost = stored.stream()
                .filter(s -> !found.contains(id(s)) && !UNREAD.equals(s.retiredFor()))
                .map(StoredClaim::claim)
                .toList();
        List<SourcedClaim> back = stored.stream()
                .filter(s -> found.contains(id(s)) && UNREAD.equals(s.retiredFor()))
                .map(StoredClaim::claim)
                .toList();
        claims.restore(tx, ids(Stream.concat(lost.stream(), back.stream()).toList()), at);
        claims.retire(tx, ids(lost), UNREAD, at);
        return Stream.concat(lost.stream(), back.stream()).toList();
    }

    /** Takes out of use what the lines of the ledger said that are not in it now, and brings back what is in it again. */
    List<SourcedClaim> keepLedger(TransactionContext tx, Set<String> lines, Instant at) {
        List<StoredClaim> stored = claims.listStated(tx, articles.listIdsBySource(tx, LEDGER));
        List<SourcedClaim> left = stored.stream()
                .filter(s -> s.retiredFor() == null
                        && !lines.contains(s.claim().claim().article()))
                .map(StoredClaim::claim)
                .toList();
        List<SourcedClaim> back = stored.stream()
                .filter(s -> LEFT_OUT.equals(s.retiredFor())
                        && lines.contains(s.claim().claim().article()))
                .map(StoredClaim::claim)
                .toList();
        claims.retire(tx, ids(left), LEFT_OUT, at);
        claims.restore(tx, ids(back), at);
        return Stream.concat(left.stream(), back.stream()).toList();
    }

    private Collection<List<Article>> pages(TransactionContext tx, Collection<Article> touched) {
        List<String> addresses = touched.stream()
                .filter(a -> !a.source().equals(LEDGER))
                .map(Article::address)
                .distinct()
                .toList();
        return addresses.isEmpty()
                ? List.of()
                : articles.listVersions(tx, addresses).stream()
                        .filter(a -> !a.source().equals(LEDGER))
                        .collect(Collectors.groupingBy(Article::address, TreeMap::new, Collectors.toList()))
                        .values();
    }

    private List<SourcedClaim> settle(
            TransactionContext tx, Collection<String> ids, Function<String, @Nullable String> reason, Instant at) {
        List<SourcedClaim> changed = new ArrayList<>();
        List<SourcedClaim> back = new ArrayList<>();
        Map<String, List<SourcedClaim>> out = new TreeMap<>();
        for (StoredClaim stored : claims.listStated(tx, ids)) {
            String now = stored.retiredFor();
            String wanted = reason.apply(stored.claim().claim().article());
            if (wanted != null && now == null) {
                out.computeIfAbsent(wanted, r -> new ArrayList<>()).add(stored.claim());
            } else if (wanted == null && now != null && !LASTING.contains(now)) {
                back.add(stored.claim());
            }
        }
        out.forEach((why, which) -> {
            claims.retire(tx, ids(which), why, at);
            changed.addAll(which);
        });
        claims.restore(tx, ids(back), at);
        changed.addAll(back);
        return changed;
    }

    private static String id(StoredClaim stored) {
        return stored.claim().claim().id();
    }

    private static List<String> ids(Collection<SourcedClaim> claims) {
        return claims.stream().map(c -> c.claim().id()).toList();
    }
}
