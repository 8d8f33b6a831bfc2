package org.dealgraph.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ExchangeRate;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/**
 * Terms with their money in dollars, so that totals add up over currencies.
 *
 * @param terms those in dollars or converted, and those without money, as they were
 * @param unconverted those for which no dated rate is held
 * @param rates the rates that were used, by term
 */
public record Dollars(List<Term> terms, List<Total.Excluded> unconverted, SortedMap<String, ExchangeRate> rates) {

    static final String DOLLAR = "USD";

    public Dollars {
        terms = List.copyOf(terms);
        unconverted = List.copyOf(unconverted);
        rates = Collections.unmodifiableSortedMap(new TreeMap<>(rates));
    }

    /** Dated exchange rates. */
    public interface Rates {

        /** What one unit of a currency was worth in dollars when a term was agreed, where a rate near that day is held. */
        Optional<ExchangeRate> find(String currency, @Nullable PartialDate agreed);
    }

    /** Converts each term at the rate of its day; a term without one is left out and listed. */
    public static Dollars of(Collection<Term> terms, Rates rates) {
        List<Term> converted = new ArrayList<>();
        List<Total.Excluded> unconverted = new ArrayList<>();
        SortedMap<String, ExchangeRate> used = new TreeMap<>();
        for (Term term : terms) {
            Money money = term.subject().money();
            if (money == null || money.currency().equals(DOLLAR)) {
                converted.add(term);
                continue;
            }
            rates.find(money.currency(), term.schedule().agreed())
                    .ifPresentOrElse(
                            rate -> {
                                used.put(term.id(), rate);
                                converted.add(with(term, money, rate));
                            },
                            () -> unconverted.add(new Total.Excluded(term.id(), Total.Reason.NO_RATE, money.amount())));
        }
        return new Dollars(converted, unconverted, used);
    }

    private static Term with(Term term, Money stated, ExchangeRate rate) {
        Money money = new Money(stated.amount().times(rate.dollars()), DOLLAR, stated.per());
        Claim.Subject s = term.subject();
        Claim.Subject subject =
                new Claim.Subject(money, s.power(), s.units(), s.product(), s.right(), s.instrument(), s.site());
        return new Term(
                term.id(),
                term.kind(),
                term.from(),
                term.to(),
                term.beneficiaries(),
                subject,
                term.schedule(),
                term.agreedAssumed(),
                term.stage(),
                term.flags(),
                term.history(),
                term.supports(),
                term.disputes(),
                term.ends(),
                term.independentSources(),
                term.published(),
                term.counted(),
                term.links(),
                term.conflicts());
    }
}
