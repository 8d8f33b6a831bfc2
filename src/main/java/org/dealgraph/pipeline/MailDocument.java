package org.dealgraph.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.dealgraph.article.ArticleReader;
import org.dealgraph.article.Origin;
import org.dealgraph.article.Page;
import org.dealgraph.article.Reading;
import org.dealgraph.model.Article;
import org.dealgraph.model.PartialDate;
import org.dealgraph.pipeline.Input.Document;
import org.dealgraph.pipeline.Input.Unreadable;
import org.jspecify.annotations.Nullable;

/** Reads a mail as an article: its HTML part where there is one, else its plain one; attachments stay closed. */
final class MailDocument {

    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 200;
    private static final int MOST_HEADERS = 1_000;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int LONGEST_ID = 250;
    private static final int LONGEST_SUBJECT = 400;

    private MailDocument() {}

    static Input read(String name, String stem, byte[] body, ArticleReader articles, Origin origin) {
        try {
            DefaultMessageBuilder builder = new DefaultMessageBuilder();
            builder.setMimeEntityConfig(MimeConfig.custom()
                    .setMaxHeaderCount(MOST_HEADERS)
                    .setMaxLineLen(LONGEST_LINE)
                    .setMaxHeaderLen(LONGEST_LINE)
                    .setMaxContentLen(body.length)
                    .setMalformedHeaderStartsBody(true)
                    .build());
            if (parts(body) > MOST_PARTS) {
                return new Unreadable(name, "it has more parts than a mail can have");
            }
            Message message = builder.parseMessage(new ByteArrayInputStream(body));
            try {
                return read(name, stem, message, articles, origin);
            } finally {
                message.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return new Unreadable(name, "it is not a mail that can be read: " + e.getMessage());
        }
    }

    private static Input read(String name, String stem, Message message, ArticleReader articles, Origin origin)
            throws IOException {
        String id = message.getMessageId();
        String address = id == null ? "mid:" + stem : "mid:" + cut(id.replaceAll("[<>\\s]", ""), LONGEST_ID);
        Optional<TextBody> html = find(message, "text/html", 0);
        Reading reading = html.isPresent() ? read(html.get(), "text/html", address, articles, origin) : null;
        if (!(reading instanceof Reading.Read)) {
            Optional<TextBody> plain = find(message, "text/plain", 0);
            reading = plain.isPresent() ? read(plain.get(), "text/plain", address, articles, origin) : reading;
        }
        return switch (reading) {
            case null -> new Unreadable(name, "it is a mail without text");
            case Reading.Unread unread -> new Unreadable(name, unread.why().words());
            case Reading.Read read -> new Document(name, stem, dated(read.article(), message));
        };
    }

    private static Reading read(TextBody part, String type, String address, ArticleReader articles, Origin origin)
            throws IOException {
        byte[] bytes = part.getInputStream().readAllBytes();
        String charset = part.getMimeCharset();
        Page page = new Page(bytes, charset == null ? type : type + "; charset=" + charset, address);
        return articles.read(page, origin);
    }

    private static Optional<TextBody> find(Entity entity, String type, int depth) {
        Body body = entity.getBody();
        if (body instanceof TextBody text && type.equals(entity.getMimeType()) && entity.getFilename() == null) {
            return Optional.of(text);
        }
        return body instanceof Multipart multipart && depth < DEEPEST
                ? multipart.getBodyParts().stream()
                        .flatMap(part -> find(part, type, depth + 1).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** How many boundaries it declares, at a glance. */
    private static int parts(byte[] body) {
        String text = new String(body, java.nio.charset.StandardCharsets.ISO_8859_1);
        int parts = 0;
        for (int at = text.indexOf("boundary="); at >= 0; at = text.indexOf("boundary=", at + 1)) {
            parts++;
        }
        return parts;
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }

    private static Article dated(Article a, Message message) {
        String subject = message.getSubject();
        Mailbox from = message.getFrom() == null || message.getFrom().isEmpty()
                ? null
                : message.getFrom().getFirst();
        @Nullable
        Instant sent = message.getDate() == null ? null : message.getDate().toInstant();
        return new Article(
                a.id(),
                a.address(),
                a.source(),
                a.publisher() == null && from != null ? from.getName() : a.publisher(),
                a.tier(),
                subject == null || subject.isBlank() ? a.title() : cut(subject.strip(), LONGEST_SUBJECT),
                a.byline(),
                sent == null
                        ? a.published()
                        : PartialDate.ofDay(sent.atZone(ZoneOffset.UTC).toLocalDate()),
                a.publishedAssumed(),
                a.modified(),
                a.language(),
                a.text(),
                a.label(),
                a.story());
    }
}
