package org.dealgraph.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A Relay id: a type and the id of one thing of that type.
 *
 * @param type name of the GraphQL type
 * @param id the thing's own id
 */
record GlobalId(String type, String id) {

    private static final Base64.Encoder WRITE = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder READ = Base64.getUrlDecoder();

    static String of(String type, String id) {
        return WRITE.encodeToString((type + ":" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** The parts of a global id, or empty where the text is none. */
    static Optional<GlobalId> find(String text) {
        try {
            String plain = new String(READ.decode(text), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            return colon > 0
                            && WRITE.encodeToString(plain.getBytes(StandardCharsets.UTF_8))
                                    .equals(text)
                    ? Optional.of(new GlobalId(plain.substring(0, colon), plain.substring(colon + 1)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The thing's own id behind a global id of a type; a text that is no such global id is taken as the own id. */
    static String own(String type, String text) {
        return find(text).filter(g -> g.type().equals(type)).map(GlobalId::id).orElse(text);
    }
}
