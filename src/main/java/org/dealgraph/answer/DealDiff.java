package org.dealgraph.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dealgraph.model.Conflict;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** What differs between two states of a deal, field by field. */
public final class DealDiff {

    private static final Map<String, Function<Term, @Nullable String>> FIELDS = fields();

    private DealDiff() {}

    /**
     * A field of a term that changed.
     *
     * @param term its id
     * @param field its name; "term" for a term that came or went
     * @param before as text, or null
     * @param after as text, or null
     */
    public record Change(
            String term,
            String field,
            @Nullable String before,
            @Nullable String after) {}

    /** The changes by term and field; null stands for no deal. */
    public static List<Change> of(@Nullable Deal before, @Nullable Deal after) {
        Map<String, Term> was = byId(before);
        Map<String, Term> is = byId(after);
        TreeSet<String> ids = new TreeSet<>(was.keySet());
        ids.addAll(is.keySet());
        List<Change> changes = new ArrayList<>();
        for (String id : ids) {
            Term old = was.get(id);
            Term now = is.get(id);
            if (old == null || now == null) {
                changes.add(new Change(id, "term", old == null ? null : line(old), now == null ? null : line(now)));
            } else {
                FIELDS.forEach((name, field) -> {
                    String a = field.apply(old);
                    String b = field.apply(now);
                    if (!Objects.equals(a, b)) {
                        changes.add(new Change(id, name, a, b));
                    }
                });
            }
        }
        return List.copyOf(changes);
    }

    private static Map<String, Term> byId(@Nullable Deal deal) {
        return deal == null ? Map.of() : deal.terms().stream().collect(Collectors.toMap(Term::id, t -> t, (a, b) -> a));
    }

    private static String line(Term term) {
        return term.kind() + " " + String.join(", ", term.from()) + " > " + String.join(", ", term.to())
                + prefixed(amount(term)) + prefixed(term.subject().product())
                + prefixed(text(term.subject().right())) + " " + term.stage();
    }

    private static String prefixed(@Nullable String text) {
        return text == null ? "" : " " + text;
    }

    private static @Nullable String amount(Term term) {
        var subject = term.subject();
        if (subject.money() != null) {
            return subject.money().text();
        }
        if (subject.power() != null) {
            return subject.power().text();
        }
        return subject.units() == null ? null : subject.units().text(x -> "%,d".formatted(x.toBigInteger()));
    }

    private static Map<String, Function<Term, @Nullable String>> fields() {
        Map<String, Function<Term, @Nullable String>> fields = new LinkedHashMap<>();
        fields.put("amount", DealDiff::amount);
        fields.put("stage", t -> t.stage().name());
        fields.put("flags", t -> joined(new TreeSet<>(t.flags())));
        fields.put("from", t -> joined(t.from()));
        fields.put("to", t -> joined(t.to()));
        fields.put("beneficiaries", t -> joined(t.beneficiaries()));
        fields.put("right", t -> text(t.subject().right()));
        fields.put("instrument", t -> text(t.subject().instrument()));
        fields.put("agreed", t -> text(t.schedule().agreed()));
        fields.put("start", t -> text(t.schedule().start()));
        fields.put("end", t -> text(t.schedule().end()));
        fields.put("termYears", t -> text(t.schedule().termYears()));
        fields.put("product", t -> t.subject().product());
        fields.put("site", t -> t.subject().site());
        fields.put("links", DealDiff::links);
        fields.put("conflicts", DealDiff::conflicts);
        fields.put("counted", t -> Boolean.toString(t.counted()));
        fields.put("sources", t -> Integer.toString(t.independentSources()));
        return fields;
    }

    private static @Nullable String links(Term term) {
        return joined(term.links().stream()
                .map(link -> link.kind() + " " + link.term())
                .sorted()
                .toList());
    }

    private static @Nullable String conflicts(Term term) {
        return joined(term.conflicts().stream()
                .map(conflict -> conflict.aspect() + ": "
                        + conflict.rivals().stream().map(Conflict.Rival::value).collect(Collectors.joining(" / ")))
                .toList());
    }

    private static @Nullable String joined(Collection<?> values) {
        return values.isEmpty() ? null : values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
