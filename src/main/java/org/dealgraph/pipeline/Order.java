package org.dealgraph.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dealgraph.graph.Json;
import org.dealgraph.pipeline.Refusal.Code;
import org.jspecify.annotations.Nullable;

/**
 * A change of the graph that somebody asks for with a key.
 *
 * @param operation what is asked for
 * @param input its arguments as canonical JSON, long texts by their length and hash
 * @param fingerprint the same for the same operation with the same arguments and reason, long texts in full
 * @param by name of the key
 * @param key id of the key
 * @param once the idempotency key under which it is done once at the most, or null
 * @param why the reason given, or null
 */
public record Order(
        String operation,
        String input,
        String fingerprint,
        String by,
        String key,
        @Nullable String once,
        @Nullable String why) {

    private static final int LONGEST_SHOWN = 1_000;
    private static final int LONGEST_WHY = 1_000;
    private static final Pattern ONCE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** Refuses a key or reason that cannot be kept. */
    public Order {
        if (once != null && !ONCE.matcher(once).matches()) {
            throw new Refusal(
                    Code.BAD_INPUT,
                    "idempotencyKey",
                    "an idempotency key has 1 to 200 visible ASCII characters and no spaces");
        }
        if (why != null && why.length() > LONGEST_WHY) {
            throw new Refusal(Code.BAD_INPUT, "why", "a reason has at most " + LONGEST_WHY + " characters");
        }
    }

    /**
     * An argument that no audit shows, because it holds a token.
     *
     * @param text in full; the fingerprint is made from it
     * @param shown what the audit shows
     */
    public record Hidden(String text, String shown) {}

    /** An order with these arguments. */
    public static Order of(
            String operation,
            Map<String, ?> arguments,
            String by,
            String key,
            @Nullable String once,
            @Nullable String why) {
        Map<String, Object> full = new TreeMap<>(arguments);
        Map<String, Object> shown = new TreeMap<>();
        full.forEach((name, value) -> shown.put(name, shown(value)));
        String all = operation + "\n" + Json.write(full) + "\n" + (why == null ? "" : why);
        return new Order(
                operation, Json.write(shown), digest(all.getBytes(StandardCharsets.UTF_8)), by, key, once, why);
    }

    /** SHA-256 in hexadecimal. */
    public static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Object shown(Object value) {
        if (value instanceof Hidden hidden) {
            return hidden.shown();
        }
        return value instanceof String text && text.length() > LONGEST_SHOWN
                ? "%d characters, SHA-256 %s".formatted(text.length(), digest(text.getBytes(StandardCharsets.UTF_8)))
                : value;
    }
}
