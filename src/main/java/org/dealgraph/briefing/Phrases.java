package org.dealgraph.briefing;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.dealgraph.model.Attribution.Voice;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Power;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** Obligations in our own words. */
final class Phrases {

    private final Ground ground;
    private final Measures measures;

    Phrases(Ground ground, Measures measures) {
        this.ground = ground;
        this.measures = measures;
    }

    /** "Anthropic agreed to spend at least $100 billion with AWS over ten years". */
    void clause(Draft draft, Term term) {
        draft.organizations(term.from());
        predicate(draft, term);
    }

    /** The same without its subject, to follow a clause of the same. */
    void predicate(Draft draft, Term term) {
        draft.claims(Ground.told(term));
        Status status = Status.of(term, ground.behind(term));
        Verb verb = Verb.of(term);
        boolean many = term.from().size() > 1;
        boolean alone = term.kind() == ClaimKind.BUILD && term.beneficiaries().isEmpty();
        draft.words(" "
                + (status == Status.DONE ? verb.past(many) : status.before(many, alone) + " " + verb.infinitive())
                + " ");
        object(draft, term);
        measures.years(term).ifPresent(years -> {
            if (!years.text().matches(".*\\d.*") || draft.isNew(years)) {
                draft.words(term.kind() == ClaimKind.RIGHT ? " for " : " over ").number(years);
            }
        });
    }

    private void object(Draft draft, Term term) {
        Optional<Figure> amount = measures.amount(term);
        switch (term.kind()) {
            case SPEND -> {
                amount.ifPresentOrElse(draft::number, () -> draft.words("an unstated sum"));
                draft.words(" with ").organizations(term.to());
            }
            case INVEST -> investment(draft, term, amount);
            case LEND -> {
                amount.ifPresentOrElse(draft::number, () -> draft.words("an unstated sum"));
                draft.words(guarantee(term) ? " owed by " : " to ").organizations(term.to());
            }
            case ACQUIRE -> {
                draft.organizations(term.to());
                amount.ifPresent(a -> draft.words(" for ").number(a));
            }
            case CAPACITY -> {
                amount.ifPresentOrElse(
                        a -> draft.number(a).words(" of " + layer(term.subject().power())),
                        () -> draft.words("computing capacity"));
                draft.words(" to ").organizations(term.to());
            }
            case SUPPLY -> supply(draft, term, amount);
            case BUILD -> building(draft, term, amount);
            case RIGHT -> right(draft, term);
        }
    }

    private static void investment(Draft draft, Term term, Optional<Figure> amount) {
        if (Verb.of(term) == Verb.HOLD) {
            draft.words(term.subject().instrument() == Instrument.WARRANT ? "a warrant" : "a stake");
            amount.ifPresent(a -> draft.words(term.subject().units() != null ? " of " : " worth ")
                    .number(a));
            draft.words(term.subject().money() == null && term.subject().units() != null ? " shares" : "");
        } else {
            amount.ifPresentOrElse(draft::number, () -> draft.words("an unstated sum"));
        }
        draft.words(" in ").organizations(term.to());
    }

    private void supply(Draft draft, Term term, Optional<Figure> amount) {
        String product = term.subject().product();
        amount.ifPresent(draft::number);
        if (product != null) {
            draft.words(amount.isPresent() ? " " : "").thing(product);
            draft.words(amount.isPresent() ? " units" : "");
        } else {
            draft.words(amount.isPresent() ? " units" : "hardware");
        }
        draft.words(" to ").organizations(term.to());
    }

    private static void building(Draft draft, Term term, Optional<Figure> amount) {
        boolean money = term.subject().money() != null;
        amount.ifPresent(draft::number);
        String site = term.subject().site();
        draft.words(
                money
                        ? " on building"
                        : amount.isPresent() ? " of " + layer(term.subject().power()) : "data centers");
        if (site != null) {
            draft.words(money ? " " : " at ").thing(site);
        } else if (money) {
            draft.words(" data centers");
        }
        if (!term.beneficiaries().isEmpty()) {
            draft.words(" for ").organizations(term.beneficiaries());
        }
    }

    private static void right(Draft draft, Term term) {
        draft.organizations(term.to());
        draft.words(
                switch (Objects.requireNonNull(term.subject().right(), "right")) {
                    case PRIMARY_PROVIDER -> " its primary provider";
                    case EXCLUSIVE_DISTRIBUTION -> " the exclusive distribution of its models";
                    case DISTRIBUTION -> " the distribution of its models";
                    case IP_LICENSE -> " a license to its intellectual property";
                    case FIRST_REFUSAL -> " a right of first refusal";
                    case OTHER -> " a right";
                });
    }

    /** "Anthropic's purchase from AWS". */
    void noun(Draft draft, Term term) {
        draft.organizations(term.from())
                .words("’s "
                        + switch (term.kind()) {
                            case SPEND -> "purchase from ";
                            case INVEST -> Verb.of(term) == Verb.HOLD ? "holding in " : "investment in ";
                            case LEND -> guarantee(term) ? "guarantee for " : "loan to ";
                            case ACQUIRE -> "takeover of ";
                            case CAPACITY -> "capacity for ";
                            case SUPPLY -> "supply to ";
                            case BUILD -> "building";
                            case RIGHT -> "grant of rights to ";
                        });
        if (term.kind() != ClaimKind.BUILD) {
            draft.organizations(term.to());
        } else if (term.subject().site() != null) {
            draft.words(" at ").thing(term.subject().site());
        } else {
            draft.words(" of data centers");
        }
        draft.claims(Ground.told(term));
    }

    /** Who says so, in a word or two; empty where no article names anybody. */
    String speaker(Term term) {
        return switch (ground.behind(term).stream()
                .map(SourcedClaim::claim)
                .map(c -> c.attribution().voice())
                .min(Comparator.naturalOrder())
                .orElse(Voice.AUTHOR)) {
            case FILING -> "a filing says so";
            case PARTY -> "a party says so";
            case NAMED_OUTLET -> "a named outlet reports it";
            case UNNAMED_SOURCES -> "no source is named";
            case AUTHOR -> "";
        };
    }

    private static boolean guarantee(Term term) {
        return Verb.of(term) == Verb.GUARANTEE;
    }

    private static String layer(@Nullable Power power) {
        return switch (power == null ? Power.Layer.COMPUTE : power.layer()) {
            case CHIPS -> "chips";
            case COMPUTE -> "computing capacity";
            case SITE -> "data-center space";
            case POWER -> "electric power";
        };
    }
}
