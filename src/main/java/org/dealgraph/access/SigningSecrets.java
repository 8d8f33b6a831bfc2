package org.dealgraph.access;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dealgraph.graph.GraphSettings;
import org.dealgraph.graph.PrivateFolder;

/**
 * The secrets that webhooks' messages are signed with. None is stored: each is made, whenever it is needed, from one key
 * that the operator sets, or that lies in the data folder of an embedded graph, readable by its owner only.
 */
@Singleton
public final class SigningSecrets {

    private static final String FILE = "webhooks.key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int CHECK_BYTES = 8;

    private final SigningSettings settings;
    private final GraphSettings graph;

    SigningSecrets(SigningSettings settings, GraphSettings graph) {
        this.settings = settings;
        this.graph = graph;
    }

    /** The secret of a webhook's generation as its holder shows it; empty where there is no key to make it from. */
    public Optional<String> find(String webhook, int generation) {
        return key().map(key -> "whsec_"
                + Base64.getEncoder().encodeToString(hmac(key, "dealgraph/webhook/" + webhook + "/" + generation)));
    }

    /** The beginning of a secret's hash, which tells whether two are the same and nothing else. */
    public static String check(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, CHECK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("could not hash: this Java has no SHA-256", e);
        }
    }

    private Optional<byte[]> key() {
        if (settings.key() != null && !settings.key().isBlank()) {
            return Optional.of(settings.key().strip().getBytes(StandardCharsets.UTF_8));
        }
        return graph.server().isPresent() ? Optional.empty() : Optional.of(fromFile());
    }

    private synchronized byte[] fromFile() {
        PrivateFolder folder = PrivateFolder.at(graph.data());
        return folder.read(FILE)
                .orElseGet(() -> {
                    byte[] fresh = new byte[KEY_BYTES];
                    new SecureRandom().nextBytes(fresh);
                    String text = HexFormat.of().formatHex(fresh);
                    folder.write(FILE, text);
                    return text;
                })
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not make a secret: this Java has no " + ALGORITHM, e);
        }
    }
}
