package org.dealgraph.output.handover;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What Ghost's Admin API wants to be shown: a JSON Web Token (RFC 7519) signed with HS256 and the secret half of an Admin
 * API key, which names the key's other half and stands for five minutes.
 */
final class GhostToken {

    private static final Pattern KEY = Pattern.compile("([0-9a-fA-F]{1,64}):((?:[0-9a-fA-F]{2}){8,128})");
    private static final int SECONDS = 300;
    private static final String ALGORITHM = "HmacSHA256";

    private GhostToken() {}

    static String of(String key, Instant now) {
        Matcher parts = KEY.matcher(key.strip());
        if (!parts.matches()) {
            throw new HandOverException(
                    "could not use the key of Ghost: it is not id:secret, as Ghost shows an Admin API key",
                    false,
                    null);
        }
        long issued = now.getEpochSecond();
        String head = encoded("{\"alg\":\"HS256\",\"kid\":\"" + parts.group(1) + "\",\"typ\":\"JWT\"}");
        String claims = encoded("{\"aud\":\"/admin/\",\"exp\":" + (issued + SECONDS) + ",\"iat\":" + issued + "}");
        String signed = head + "." + claims;
        return signed + "." + signature(signed, HexFormat.of().parseHex(parts.group(2)));
    }

    private static String signature(String signed, byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return encoded(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not sign: this Java has no " + ALGORITHM, e);
        }
    }

    private static String encoded(String json) {
        return encoded(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
