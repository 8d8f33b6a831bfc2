package org.dealgraph.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The URL Standard's percent-encode sets, and decoding. */
final class PercentEncoding {

    private static final String FRAGMENT = " \"<>`";
    private static final String QUERY = " \"#<>'";
    private static final String PATH = " \"#<>?^`{}";
    private static final String USERINFO = PATH + "/:;=@[\\]|";

    private PercentEncoding() {}

    static String fragment(String text) {
        return encode(text, FRAGMENT);
    }

    static String query(String text) {
        return encode(text, QUERY);
    }

    static String path(String text) {
        return encode(text, PATH);
    }

    static String userinfo(String text) {
        return encode(text, USERINFO);
    }

    private static String encode(String text, String set) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> {
            if (c > ' ' - 1 && c < 0x7F && set.indexOf(c) < 0) {
                out.append((char) c);
            } else {
                boolean alone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                for (byte b : Character.toString(alone ? 0xFFFD : c).getBytes(StandardCharsets.UTF_8)) {
                    out.append("%%%02X".formatted(b & 0xFF));
                }
            }
        });
        return out.toString();
    }

    /** Bytes as UTF-8; what is no escape stays. */
    static String decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
