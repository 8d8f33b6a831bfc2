package org.dealgraph.catalogue;

import java.math.BigInteger;

/** Check digits of public identifiers: LEI by ISO 17442 (ISO 7064 mod 97-10), ISIN by ISO 6166 (Luhn over base-36 digits). */
final class CheckDigits {

    private CheckDigits() {}

    /** Whether a value of a scheme can be right; an unknown scheme never is. */
    static boolean hold(String scheme, String value) {
        return switch (scheme) {
            case "CIK" -> value.matches("\\d{10}");
            case "WIKIDATA" -> value.matches("Q[1-9]\\d{0,9}");
            case "LEI" -> value.matches("[A-Z0-9]{18}\\d{2}") && mod97(value) == 1;
            case "ISIN" -> value.matches("[A-Z]{2}[A-Z0-9]{9}\\d") && luhn(digits(value));
            default -> false;
        };
    }

    private static int mod97(String value) {
        return new BigInteger(digits(value)).mod(BigInteger.valueOf(97)).intValue();
    }

    private static String digits(String value) {
        StringBuilder digits = new StringBuilder();
        value.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return digits.toString();
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
