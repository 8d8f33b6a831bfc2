package org.dealgraph.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The URL Standard's host parser: a domain in ASCII, an IPv4 address however it is written, or an IPv6 address. */
final class WebHost {

    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x20#%/:<>?@\\[\\\\\\]^|\\x7F]");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+");
    private static final int PARTS = 4;
    private static final int PIECES = 8;

    private WebHost() {}

    static Optional<String> parse(String text) {
        if (text.startsWith("[")) {
            return text.endsWith("]") ? v6(text.substring(1, text.length() - 1)) : Optional.empty();
        }
        Optional<String> domain = DomainName.toAscii(PercentEncoding.decode(text));
        if (domain.isEmpty()
                || domain.get().isEmpty()
                || FORBIDDEN.matcher(domain.get()).find()) {
            return Optional.empty();
        }
        return endsInNumber(domain.get()) ? v4(domain.get()) : domain;
    }

    private static List<String> parts(String domain) {
        List<String> parts = new ArrayList<>(List.of(domain.split("\\.", -1)));
        if (parts.size() > 1 && parts.getLast().isEmpty()) {
            parts.removeLast();
        }
        return parts;
    }

    private static boolean endsInNumber(String domain) {
        String last = parts(domain).getLast();
        return DECIMAL.matcher(last).matches() || number(last).isPresent();
    }

    private static Optional<String> v4(String domain) {
        List<String> parts = parts(domain);
        if (parts.size() > PARTS) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.size(); i++) {
            OptionalLong number = number(parts.get(i));
            boolean last = i == parts.size() - 1;
            long limit = last ? 1L << 8 * (PARTS + 1 - parts.size()) : 256;
            if (number.isEmpty() || number.getAsLong() >= limit) {
                return Optional.empty();
            }
            address += last ? number.getAsLong() : number.getAsLong() << 8 * (PARTS - 1 - i);
        }
        return Optional.of(
                "%d.%d.%d.%d".formatted(address >> 24 & 255, address >> 16 & 255, address >> 8 & 255, address & 255));
    }

    private static OptionalLong number(String part) {
        if (part.isEmpty()) {
            return OptionalLong.empty();
        }
        String lower = part.toLowerCase(Locale.ROOT);
        int radix = lower.startsWith("0x") ? 16 : lower.length() > 1 && lower.startsWith("0") ? 8 : 10;
        String digits = radix == 16 ? lower.substring(2) : radix == 8 ? lower.substring(1) : lower;
        if (digits.isEmpty()) {
            return OptionalLong.of(0);
        }
        String plain = digits.replaceFirst("^0+(?=.)", "");
        if (!plain.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(plain.length() > 15 ? Long.MAX_VALUE : Long.parseLong(plain, radix));
    }

    private static Optional<String> v6(String text) {
        if (text.indexOf('%') >= 0 || text.contains(":::") || text.indexOf("::") != text.lastIndexOf("::")) {
            return Optional.empty();
        }
        int gap = text.indexOf("::");
        List<Integer> head = pieces(gap < 0 ? text : text.substring(0, gap), gap < 0);
        List<Integer> tail = gap < 0 ? List.of() : pieces(text.substring(gap + 2), true);
        if (head == BROKEN || tail == BROKEN) {
            return Optional.empty();
        }
        int missing = PIECES - head.size() - tail.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return Optional.empty();
        }
        List<Integer> all = new ArrayList<>(head);
        for (int i = 0; i < missing; i++) {
            all.add(0);
        }
        all.addAll(tail);
        return Optional.of("[" + compressed(all) + "]");
    }

    private static final List<Integer> BROKEN = new ArrayList<>();

    /** Sixteen-bit pieces; the last two may be written as an IPv4 address where that may stand at the end. */
    private static List<Integer> pieces(String text, boolean end) {
        List<Integer> pieces = new ArrayList<>();
        if (text.isEmpty()) {
            return pieces;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].matches("[0-9A-Fa-f]{1,4}")) {
                pieces.add(Integer.parseInt(parts[i], 16));
            } else if (end && i == parts.length - 1 && parts[i].matches("(?:(?:0|[1-9][0-9]{0,2})(?:\\.(?!$)|$)){4}")) {
                String[] b = parts[i].split("\\.");
                int[] v = new int[PARTS];
                for (int k = 0; k < PARTS; k++) {
                    v[k] = Integer.parseInt(b[k]);
                    if (v[k] > 255) {
                        return BROKEN;
                    }
                }
                pieces.add(v[0] << 8 | v[1]);
                pieces.add(v[2] << 8 | v[3]);
            } else {
                return BROKEN;
            }
        }
        return pieces;
    }

    /** The longest run of at least two zeros, the first of equals, is left out. */
    private static String compressed(List<Integer> pieces) {
        int start = -1;
        int length = 1;
        for (int i = 0; i < PIECES; i++) {
            int run = 0;
            while (i + run < PIECES && pieces.get(i + run) == 0) {
                run++;
            }
            if (run > length) {
                start = i;
                length = run;
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < PIECES; i++) {
            if (i == start) {
                out.append(i == 0 ? "::" : ":");
                i += length - 1;
                continue;
            }
            out.append(Integer.toHexString(pieces.get(i))).append(i < PIECES - 1 ? ":" : "");
        }
        return out.toString();
    }
}
