package org.dealgraph.model;

import java.math.BigDecimal;

/**
 * What one unit of a currency was worth in dollars, and who says so.
 *
 * @param currency ISO 4217 code
 * @param on the day, or the month or year whose average it is
 * @param dollars US dollars for one unit
 * @param publisher the bank that published it
 * @param address where it was found
 */
public record ExchangeRate(String currency, PartialDate on, BigDecimal dollars, String publisher, String address) {}
