package org.dealgraph.output;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.answer.DealDiff;
import org.dealgraph.deal.Directory;
import org.dealgraph.deal.Titles;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.Deal;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** Terms, differences and speakers in words. */
@Singleton
final class Wording {

    private static final String NONE = "none";

    private final Directory directory;
    private final Titles titles;

    Wording(Directory directory) {
        this.directory = directory;
        this.titles = new Titles(directory);
    }

    /** A term as a sentence: what is owed, with its bound, how far it has come, and when. */
    String sentence(Term term) {
        List<String> more = new ArrayList<>();
        more.add(stage(term.stage()));
        term.flags().stream().sorted().map(Enum::name).map(Wording::words).forEach(more::add);
        date("agreed", term.agreedAssumed() ? null : term.schedule().agreed(), more);
        date("starts", term.schedule().start(), more);
        date("ends", term.schedule().end(), more);
        if (!term.counted()) {
            more.add("not counted in totals");
        }
        return line(term) + " (" + String.join(", ", more) + ").";
    }

    /** One line about a term. */
    String line(Term term) {
        return SafeText.clean(titles.line(term));
    }

    private static void date(String word, @Nullable PartialDate date, List<String> to) {
        if (date != null) {
            to.add(word + " " + date.text());
        }
    }

    static String stage(Stage stage) {
        return stage == Stage.TALKS ? "in talks" : words(stage.name());
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What differs between two states of a deal that are both there. */
    List<Entry.Change> changes(Deal before, Deal after) {
        return DealDiff.of(before, after).stream()
                .map(change -> change(change, before, after))
                .toList();
    }

    private Entry.Change change(DealDiff.Change change, Deal before, Deal after) {
        return new Entry.Change(
                name(change, before, after),
                value(change.field(), change.term(), change.before(), before),
                value(change.field(), change.term(), change.after(), after));
    }

    /** The field; where a deal has several terms, with the term that it belongs to. */
    private String name(DealDiff.Change change, Deal before, Deal after) {
        String field = switch (change.field()) {
            case "termYears" -> "years";
            case "counted" -> "counted in totals";
            case "sources" -> "independent sources";
            default -> change.field();
        };
        boolean one = before.terms().size() == 1 && after.terms().size() == 1;
        return one || change.field().equals("term")
                ? field
                : find(after, change.term())
                                .or(() -> find(before, change.term()))
                                .map(this::line)
                                .orElse("a term")
                        + ", " + field;
    }

    private String value(String field, String term, @Nullable String value, Deal deal) {
        if (value == null) {
            return NONE;
        }
        return SafeText.clean(
                switch (field) {
                    case "term" -> find(deal, term).map(this::line).orElse(value);
                    case "stage" -> stage(Stage.valueOf(value));
                    case "flags" -> words(value);
                    case "from", "to" ->
                        Arrays.stream(value.split(", ")).map(directory::nameOf).collect(Collectors.joining(", "));
                    case "product", "site" -> directory.labelOf(value);
                    case "counted" -> value.equals("true") ? "yes" : "no";
                    default -> value;
                });
    }

    private static Optional<Term> find(Deal deal, String term) {
        return Stream.of(deal)
                .flatMap(d -> d.terms().stream())
                .filter(t -> t.id().equals(term))
                .findFirst();
    }

    /** Who says so: the kind of speaker, whom it rests on, and who published it. */
    static String speaker(Attribution attribution, @Nullable String publisher) {
        String rests = attribution.reliesOn() == null ? "" : " (" + attribution.reliesOn() + ")";
        String voice = switch (attribution.voice()) {
            case FILING -> "a filing" + rests;
            case PARTY -> "a party to the deal" + rests;
            case NAMED_OUTLET -> "a report" + rests;
            case UNNAMED_SOURCES -> "unnamed sources" + rests;
            case AUTHOR -> "the article itself";
        };
        return SafeText.clean(publisher == null || publisher.isBlank() ? voice : publisher + ", by " + voice);
    }
}
