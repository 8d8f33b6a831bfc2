package org.dealgraph.article;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a body is by its bytes; a content type is only a hint, since servers lie. */
final class Sniffer {

    private static final int HEAD = 2048;

    private Sniffer() {}

    /** Images, archives, PDFs and the like: control bytes that no text holds, in no wide encoding. */
    static boolean isBinary(byte[] body) {
        if (startsWith(body, "%PDF-") || startsWith(body, "PK\u0003\u0004") || startsWith(body, "\u001F\u008B")) {
            return true;
        }
        if (body.length >= 2 && (body[0] & 0xFF) >= 0xFE && (body[1] & 0xFF) >= 0xFE) {
            return false;
        }
        int zeros = 0;
        int controls = 0;
        int n = Math.min(body.length, HEAD);
        for (int i = 0; i < n; i++) {
            int b = body[i] & 0xFF;
            zeros += b == 0 ? 1 : 0;
            controls += b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B ? 1 : 0;
        }
        boolean wide = zeros > n / 5 && zeros == controls;
        return !wide && controls > n / 50;
    }

    static boolean isHtml(String text, @Nullable String contentType) {
        String head =
                text.substring(0, Math.min(text.length(), HEAD)).stripLeading().toLowerCase(Locale.ROOT);
        if (head.startsWith("<!doctype html")
                || head.startsWith("<html")
                || head.contains("<head")
                || head.contains("<body")) {
            return true;
        }
        boolean saysHtml =
                contentType != null && contentType.toLowerCase(Locale.ROOT).contains("html");
        return (saysHtml || head.startsWith("<")) && head.matches("(?s).*<[a-z!/][^>]*>.*");
    }

    private static boolean startsWith(byte[] body, String magic) {
        if (body.length < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((body[i] & 0xFF) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
