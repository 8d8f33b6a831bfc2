package org.dealgraph.deal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Power;
import org.dealgraph.model.Right;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.dealgraph.model.Term.TermLink;
import org.jspecify.annotations.Nullable;

/** Names, slugs and one-line titles in our own words, made from the terms alone. */
public final class Titles {

    private static final List<ClaimKind> LEAD = List.of(
            ClaimKind.SPEND,
            ClaimKind.INVEST,
            ClaimKind.ACQUIRE,
            ClaimKind.LEND,
            ClaimKind.CAPACITY,
            ClaimKind.SUPPLY,
            ClaimKind.BUILD,
            ClaimKind.RIGHT);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final Directory directory;

    public Titles(Directory directory) {
        this.directory = directory;
    }

    /** A readable name for an id that the registry does not hold: {@code new:blue-energy} reads "Blue Energy". */
    static String nameFromId(String id) {
        String slug = id.substring(id.indexOf(':') + 1);
        StringBuilder name = new StringBuilder();
        for (String word : slug.split("-")) {
            if (!word.isEmpty()) {
                name.append(name.isEmpty() ? "" : " ").append(Character.toUpperCase(word.charAt(0)));
                name.append(word, 1, word.length());
            }
        }
        return name.isEmpty() ? id : name.toString();
    }

