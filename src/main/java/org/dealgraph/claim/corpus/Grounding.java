package org.dealgraph.claim.corpus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.catalogue.KnownName;
import org.dealgraph.claim.quantity.BareNumber;
import org.dealgraph.claim.quantity.Measured;
import org.dealgraph.claim.quantity.MoneyAmount;
import org.dealgraph.claim.quantity.PowerAmount;
import org.dealgraph.claim.quantity.Quantities;
import org.dealgraph.claim.quantity.UnitCount;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Evidence;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Link;
import org.dealgraph.model.Organization;
import org.dealgraph.model.Party;
import org.dealgraph.model.Product;
import org.dealgraph.model.Site;
import org.dealgraph.model.Span;

/**
 * Checks that a claim stands on its article: its quote is there verbatim, holds the amount, and names each party or holds
 * the words that stand for it: a description, product, person or short form, with what they go back to. Knows the text, the
 * claim and the registry, and nothing of how the claim was read.
 */
public final class Grounding {

    private final Map<String, Set<String>> surfaces = new HashMap<>();

    public Grounding(Catalogue catalogue) {
        Map<String, Set<String>> owners = new HashMap<>();
        for (Organization o : catalogue.organizations()) {
            owners.computeIfAbsent(o.id(), k -> new HashSet<>()).add(o.id());
            for (Link link : o.partOf()) {
                owners.computeIfAbsent(o.id(), k -> new HashSet<>()).add(link.target());
            }
        }
        for (Product p : catalogue.products()) {
            p.madeBy()
                    .forEach(link ->
                            owners.computeIfAbsent(p.id(), k -> new HashSet<>()).add(link.target()));
        }
        catalogue
                .models()
                .forEach(m ->
                        owners.computeIfAbsent(m.id(), k -> new HashSet<>()).add(m.developedBy()));
        catalogue
                .platforms()
                .forEach(p ->
                        owners.computeIfAbsent(p.id(), k -> new HashSet<>()).add(p.operatedBy()));
        for (Site s : catalogue.sites()) {
            owners.computeIfAbsent(s.id(), k -> new HashSet<>()).addAll(s.ownedBy());
            owners.computeIfAbsent(s.id(), k -> new HashSet<>()).addAll(s.operatedBy());
        }
        for (KnownName name : catalogue.names()) {
            for (String owner : owners.getOrDefault(name.id(), Set.of(name.id()))) {
                surfaces.computeIfAbsent(owner, k -> new HashSet<>()).add(plain(name.surface()));
            }
        }
    }

    /**
     * What a check found.
     *
     * @param claims how many were checked
     * @param verbatim how many have a quote that stands in the text
     * @param amounts how many have a quote that holds their number, or have none
     * @param parties how many parties they have
     * @param named how many of them the quote names
     * @param headline how many more the quote stands for and the headline names
     * @param faults what failed: document and words
     */
    public record Result(
            int claims, int verbatim, int amounts, int parties, int named, int headline, List<String> faults) {

        public Result {
            faults = List.copyOf(faults);
        }

        /** Whether every claim stands on its article. */
        public boolean sound() {
            return verbatim == claims && amounts == claims && named + headline == parties;
        }
    }

    /** Checks the claims that were read of each document. */
    public Result check(Map<CorpusDocument, List<Claim>> read) {
        int claims = 0;
        int verbatim = 0;
        int amounts = 0;
        int parties = 0;
        int[] reached = new int[Reach.values().length];
        List<String> faults = new ArrayList<>();
        for (Map.Entry<CorpusDocument, List<Claim>> entry : read.entrySet()) {
            CorpusDocument d = entry.getKey();
            for (Claim c : entry.getValue()) {
                boolean quoted = verbatim(c, d.text());
                boolean held = holdsAmount(c);
                List<Reach> reaches = parties(c, d.title());
                claims++;
                verbatim += quoted ? 1 : 0;
                amounts += held ? 1 : 0;
                parties += reaches.size();
                reaches.forEach(r -> reached[r.ordinal()]++);
                if (!quoted || !held || reaches.contains(Reach.NOT)) {
                    faults.add(
                            d.id() + (d.validation() ? "" : ": " + c.evidence().quote()));
                }
            }
        }
        return new Result(
                claims,
                verbatim,
                amounts,
                parties,
                reached[Reach.NAMED.ordinal()],
                reached[Reach.HEADLINE.ordinal()],
                faults);
    }

    /** How a party is reached from a claim's quote. */
    public enum Reach {
        /** The quote names it. */
        NAMED,
        /** The quote holds the words that stand for it, and the headline names it. */
        HEADLINE,
        /** Neither. */
        NOT
    }

    /** Whether the quote is made of the words at its spans, in the order of the text. */
    public boolean verbatim(Claim c, String text) {
        List<Span> spans = c.evidence().spans();
        return !spans.isEmpty()
                && spans.stream().allMatch(s -> s.end() <= text.length())
                && Evidence.of(text, spans).quote().equals(c.evidence().quote());
    }

    /** Whether the claim's number can be read from the quote alone; true where it has none. */
    public boolean holdsAmount(Claim c) {
        return c.subject().quantity().map(wanted -> reads(c, wanted)).orElse(true);
    }

    private static boolean reads(Claim c, Interval wanted) {
        return Quantities.read(c.evidence().quote(), null).stream()
                .flatMap(found -> value(found).stream())
                .anyMatch(value -> value.compareTo(wanted.value()) == 0);
    }

    private static Optional<BigDecimal> value(Measured found) {
        return switch (found) {
            case MoneyAmount m -> Optional.of(m.money().amount().value());
            case PowerAmount p -> Optional.of(p.power().megawatts().value());
            case UnitCount u -> Optional.of(u.count().value());
            case BareNumber n -> Optional.of(n.number().value());
            default -> Optional.empty();
        };
    }

    /** How each party of a claim is reached. */
    public List<Reach> parties(Claim c, String title) {
        List<Party> all = new ArrayList<>(c.from());
        all.addAll(c.to());
        all.addAll(c.beneficiaries());
        return all.stream().map(p -> reach(p, c, title)).toList();
    }

    private Reach reach(Party p, Claim c, String title) {
        if (names(p, c.evidence().quote())) {
            return Reach.NAMED;
        }
        boolean held = p.span() == null || c.evidence().spans().stream().anyMatch(s -> s.contains(p.span()));
        return held && names(p, title) ? Reach.HEADLINE : Reach.NOT;
    }

    private boolean names(Party p, String words) {
        String text = " " + plain(words) + " ";
        Set<String> names = new HashSet<>(Set.of(plain(p.name())));
        if (p.entity() != null) {
            names.addAll(surfaces.getOrDefault(p.entity(), Set.of()));
        }
        return names.stream().anyMatch(n -> text.contains(" " + n + " "));
    }

    /** Words in lower case, one space between them, without possessive endings and signs. */
    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("['\u2019]s\\b", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
