package org.dealgraph.claim.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dealgraph.claim.candidate.Anchor;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.quantity.DateMention;
import org.dealgraph.claim.quantity.Measured;
import org.dealgraph.claim.quantity.MoneyAmount;
import org.dealgraph.claim.quantity.PowerAmount;
import org.dealgraph.claim.quantity.UnitCount;
import org.dealgraph.model.Bound;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Milestone;
import org.dealgraph.model.Milestone.Sort;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Power;
import org.dealgraph.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads the steps within an obligation: "the first gigawatt in the second half of 2026", "$10 billion once the first
 * gigawatt is deployed", "vests as purchases grow", "an option to extend until 2035". They are looked for in the sentences
 * that tell the claim and the one that goes on about it.
 */
final class Milestones {

    private static final int MOST = 6;
    private static final int LONGEST_CONDITION = 160;
    private static final int REACH = 90;

    private static final Pattern FIRST = Pattern.compile(
            "(?i)\\b(?:first|initial|second|third|final|remaining)\\s+(?:[\\w.$€£-]+\\s+){0,3}?(gigawatt|phase|tranche|stage|deployment|delivery|deliveries|shipments?|systems|buildings?|[\\d.]+[-"
                    + " ]?(?:gigawatts?|gw|megawatts?|mw))\\b");
    private static final Pattern ONE_GIGAWATT = Pattern.compile("(?i)\\b(?:first|initial)\\s+gigawatt\\b");
    private static final Pattern VESTS = Pattern.compile("(?i)\\bvest(?:s|ed|ing)?\\b");
    private static final Pattern OPTION =
            Pattern.compile("(?i)\\boptions?\\s+to\\b|\\bexercisable\\b|\\bexercised?\\b");
    private static final Pattern CONDITION = Pattern.compile(
            "(?i)(?<!at )\\b(?:once|upon|as soon as|as (?!well|part|of|a|an|its|the)|when(?! asked)|provided"
                    + " that|subject to|conditional on|contingent on|tied to)\\b[^.;:—–]{6,160}");
    private static final Set<ClaimKind> MONEY = Set.of(ClaimKind.INVEST, ClaimKind.LEND, ClaimKind.SPEND);
    private static final Set<ClaimKind> DELIVERED =
            Set.of(ClaimKind.CAPACITY, ClaimKind.SUPPLY, ClaimKind.BUILD, ClaimKind.SPEND);

    private final Scene scene;
    private final Dates dates;

    Milestones(Scene scene, Dates dates) {
        this.scene = scene;
        this.dates = dates;
    }

    /** The milestones of a reading, in the order of the text. */
    List<Milestone> of(Retold retold, Neighbours neighbours) {
        ClaimKind kind = retold.choice().candidate().kind();
        Set<Integer> sentences = new java.util.TreeSet<>();
        retold.anchors().stream().map(Anchor::sentence).forEach(sentences::add);
        neighbours.after(retold.choice().candidate()).ifPresent(sentences::add);
        List<Milestone> found = new ArrayList<>();
        for (int sentence : sentences) {
            found.addAll(in(scene.sentence(sentence).span(), kind, retold));
        }
        return found.stream().distinct().limit(MOST).toList();
    }

    private List<Milestone> in(Span sentence, ClaimKind kind, Retold retold) {
        String text = sentence.in(scene.prose().text());
        List<Milestone> found = new ArrayList<>();
        if (kind == ClaimKind.INVEST) {
            vesting(text, sentence).ifPresent(found::add);
        }
        option(text, sentence).ifPresent(found::add);
        if (DELIVERED.contains(kind)) {
            delivery(text, sentence).ifPresent(found::add);
        }
        if (MONEY.contains(kind)) {
            payments(text, sentence, retold).forEach(found::add);
        }
        return found;
    }

    private Optional<Milestone> vesting(String text, Span sentence) {
        Matcher vests = VESTS.matcher(text);
        if (!vests.find()) {
            return Optional.empty();
        }
        int from = sentence.start() + vests.start();
        return Optional.of(new Milestone(
                Sort.VESTING, null, null, null, date(from, sentence.end()), condition(text, vests.start()), List.of()));
    }

