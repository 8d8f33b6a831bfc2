package org.dealgraph.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Domain names in ASCII. Follows UTS 46 (non-transitional) as far as case, width, ignorable characters and Punycode go,
 * with the JDK's Unicode tables; a label that Unicode would not allow is refused.
 */
final class DomainName {

    private static final Pattern IGNORED =
            Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF\\uFE00-\\uFE0F\\u180B-\\u180D\\u034F\\u2064]");
    private static final Pattern DOTS = Pattern.compile("[\\u3002\\uFF0E\\uFF61]");

    private DomainName() {}

    static Optional<String> toAscii(String domain) {
        if (domain.chars().allMatch(c -> c < 128)
                && !domain.toLowerCase(Locale.ROOT).contains("xn--")) {
            return Optional.of(domain.toLowerCase(Locale.ROOT));
        }
        String mapped =
                DOTS.matcher(IGNORED.matcher(fold(domain)).replaceAll("")).replaceAll(".");
        List<String> labels = new ArrayList<>();
        for (String label : mapped.split("\\.", -1)) {
            Optional<String> ascii = label(label);
            if (ascii.isEmpty()) {
                return Optional.empty();
            }
            labels.add(ascii.get());
        }
        return Optional.of(String.join(".", labels));
    }

    private static String fold(String text) {
        String sharp = text.replace("\u1E9E", "\u00DF");
        String lower = Normalizer.normalize(sharp, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFKC).replace("\u03C2\u0307", "\u03C2");
    }

    private static Optional<String> label(String label) {
        if (label.startsWith("xn--")) {
            return Punycode.decode(label.substring(4))
                    .filter(decoded -> !decoded.isEmpty() && decoded.chars().anyMatch(c -> c >= 128))
                    .filter(decoded -> fold(decoded).equals(decoded) && isAllowed(decoded))
                    .map(decoded -> label);
        }
        if (label.chars().allMatch(c -> c < 128)) {
            return Optional.of(label);
        }
        return isAllowed(label) ? Optional.of("xn--" + Punycode.encode(label)) : Optional.empty();
    }

    private static boolean isAllowed(String label) {
        int first = label.codePointAt(0);
        int type = Character.getType(first);
        boolean mark = type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
        return !mark && !IGNORED.matcher(label).find() && label.codePoints().allMatch(DomainName::isAllowed);
    }

    private static boolean isAllowed(int c) {
        if (c == 0x200C || c == 0x200D) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> c != 0xFFFD;
        };
    }
}
