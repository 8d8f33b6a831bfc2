package org.dealgraph.claim.quantity;

import java.util.List;
import org.dealgraph.model.Money;
import org.dealgraph.model.Span;

/**
 * An amount of money, a sum or a rate by month or year.
 *
 * @param span with its bound words and the words of its rate
 * @param money as stated, in the currency of the text
 * @param core the figure with its currency
 * @param also the same money in other currencies, as converted in brackets behind it; never a second amount
 * @param vague whether the text names only an order of magnitude ("several billion", "eleven-figure")
 */
public record MoneyAmount(Span span, Money money, Span core, List<Money> also, boolean vague) implements Measured {

    public MoneyAmount {
        also = List.copyOf(also);
    }
}
