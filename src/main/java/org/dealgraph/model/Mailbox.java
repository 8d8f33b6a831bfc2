package org.dealgraph.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of mail, with a name or without. Nothing in it can end a header: no control characters, and the address is
 * ASCII, its domain in Punycode where it is not.
 *
 * @param name one line, or empty
 * @param address local part and domain
 */
public record Mailbox(String name, String address) {

    private static final int LONGEST = 254;
    private static final int FINGERPRINT_BYTES = 16;
    private static final Pattern NAMED = Pattern.compile("\\s*\"?([^\"<>]{0,200}?)\"?\\s*<([^<>]+)>\\s*");
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64})*");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

    /** Reads {@code Name <local@domain>} or {@code local@domain}; empty where it is neither. */
    public static Optional<Mailbox> parse(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        Matcher named = NAMED.matcher(text);
        String name = named.matches() ? named.group(1).strip() : "";
        return address(named.matches() ? named.group(2).strip() : text.strip())
                .map(address -> new Mailbox(name, address));
    }

    private static Optional<String> address(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1
                || text.length() > LONGEST
                || !LOCAL.matcher(text.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return DomainName.toAscii(text.substring(at + 1))
                .filter(domain -> DOMAIN.matcher(domain).matches())
                .map(domain -> text.substring(0, at) + "@" + domain)
                .filter(address -> address.length() <= LONGEST);
    }

    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /**
     * Stands for the address where the address itself shall not be kept; the same for every spelling of it in capitals.
     * Whoever has the address can compute it; who has not can only guess.
     */
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("could not hash an address: this Java has no SHA-256", e);
        }
    }
}
