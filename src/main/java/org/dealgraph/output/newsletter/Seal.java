package org.dealgraph.output.newsletter;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.IssueRepository;

/**
 * Makes what nobody else can make: the tokens in unsubscribe links, and ids of mails that tell nothing of their addresses.
 * The secret is made once and kept in the graph, so that the links in old mails go on working.
 */
@Singleton
final class Seal {

    private static final int SECRET_BYTES = 32;
    private static final int TOKEN_BYTES = 18;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern TOKEN = Pattern.compile("([0-9a-f]{32})([A-Za-z0-9_-]{24})");

    private final GraphStore store;
    private final IssueRepository issues;
    private volatile byte[] secret = new byte[0];

    Seal(GraphStore store, IssueRepository issues) {
        this.store = store;
        this.issues = issues;
    }

    /** What an unsubscribe link ends with. */
    String token(String newsletter, String recipient) {
        return recipient + mac("unsubscribe", newsletter, recipient);
    }

    /** The recipient that a token was made for, where it was made here and for this newsletter. */
    Optional<String> recipient(String newsletter, String token) {
        Matcher parts = TOKEN.matcher(token);
        return parts.matches()
                        && MessageDigest.isEqual(
                                ascii(mac("unsubscribe", newsletter, parts.group(1))), ascii(parts.group(2)))
                ? Optional.of(parts.group(1))
                : Optional.empty();
    }

    /** The left side of a Message-ID: the same for an issue and recipient, always. */
    String messageId(String issue, String recipient) {
        return mac("message", issue, recipient);
    }

    private String mac(String purpose, String what, String recipient) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret(), ALGORITHM));
            byte[] sum = mac.doFinal((purpose + "\n" + what + "\n" + recipient).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sum, TOKEN_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not make a token: this Java has no " + ALGORITHM, e);
        }
    }

    private byte[] secret() {
        byte[] known = secret;
        if (known.length == 0) {
            byte[] offered = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(offered);
            known = HexFormat.of()
                    .parseHex(store.write(tx -> issues.seal(tx, HexFormat.of().formatHex(offered))));
            secret = known;
        }
        return known;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
