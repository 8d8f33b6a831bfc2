package org.dealgraph.model;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How bytes from outside become characters: a byte order mark first, then the transport's header, then what the document
 * says of itself, then UTF-8 where the bytes are valid UTF-8, and windows-1252 for the rest. A document is never refused
 * for its encoding; bytes that cannot be read become U+FFFD.
 */
public final class Encoding {

    private static final int HEAD = 4096;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w:.+-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARED = Pattern.compile(
            "<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([\\w:.+-]+)|<meta[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([\\w:.+-]+)",
            Pattern.CASE_INSENSITIVE);

    private Encoding() {}

    /** Decodes a document, without its byte order mark. */
    public static String decode(byte[] body, @Nullable String contentType) {
        Optional<Charset> mark = mark(body);
        if (mark.isPresent()) {
            String text = new String(body, mark.get());
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        return new String(body, of(body, contentType));
    }

    /** The encoding of a document. */
    public static Charset of(byte[] body, @Nullable String contentType) {
        Optional<Charset> mark = mark(body);
        if (mark.isPresent()) {
            return mark.get();
        }
        boolean utf8 = isUtf8(body);
        if (utf8 && isWide(body)) {
            return StandardCharsets.UTF_8;
        }
        return Stream.of(Optional.ofNullable(contentType).flatMap(Encoding::inHeader), declared(body))
                .flatMap(Optional::stream)
                .filter(charset -> utf8 || !charset.equals(StandardCharsets.UTF_8))
                .findFirst()
                .orElse(utf8 ? StandardCharsets.UTF_8 : WINDOWS);
    }

    /** Enough sequences of UTF-8 that no other encoding makes them by chance, whatever is declared. */
    private static boolean isWide(byte[] body) {
        int sequences = 0;
        for (byte b : body) {
            sequences += (b & 0xC0) == 0xC0 ? 1 : 0;
        }
        return sequences > 20;
    }

    private static Optional<Charset> inHeader(String contentType) {
        Matcher m = HEADER.matcher(contentType);
        return m.find() ? named(m.group(1)) : Optional.empty();
    }

    private static Optional<Charset> declared(byte[] body) {
        Optional<Charset> wide = wide(body);
        if (wide.isPresent()) {
            return wide;
        }
        String head = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher m = DECLARED.matcher(head);
        return m.find() ? named(m.group(1) != null ? m.group(1) : m.group(2)) : Optional.empty();
    }

    /** UTF-16 or UTF-32 without a mark shows by the zero bytes around the first {@code <}. */
    private static Optional<Charset> wide(byte[] b) {
        if (b.length < 4) {
            return Optional.empty();
        }
        int first = (b[0] & 0xFF) << 24 | (b[1] & 0xFF) << 16 | (b[2] & 0xFF) << 8 | b[3] & 0xFF;
        return switch (first) {
            case 0x0000003C -> find("UTF-32BE");
            case 0x3C000000 -> find("UTF-32LE");
            case 0x003C003F -> Optional.of(StandardCharsets.UTF_16BE);
            case 0x3C003F00 -> Optional.of(StandardCharsets.UTF_16LE);
            default -> Optional.empty();
        };
    }

    private static Optional<Charset> mark(byte[] b) {
        if (b.length >= 4 && b[0] == 0 && b[1] == 0 && b[2] == (byte) 0xFE && b[3] == (byte) 0xFF) {
            return find("UTF-32BE");
        }
        if (b.length >= 4 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE && b[2] == 0 && b[3] == 0) {
            return find("UTF-32LE");
        }
        if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    /** Publishers who say Latin 1 or ASCII mean windows-1252, as browsers take it. */
    private static Optional<Charset> named(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (plain.equals("iso-8859-1") || plain.equals("latin1") || plain.equals("us-ascii") || plain.equals("ascii")) {
            return Optional.of(WINDOWS);
        }
        return switch (plain) {
            case "utf8" -> Optional.of(StandardCharsets.UTF_8);
            case "gb2312" -> find("GB18030");
            case "utf-16", "utf-32", "utf-16le", "utf-16be" -> Optional.empty();
            default -> find(plain);
        };
    }

    private static Optional<Charset> find(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** UTF-8, though a few bytes of it may be damaged. */
    private static boolean isUtf8(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        int damaged = 0;
        int whole = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            damaged += c == '\uFFFD' ? 1 : 0;
            whole += c > 127 && c != '\uFFFD' ? 1 : 0;
        }
        return damaged == 0 || whole > 2 * damaged;
    }
}
