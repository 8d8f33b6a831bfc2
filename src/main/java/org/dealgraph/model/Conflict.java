package org.dealgraph.model;

import java.util.List;

/**
 * Rival claims on one aspect of a term. Every rival is kept; a rule says which one the term shows.
 *
 * @param aspect "amount", "direction", "start" …
 * @param chosen the value shown
 * @param rule why it was chosen
 * @param rivals every value with its claims, the chosen one first
 */
public record Conflict(String aspect, String chosen, String rule, List<Rival> rivals) {

    /**
     * One of the values.
     *
     * @param value as text, such as "USD 38000000000 STATED"
     * @param claims the claims that say so
     */
    public record Rival(String value, List<String> claims) {}
}