    /** Parties and date as a slug; a display name, not an identity. */
    String slug(Collection<String> parties, @Nullable PartialDate agreed) {
        String words = parties.stream()
                .map(directory::nameOf)
                .map(name -> name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{Nd}]+", "-")
                        .replaceAll("^-|-$", ""))
                .collect(Collectors.joining("-"));
        return agreed == null ? words : words + "-" + agreed.text().toLowerCase(Locale.ROOT);
    }

    /** One line about the leading term: what is owed and counts, and no sum that reaches over other deals. */
    String title(Collection<Term> terms) {
        Set<String> sums = terms.stream()
                .filter(term -> linked(term, TermLink.Kind.ADDS_TO).findAny().isPresent())
                .flatMap(term -> linked(term, TermLink.Kind.PART_OF))
                .collect(Collectors.toSet());
        Term lead = terms.stream()
                .min(Comparator.comparing((Term t) -> t.stage().ended())
                        .thenComparing(t -> !t.counted())
                        .thenComparing(t -> LEAD.indexOf(t.kind()))
                        .thenComparing(t -> sums.contains(t.id()))
                        .thenComparing(Titles::size, Comparator.reverseOrder())
                        .thenComparing(Term::id))
                .orElseThrow();
        return line(lead) + ending(lead);
    }

    private static Stream<String> linked(Term term, TermLink.Kind kind) {
        return term.links().stream().filter(link -> link.kind() == kind).map(TermLink::term);
    }

    /** One line about one term. */
    public String line(Term term) {
        String from = names(term.from());
        String to = names(term.to());
        boolean many = term.from().size() > 1;
        Optional<String> amount = amount(term);
        String what = product(term).map(p -> " of " + p).orElse("");
        return from
                + switch (term.kind()) {
                    case SPEND ->
                        verb(many, "commits", "commit") + amount.orElse("spending") + " to " + to + years(term);
                    case INVEST -> investment(term, many, amount) + " in " + to;
                    case LEND -> loan(term, many, amount) + to;
                    case ACQUIRE ->
                        verb(many, "acquires", "acquire")
                                + to
                                + amount.map(a -> " for " + a).orElse("");
                    case CAPACITY -> verb(many, "provides", "provide") + amount.orElse("capacity") + what + " to " + to;
                    case SUPPLY ->
                        verb(many, "supplies", "supply")
                                + amount.map(a -> a + " units" + what)
                                        .orElse(product(term).orElse("products"))
                                + " to " + to;
                    case BUILD ->
                        (term.subject().money() == null ? verb(many, "builds", "build") : verb(many, "spends", "spend"))
                                + amount.orElse("capacity")
                                + (term.subject().money() == null ? "" : " on construction")
                                + Optional.ofNullable(term.subject().site())
                                        .map(site -> " at " + directory.labelOf(site))
                                        .orElse("");
                    case RIGHT ->
                        verb(many, "grants", "grant") + to + " "
                                + right(term.subject().right());
                };
    }

    private static String right(@Nullable Right right) {
        return switch (right) {
            case PRIMARY_PROVIDER -> "the place of primary provider";
            case EXCLUSIVE_DISTRIBUTION -> "exclusive distribution";
            case DISTRIBUTION -> "distribution";
            case IP_LICENSE -> "an IP licence";
            case FIRST_REFUSAL -> "a right of first refusal";
            case OTHER -> "another right";
            case null -> "a right";
        };
    }

    private Optional<String> product(Term term) {
        return Optional.ofNullable(term.subject().product()).map(directory::labelOf);
    }

    private static String investment(Term term, boolean many, Optional<String> amount) {
        String shares = term.subject().money() == null && term.subject().units() != null ? " shares" : "";
        String sum = amount.map(a -> a + shares).orElse("");
        if (term.subject().instrument() == Instrument.HOLDING) {
            return verb(many, "holds", "hold") + "a stake" + (sum.isEmpty() ? "" : " of " + sum);
        }
        if (term.subject().instrument() == Instrument.WARRANT) {
            return verb(many, "holds", "hold") + "a warrant" + (sum.isEmpty() ? "" : " for " + sum);
        }
        return (verb(many, "invests", "invest") + sum).stripTrailing();
    }

    private static String loan(Term term, boolean many, Optional<String> amount) {
        Instrument paper = term.subject().instrument();
        if (paper != null && paper.guarantees()) {
            return verb(many, "guarantees", "guarantee")
                    + amount.map(a -> a + " of ").orElse("debts of ");
        }
        return verb(many, "lends", "lend") + amount.map(a -> a + " ").orElse("") + "to ";
    }

    private static String verb(boolean many, String one, String several) {
        return " " + (many ? several : one) + " ";
    }

    private static String ending(Term term) {
        Stage stage = term.stage();
        if (stage.ended()) {
            return " (" + stage.toString().toLowerCase(Locale.ROOT) + ")";
        }
        return switch (stage) {
            case TALKS -> " (in talks)";
            case LETTER_OF_INTENT -> " (letter of intent)";
            default -> "";
        };
    }

    private String names(Collection<String> ids) {
        List<String> names = ids.stream().map(directory::nameOf).toList();
        return switch (names.size()) {
            case 0 -> "nobody named";
            case 1 -> names.getFirst();
            default -> String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
        };
    }

    private static String years(Term term) {
        Double years = term.schedule().termYears();
        if (years == null) {
            return "";
        }
        String number = BigDecimal.valueOf(years).stripTrailingZeros().toPlainString();
        return " over " + number + (number.equals("1") ? " year" : " years");
    }

    private static Optional<String> amount(Term term) {
        Money money = term.subject().money();
        Power power = term.subject().power();
        Interval units = term.subject().units();
        if (money != null) {
            String rate =
                    money.per() == null ? "" : " a " + money.per().toString().toLowerCase(Locale.ROOT);
            return Optional.of(hedge(money.amount(), x -> sum(x, money.currency())) + rate);
        }
        if (power != null) {
            return Optional.of(hedge(power.megawatts(), Titles::watts));
        }
        return Optional.ofNullable(units).map(u -> hedge(u, x -> "%,d".formatted(x.toBigInteger())));
    }

    private static String hedge(Interval x, Function<BigDecimal, String> write) {
        String figure = write.apply(x.value());
        return switch (x.bound()) {
            case STATED -> figure;
            case AT_LEAST -> "more than " + figure;
            case UP_TO -> "up to " + figure;
            case ABOUT -> "about " + figure;
            case BETWEEN -> write.apply(x.low()) + " to " + figure;
        };
    }

    private static String sum(BigDecimal amount, String currency) {
        String sign = switch (currency) {
            case "USD" -> "$";
            case "EUR" -> "€";
            case "GBP" -> "£";
            default -> currency + " ";
        };
        String[] scales = {"", " thousand", " million", " billion", " trillion"};
        BigDecimal rest = amount;
        int scale = 0;
        while (scale < scales.length - 1 && rest.abs().compareTo(THOUSAND) >= 0) {
            rest = rest.divide(THOUSAND, MathContext.DECIMAL64);
            scale++;
        }
        return sign + rest.round(new MathContext(4)).stripTrailingZeros().toPlainString() + scales[scale];
    }

    private static String watts(BigDecimal megawatts) {
        return megawatts.compareTo(THOUSAND) >= 0
                ? megawatts
                                .divide(THOUSAND, MathContext.DECIMAL64)
                                .stripTrailingZeros()
                                .toPlainString() + " GW"
                : megawatts.toPlainString() + " MW";
    }

    private static BigDecimal size(Term term) {
        return term.subject().quantity().map(Interval::value).orElse(BigDecimal.ZERO);
    }
}
