package org.dealgraph.output.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The symmetric signature of the Standard Webhooks specification, version 1: HMAC-SHA256 over id, time and body. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    private Signature() {}

    /** The value of the header: one signature a secret, the first secret's first. */
    static String header(List<String> secrets, String id, long seconds, byte[] body) {
        return secrets.stream().map(secret -> of(secret, id, seconds, body)).collect(Collectors.joining(" "));
    }

    private static String of(String secret, String id, long seconds, byte[] body) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream(body.length + 64);
        signed.writeBytes((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(body);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), ALGORITHM));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not sign: this Java has no " + ALGORITHM, e);
        }
    }
}
