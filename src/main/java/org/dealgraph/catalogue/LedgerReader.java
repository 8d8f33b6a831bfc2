package org.dealgraph.catalogue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dealgraph.catalogue.LedgerEntry.Confirmed;
import org.dealgraph.catalogue.LedgerEntry.LedgerSource;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Article;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Evidence;
import org.dealgraph.model.Flag;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Milestone;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Party;
import org.dealgraph.model.Per;
import org.dealgraph.model.Polarity;
import org.dealgraph.model.Power;
import org.dealgraph.model.Right;
import org.dealgraph.model.Span;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Tier;
import org.jspecify.annotations.Nullable;

/** Reads {@code ingest/ledger}: each entry becomes a short article in our own words and the one claim it states. */
final class LedgerReader {

    /** Id of the curated source that every entry belongs to. */
    static final String SOURCE = "ledger";

    private static final String PREFIX = "ledger:";
    private static final String[] KEYS = {
        "id",
        "kind",
        "from",
        "to",
        "for",
        "money",
        "power",
        "units",
        "product",
        "right",
        "instrument",
        "site",
        "termYears",
        "start",
        "end",
        "milestones",
        "agreed",
        "published",
        "stage",
        "flags",
        "relation",
        "deal",
        "attribution",
        "says",
        "summary",
        "sources",
        "confirmed",
        "note"
    };

    private final Catalogue catalogue;
    private final Path ingest;
    private final Faults faults;
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, YamlNode> relations = new HashMap<>();

    LedgerReader(Catalogue catalogue, Path ingest, Faults faults) {
        this.catalogue = catalogue;
        this.ingest = ingest;
        this.faults = faults;
    }