    /** An option counts as a step only where the text says until when. */
    private Optional<Milestone> option(String text, Span sentence) {
        Matcher option = OPTION.matcher(text);
        if (!option.find()) {
            return Optional.empty();
        }
        int from = sentence.start() + option.start();
        return measured(from, sentence.end(), DateMention.class).stream()
                .filter(d -> d.role() == DateMention.Kind.END || d.role() == DateMention.Kind.BY)
                .findFirst()
                .map(d -> new Milestone(
                        Sort.EXERCISE,
                        null,
                        first(measured(from, d.span().start(), PowerAmount.class))
                                .map(PowerAmount::power)
                                .orElse(null),
                        first(measured(from, d.span().start(), UnitCount.class))
                                .map(UnitCount::count)
                                .orElse(null),
                        d.date(),
                        null,
                        List.of()));
    }

    private Optional<Milestone> delivery(String text, Span sentence) {
        Matcher first = FIRST.matcher(text);
        if (!first.find()) {
            return Optional.empty();
        }
        int from = sentence.start() + first.start();
        int end = Math.min(sentence.end(), sentence.start() + first.end() + REACH);
        PartialDate by = date(from, end);
        return by == null
                ? Optional.empty()
                : Optional.of(new Milestone(
                        Sort.DELIVERY, null, power(first.group(), from, sentence), null, by, null, List.of()));
    }

    private @Nullable Power power(String words, int from, Span sentence) {
        if (ONE_GIGAWATT.matcher(words).find()) {
            return new Power(
                    Interval.of(java.math.BigDecimal.valueOf(1_000), Bound.STATED),
                    Power.Measure.UNSTATED,
                    Power.Layer.COMPUTE);
        }
        return first(measured(from, Math.min(sentence.end(), from + words.length() + 1), PowerAmount.class))
                .map(PowerAmount::power)
                .orElse(null);
    }

    /** A share of the money that moves upon a condition; the claim's own sum needs no figure beside it. */
    private List<Milestone> payments(String text, Span sentence, Retold retold) {
        List<Milestone> payments = new ArrayList<>();
        for (MoneyAmount m : measured(sentence.start(), sentence.end(), MoneyAmount.class)) {
            int from = m.span().end() - sentence.start();
            String condition = condition(text.substring(0, Math.min(text.length(), from + REACH * 2)), from);
            boolean own = retold.anchors().stream().anyMatch(a -> a.span().overlaps(m.span()));
            if ((own || part(m, retold)) && condition != null && before(text, from, condition)) {
                payments.add(new Milestone(
                        Sort.PAYMENT,
                        own ? null : m.money(),
                        null,
                        null,
                        date(m.span().end(), sentence.end()),
                        condition,
                        List.of()));
            }
        }
        return payments;
    }

    /** Whether a sum told beside the claim's can be a share of it. */
    private static boolean part(MoneyAmount m, Retold retold) {
        Money whole = retold.anchor().measured() instanceof MoneyAmount own ? own.money() : null;
        return whole != null
                && !m.vague()
                && m.money().per() == null
                && whole.currency().equals(m.money().currency())
                && m.money().amount().value().compareTo(whole.amount().value()) < 0;
    }

    /** Whether the condition follows so closely that it is this number's. */
    private static boolean before(String text, int from, String condition) {
        int at = text.indexOf(condition, from);
        return at >= 0 && at - from <= REACH && text.substring(from, at).chars().noneMatch(c -> c == '$' || c == '€');
    }

    private static @Nullable String condition(String text, int from) {
        Matcher condition = CONDITION.matcher(text);
        if (!condition.find(from)) {
            return null;
        }
        String words = condition.group().strip();
        return words.length() <= LONGEST_CONDITION ? words : words.substring(0, LONGEST_CONDITION);
    }

    private @Nullable PartialDate date(int from, int end) {
        return first(measured(from, end, DateMention.class))
                .map(DateMention::date)
                .orElse(null);
    }

    private static <T> Optional<T> first(List<T> list) {
        return list.stream().findFirst();
    }

    private <T extends Measured> List<T> measured(int from, int end, Class<T> type) {
        return dates.in(new Span(from, Math.max(from, end))).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
