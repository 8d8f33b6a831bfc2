package org.dealgraph.claim.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Organization;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Party;
import org.dealgraph.model.Polarity;
import org.dealgraph.model.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The one place where claims become the corpus's coarser format: subsidiaries roll up to their group's short name, stage,
 * polarity and attribution fold to ANNOUNCED, REPORTED or ENDED, STATED is EXACT and BETWEEN is UP_TO its upper end. A
 * denied claim is none, and neither is what another claim of the article replaces: "$10 billion, up from $7 billion".
 */
public final class CorpusFormat {

    private static final int MONTH = "2026-10".length();

    private final Catalogue catalogue;

    public CorpusFormat(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The claims of one article; those it denies or replaces are left out. */
    public List<CorpusClaim> of(List<Claim> claims, @Nullable LocalDate published) {
        Set<String> replaced = claims.stream()
                .filter(c -> c.standing().polarity() != Polarity.DENIES)
                .map(c -> c.standing().relation())
                .filter(r -> r.kind() == AmountRelation.Kind.REPLACES && r.of() != null)
                .map(AmountRelation::of)
                .collect(Collectors.toSet());
        return claims.stream()
                .filter(c -> c.standing().polarity() != Polarity.DENIES && !replaced.contains(c.id()))
                .map(c -> of(c, published))
                .toList();
    }

    /** One claim. */
    public CorpusClaim of(Claim c, @Nullable LocalDate published) {
        Claim.Subject s = c.subject();
        return new CorpusClaim(
                c.kind(),
                names(c.from(), published),
                c.kind() == ClaimKind.ACQUIRE ? own(c.to()) : names(c.to(), published),
                s.money() == null
                        ? null
                        : new CorpusClaim.Sum(
                                s.money().amount().value(),
                                s.money().currency(),
                                bound(s.money().amount().bound())),
                s.power() == null
                        ? null
                        : new CorpusClaim.Count(
                                s.power().megawatts().value(),
                                bound(s.power().megawatts().bound())),
                s.units() == null
                        ? null
                        : new CorpusClaim.Count(
                                s.units().value(), bound(s.units().bound())),
                product(s.product()),
                s.right() == null ? null : s.right().name(),
                site(s.site()),
                c.schedule().termYears(),
                month(c.schedule().start()),
                month(c.schedule().end()),
                status(c.standing().stage(), c.standing().polarity(), c.attribution()),
                c.schedule().agreed() == null ? null : c.schedule().agreed().text(),
                c.core(),
                c.evidence().quote());
    }

    /** Talks, letters and unnamed sources are REPORTED, ends are ENDED, the rest is ANNOUNCED. */
    static String status(Stage stage, Polarity polarity, Attribution attribution) {
        if (polarity == Polarity.ENDS || stage.ended()) {
            return "ENDED";
        }
        boolean reported = stage == Stage.TALKS
                || stage == Stage.LETTER_OF_INTENT
                || attribution.voice() == Attribution.Voice.UNNAMED_SOURCES;
        return reported ? "REPORTED" : "ANNOUNCED";
    }

    private static String bound(Bound bound) {
        return switch (bound) {
            case STATED -> "EXACT";
            case BETWEEN -> "UP_TO";
            default -> bound.name();
        };
    }

    /** A country stands for its government: "Japan". */
    private static String shortName(Organization o) {
        boolean country = o.name().endsWith(" government") && !o.ambiguous().isEmpty();
        return country ? o.ambiguous().getFirst() : o.name();
    }

    private List<String> names(List<Party> parties, @Nullable LocalDate on) {
        Set<String> names = new LinkedHashSet<>();
        for (Party p : parties) {
            names.add(
                    p.entity() == null
                            ? p.name()
                            : catalogue
                                    .findOrganization(catalogue.houseOf(p.entity(), on))
                                    .map(CorpusFormat::shortName)
                                    .orElse(p.name()));
        }
        return List.copyOf(names);
    }

    /** A company that is bought stands for itself, whatever it is part of since. */
    private List<String> own(List<Party> parties) {
        return parties.stream()
                .map(p -> p.entity() == null
                        ? p.name()
                        : catalogue
                                .findOrganization(p.entity())
                                .map(Organization::name)
                                .orElse(p.name()))
                .distinct()
                .toList();
    }

    private @Nullable String product(@Nullable String product) {
        return product == null
                ? null
                : catalogue.findProduct(product).map(p -> p.name()).orElse(product);
    }

    private @Nullable String site(@Nullable String site) {
        return site == null ? null : catalogue.findSite(site).map(s -> s.name()).orElse(site);
    }

    private static @Nullable String month(@Nullable PartialDate date) {
        if (date == null) {
            return null;
        }
        String text = date.text();
        return text.length() > MONTH && text.charAt(MONTH) == '-' ? text.substring(0, MONTH) : text;
    }

    /** One line of output: the document's id and its claims. */
    public static String line(String id, List<CorpusClaim> claims) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", id);
        ArrayNode list = line.putArray("claims");
        claims.forEach(c -> list.add(json(c)));
        try {
            return new ObjectMapper().writeValueAsString(line);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new CorpusException("could not write the claims: " + id, e);
        }
    }

    /** A claim as the corpus writes it; what is absent is left out. */
    public static ObjectNode json(CorpusClaim c) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", c.kind().name());
        party(json, "from", c.from());
        party(json, "to", c.to());
        if (c.money() != null) {
            ObjectNode money = json.putObject("money");
            number(money, "amount", c.money().amount());
            money.put("currency", c.money().currency()).put("bound", c.money().bound());
        }
        if (c.power() != null) {
            ObjectNode power = json.putObject("power");
            number(power, "mw", c.power().value());
            power.put("bound", c.power().bound());
        }
        if (c.units() != null) {
            number(json, "units", c.units().value());
            json.put("units_bound", c.units().bound());
        }
        text(json, "product", c.product());
        text(json, "right", c.right());
        text(json, "site", c.site());
        if (c.termYears() != null) {
            number(json, "term_years", BigDecimal.valueOf(c.termYears()));
        }
        text(json, "start", c.start());
        text(json, "end", c.end());
        json.put("status", c.status());
        text(json, "date", c.date());
        json.put("core", c.core());
        json.put("quote", c.quote());
        return json;
    }

    private static void party(ObjectNode json, String field, List<String> names) {
        if (names.isEmpty()) {
            json.putNull(field);
        } else if (names.size() == 1) {
            json.put(field, names.getFirst());
        } else {
            names.forEach(json.putArray(field)::add);
        }
    }

    private static void number(ObjectNode json, String field, BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 18) {
            json.put(field, plain.longValueExact());
        } else {
            json.put(field, plain);
        }
    }

    private static void text(ObjectNode json, String field, @Nullable String value) {
        if (value != null) {
            json.put(field, value);
        }
    }
}