    /** All entries by id. */
    List<LedgerEntry> read() {
        List<Draft> drafts = new ArrayList<>();
        for (Path file : YamlFile.below(ingest.resolve("ledger"))) {
            String name = ingest.relativize(file).toString();
            YamlFile.read(file, name, faults)
                    .map(YamlNode::items)
                    .orElse(List.of())
                    .forEach(n -> drafts.add(draft(n)));
        }
        List<LedgerEntry> entries = drafts.stream()
                .collect(Collectors.groupingBy(Draft::announcement, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(announced -> entries(announced.getKey(), announced.getValue()).stream())
                .sorted(Comparator.comparing(LedgerEntry::id))
                .toList();
        relations.forEach((of, node) -> {
            if (!places.containsKey(of)) {
                node.fault("relation names '" + of + "', which is not in the ledger: add it or correct the id");
            }
        });
        return entries;
    }

    /** One entry, before it is known what was announced with it. */
    private record Draft(
            YamlNode node,
            String id,
            @Nullable String deal,
            @Nullable PartialDate published,
            String summary,
            String rest,
            List<LedgerSource> sources) {

        /** Entries of one agreement that became known on one day were announced together. */
        String announcement() {
            return deal == null ? id : published == null ? deal : deal + "@" + published;
        }
    }

    private Draft draft(YamlNode n) {
        n.only(KEYS);
        String id = n.getText("id");
        String earlier = places.putIfAbsent(id, n.where());
        if (earlier != null) {
            n.fault("id '" + id + "' is taken by " + earlier + ": choose another");
        }
        List<LedgerSource> sources = n.nodes("sources").stream()
                .map(s -> {
                    s.only("url", "publisher", "published", "seen");
                    return new LedgerSource(
                            s.getText("url"),
                            s.findText("publisher").orElse(null),
                            s.findText("seen").map("true"::equals).orElse(false));
                })
                .toList();
        if (sources.isEmpty()) {
            n.fault("'sources' is missing: name the page it was found on");
        }
        StringBuilder rest = new StringBuilder();
        n.findText("note").ifPresent(note -> rest.append("\n\n").append(note));
        sources.forEach(s -> rest.append("\n\n")
                .append(s.seen() ? "Read: " : "Cited, not read: ")
                .append(s.url()));
        return new Draft(
                n,
                id,
                n.findText("deal").orElse(null),
                n.findDate("published").orElse(null),
                n.getText("summary"),
                rest.toString(),
                sources);
    }

    /** The entries of one announcement: one article that holds all their lines, and a claim each. */
    private List<LedgerEntry> entries(String announcement, List<Draft> together) {
        List<Draft> sorted =
                together.stream().sorted(Comparator.comparing(Draft::id)).toList();
        StringBuilder text = new StringBuilder();
        List<Span> lines = new ArrayList<>();
        for (Draft draft : sorted) {
            text.append(text.isEmpty() ? "" : "\n\n");
            lines.add(new Span(text.length(), text.length() + draft.summary().length()));
            text.append(draft.summary()).append(draft.rest());
        }
        Article article = article(announcement, sorted.getFirst(), text.toString());
        List<LedgerEntry> entries = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Draft draft = sorted.get(i);
            entries.add(new LedgerEntry(
                    draft.id(),
                    draft.deal(),
                    article,
                    claim(draft.node(), draft.id(), article, lines.get(i)),
                    draft.sources(),
                    draft.node().findChoice("confirmed", Confirmed.class).orElse(Confirmed.NONE)));
        }
        return entries;
    }

    private static Article article(String announcement, Draft first, String text) {
        return new Article(
                PREFIX + announcement,
                first.sources().isEmpty()
                        ? PREFIX + announcement
                        : first.sources().getFirst().url(),
                SOURCE,
                first.sources().isEmpty() ? null : first.sources().getFirst().publisher(),
                Tier.COMPANY,
                first.summary(),
                null,
                first.published(),
                null,
                null,
                "en",
                text,
                "ledger, confirmed by "
                        + first.node().findText("confirmed").orElse("NONE").toLowerCase(Locale.ROOT),
                null);
    }

    private Claim claim(YamlNode n, String id, Article article, Span line) {
        ClaimKind kind = n.findChoice("kind", ClaimKind.class).orElseGet(() -> {
            n.getText("kind");
            return ClaimKind.SPEND;
        });
        Stage stage = n.findChoice("stage", Stage.class).orElse(Stage.AGREED);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(n.choices("flags", Flag.class));
        Polarity polarity = stage.ended() ? Polarity.ENDS : Polarity.ASSERTS;
        return new Claim(
                PREFIX + id,
                article.id(),
                kind,
                parties(n, "from", true),
                parties(n, "to", kind != ClaimKind.BUILD),
                parties(n, "for", false),
                subject(n, kind),
                schedule(n),
                new Claim.Standing(stage, flags, polarity, relation(n)),
                new Attribution(
                        n.findChoice("attribution", Attribution.Voice.class).orElse(Attribution.Voice.AUTHOR),
                        n.findText("says").orElse(null)),
                true,
                Evidence.of(article.text(), List.of(new Span(0, article.title().length()))),
                new Claim.Reading(SOURCE, 1.0));
    }

    private List<Party> parties(YamlNode n, String key, boolean needed) {
        List<Party> parties = n.texts(key).stream()
                .map(id -> catalogue
                        .findOrganization(id)
                        .map(org -> Party.known(org.name(), org.id()))
                        .orElseGet(() -> {
                            n.fault("'" + key + "' names '" + id
                                    + "', which is not in the registry: add it or correct the id");
                            return Party.known(id, id);
                        }))
                .toList();
        if (needed && parties.isEmpty()) {
            n.fault("'" + key + "' is missing: name at least one organization");
        }
        return parties;
    }

    private Claim.Subject subject(YamlNode n, ClaimKind kind) {
        Optional<Right> right = n.findChoice("right", Right.class);
        if (right.isPresent() != (kind == ClaimKind.RIGHT)) {
            n.fault("'right' goes with kind RIGHT and with no other");
        }
        n.findText("product")
                .filter(id -> catalogue.findProduct(id).isEmpty())
                .ifPresent(id -> n.fault(
                        "'product' names '" + id + "', which is not in the registry: add it or correct the id"));
        return new Claim.Subject(
                n.find("money").flatMap(LedgerReader::money).orElse(null),
                n.find("power").flatMap(LedgerReader::power).orElse(null),
                n.find("units")
                        .flatMap(u -> {
                            u.only("count", "low", "high", "bound");
                            return interval(u, "count");
                        })
                        .orElse(null),
                n.findText("product").orElse(null),
                right.orElse(null),
                n.findChoice("instrument", Instrument.class).orElse(null),
                n.findText("site").orElse(null));
    }

    private static Optional<Money> money(YamlNode n) {
        n.only("amount", "low", "high", "currency", "bound", "per");
        String currency = n.getText("currency");
        if (!currency.matches("[A-Z]{3}")) {
            n.fault("currency '" + currency + "' is not an ISO 4217 code: write USD, EUR, …");
            return Optional.empty();
        }
        return interval(n, "amount")
                .map(amount -> new Money(
                        amount, currency, n.findChoice("per", Per.class).orElse(null)));
    }

    private static Optional<Power> power(YamlNode n) {
        n.only("mw", "low", "high", "bound", "measure", "layer");
        return interval(n, "mw")
                .map(mw -> new Power(
                        mw,
                        n.findChoice("measure", Power.Measure.class).orElse(Power.Measure.UNSTATED),
                        n.findChoice("layer", Power.Layer.class).orElse(Power.Layer.COMPUTE)));
    }

    private static Optional<Interval> interval(YamlNode n, String key) {
        Bound bound = n.findChoice("bound", Bound.class).orElse(Bound.STATED);
        if (bound == Bound.BETWEEN) {
            Optional<BigDecimal> low = n.findNumber("low");
            Optional<BigDecimal> high = n.findNumber("high");
            if (low.isEmpty() || high.isEmpty() || low.get().compareTo(high.get()) > 0) {
                n.fault("BETWEEN needs 'low' and 'high', low first");
                return Optional.empty();
            }
            return Optional.of(Interval.between(low.get(), high.get()));
        }
        Optional<BigDecimal> value = n.findNumber(key);
        if (value.isEmpty() || value.get().signum() <= 0) {
            n.fault("'" + key + "' is missing or not positive: write a plain number");
            return Optional.empty();
        }
        return value.map(x -> Interval.of(x, bound));
    }

    private static Claim.Schedule schedule(YamlNode n) {
        return new Claim.Schedule(
                n.findDate("agreed").orElse(null),
                n.findDate("start").orElse(null),
                n.findDate("end").orElse(null),
                n.findNumber("termYears").map(BigDecimal::doubleValue).orElse(null),
                n.nodes("milestones").stream().map(LedgerReader::milestone).toList());
    }

    private static Milestone milestone(YamlNode n) {
        n.only("sort", "money", "power", "units", "by", "upon");
        return new Milestone(
                n.findChoice("sort", Milestone.Sort.class).orElseGet(() -> {
                    n.getText("sort");
                    return Milestone.Sort.DELIVERY;
                }),
                n.find("money").flatMap(LedgerReader::money).orElse(null),
                n.find("power").flatMap(LedgerReader::power).orElse(null),
                n.find("units")
                        .flatMap(u -> {
                            u.only("count", "low", "high", "bound");
                            return interval(u, "count");
                        })
                        .orElse(null),
                n.findDate("by").orElse(null),
                n.findText("upon").orElse(null),
                List.of());
    }

    private AmountRelation relation(YamlNode n) {
        Optional<YamlNode> relation = n.find("relation");
        if (relation.isEmpty()) {
            return AmountRelation.whole();
        }
        relation.get().only("kind", "of");
        Optional<String> of = relation.get().findText("of");
        of.ifPresent(id -> relations.put(id, relation.get()));
        return new AmountRelation(
                relation.get().findChoice("kind", AmountRelation.Kind.class).orElse(AmountRelation.Kind.WHOLE),
                of.map(id -> PREFIX + id).orElse(null));
    }
}
