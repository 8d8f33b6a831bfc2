package org.dealgraph.answer;

import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Power;
import org.dealgraph.model.Term;

/**
 * What a total adds up: one kind of obligation in one unit. Kinds are never added to each other; guarantees, options and
 * holdings have totals of their own, and power is kept by its layer.
 *
 * @param kind the kind
 * @param sort GUARANTEE, OPTION, HOLDING, a layer of power, or empty
 * @param unit ISO 4217 code, "MW", or "units of" a product
 */
public record Category(ClaimKind kind, String sort, String unit) implements Comparable<Category> {

    /** The unit of what tells no quantity. */
    private static final String NONE = "-";

    /** The category of a term; "-" is the unit of one without a quantity. */
    public static Category of(Term term) {
        return new Category(term.kind(), sort(term), unit(term));
    }

    /** Whether both are of one kind and sort, whatever their units. */
    boolean sameSort(Category other) {
        return kind == other.kind && sort.equals(other.sort);
    }

    private static String sort(Term term) {
        Instrument instrument = term.subject().instrument();
        Power power = term.subject().power();
        if (instrument != null && instrument.guarantees()) {
            return "GUARANTEE";
        }
        if (instrument == Instrument.WARRANT) {
            return "OPTION";
        }
        if (instrument == Instrument.HOLDING) {
            return "HOLDING";
        }
        return term.subject().money() == null && power != null ? power.layer().toString() : "";
    }

    private static String unit(Term term) {
        if (term.subject().money() != null) {
            return term.subject().money().currency();
        }
        if (term.subject().power() != null) {
            return "MW";
        }
        String product = term.subject().product();
        return term.subject().units() == null ? NONE : "units of " + (product == null ? "unnamed products" : product);
    }

    @Override
    public int compareTo(Category other) {
        int byKind = kind.compareTo(other.kind);
        int bySort = byKind != 0 ? byKind : sort.compareTo(other.sort);
        int byNone = bySort != 0 ? bySort : Boolean.compare(unit.equals(NONE), other.unit.equals(NONE));
        return byNone != 0 ? byNone : unit.compareTo(other.unit);
    }
}
