package org.dealgraph.claim.quantity;

import java.util.List;

/**
 * What a reader found at a token.
 *
 * @param measured what it is; more than one for "2026 to 2030"
 * @param end index of the token behind it
 */
record Found(List<Measured> measured, int end) {

    static Found of(Measured measured, int end) {
        return new Found(List.of(measured), end);
    }
}
