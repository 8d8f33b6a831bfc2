package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.catalogue.KnownName;
import org.dealgraph.graph.ArticleRepository;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.OrganizationRepository;
import org.dealgraph.graph.StoredClaim;
import org.dealgraph.model.Judgement;
import org.dealgraph.model.Judgement.Verdict;
import org.dealgraph.model.Organization;
import org.dealgraph.model.Party;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.pipeline.Refusal.Code;
import org.neo4j.driver.TransactionContext;

/** Knows what a judgement is about, and which claims it can change. */
@Singleton
final class Concern {

    private static final Pattern CLAIM = Pattern.compile("c-[0-9a-f]{32}|ledger:.+");
    private static final Pattern ARTICLE = Pattern.compile("a-[0-9a-f]{32}|ledger:.+");
    private static final Pattern MENTION = Pattern.compile(Pattern.quote(Judgement.MENTION) + "(.+):\\d+-\\d+");
    private static final int LONGEST = 300;

    private final ClaimRepository claims;
    private final ArticleRepository articles;
    private final OrganizationRepository organizations;
    private final Catalogue catalogue;

    Concern(
            ClaimRepository claims,
            ArticleRepository articles,
            OrganizationRepository organizations,
            Catalogue catalogue) {
        this.claims = claims;
        this.articles = articles;
        this.organizations = organizations;
        this.catalogue = catalogue;
    }

    /** Whether a side of a judgement has the shape of a claim's id. */
    static boolean isClaim(String side) {
        return CLAIM.matcher(side).matches();
    }

    /** Refuses what names nothing: a claim or article that is not here, or sides that cannot be judged so. */
    void check(TransactionContext tx, List<Ruling> rulings) {
        Set<String> sides = rulings.stream()
                .flatMap(r -> Stream.of(r.left(), r.right()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = claims.listByIds(tx, sides).stream()
                .map(c -> c.claim().id())
                .collect(Collectors.toCollection(TreeSet::new));
        articles.listByIds(tx, List.copyOf(sides)).forEach(a -> known.add(a.id()));
        for (Ruling ruling : rulings) {
            boolean both = known.contains(ruling.left()) && known.contains(ruling.right());
            boolean alone = ruling.left().equals(ruling.right());
            boolean fits = switch (ruling.verdict()) {
                case ACCEPT, REJECT -> both && alone;
                case SAME_DEAL, NOT_SAME_DEAL -> both && !alone;
                case UNSURE -> true;
                case SAME, NOT_SAME -> !alone && (both || (named(ruling.left()) && named(ruling.right())));
            };
            if (!fits || ruling.left().length() > LONGEST || ruling.right().length() > LONGEST) {
                throw new Refusal(
                        Code.NOT_FOUND,
                        null,
                        "could not decide %s: there is no such claim, article or name: %s, %s"
                                .formatted(ruling.verdict(), ruling.left(), ruling.right()));
            }
        }
        Set<String> ids = sides.stream()
                .filter(side -> side.startsWith(Organization.PROVISIONAL))
                .collect(Collectors.toCollection(TreeSet::new));
        organizations.listByIds(tx, ids).forEach(o -> ids.remove(o.id()));
        if (rulings.stream()
                .anyMatch(r -> r.verdict() == Verdict.SAME && ids.contains(r.left()) && ids.contains(r.right()))) {
            throw new Refusal(
                    Code.NOT_FOUND, null, "could not merge organizations: there are none with these ids: " + ids);
        }
    }

    private static boolean named(String side) {
        return !side.isBlank() && !isClaim(side) && !ARTICLE.matcher(side).matches();
    }

    /** The claims, retired ones too, that some judgements can change: by their id, or by what their parties are taken for. */
    List<SourcedClaim> claims(TransactionContext tx, Collection<Judgement> decided, Rules before, Rules after) {
        Set<String> ids = new TreeSet<>();
        Set<String> mentioning = new TreeSet<>();
        Set<String> parties = new TreeSet<>();
        for (Judgement judgement : decided) {
            for (String side : List.of(judgement.left(), judgement.right())) {
                Matcher mention = MENTION.matcher(side);
                if (mention.matches()) {
                    mentioning.add(mention.group(1));
                    continue;
                }
                ids.add(side);
                if (!isClaim(side)) {
                    parties.addAll(meant(side, before));
                    parties.addAll(meant(side, after));
                }
            }
        }
        List<SourcedClaim> found = new ArrayList<>(claims.listByIds(tx, ids));
        found.addAll(claims.listByOrganizations(tx, parties));
        claims.listStated(tx, mentioning).stream().map(StoredClaim::claim).forEach(found::add);
        return found;
    }

    /** The organizations that a side can have been taken for. */
    private Set<String> meant(String side, Rules rules) {
        Set<String> meant = new TreeSet<>();
        meant.add(side);
        meant.add(rules.resolver()
                .resolve(new Party(side, null, null), Instant.EPOCH)
                .organization());
        meant.add(rules.resolver()
                .resolve(new Party(side, side, null), Instant.EPOCH)
                .organization());
        catalogue.names().stream()
                .filter(name -> name.kind() == KnownName.Kind.ORGANIZATION
                        && name.surface().equalsIgnoreCase(side))
                .forEach(name -> meant.add(rules.resolver()
                        .resolve(new Party(name.surface(), name.id(), null), Instant.EPOCH)
                        .organization()));
        return meant;
    }
}
