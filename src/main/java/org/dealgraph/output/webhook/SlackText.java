package org.dealgraph.output.webhook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dealgraph.output.Entry;

/**
 * An entry as the incoming webhooks of Slack and its likes take it: a text for notifications, and blocks. Every word from
 * outside is escaped, so that none of it mentions a channel, a person or a link of its own.
 */
final class SlackText {

    /** Limits of Slack: characters of a header, and of a section. */
    private static final int HEADER = 150;

    private static final int SECTION = 3_000;

    private SlackText() {}

    static Map<String, Object> of(Entry entry, String base) {
        List<Object> blocks = new ArrayList<>();
        blocks.add(block("header", text("plain_text", cut(entry.title(), HEADER))));
        List<String> lines = new ArrayList<>();
        lines.add(escape(entry.what()));
        entry.changes().forEach(change -> lines.add("• " + escape(change.text())));
        entry.terms().forEach(term -> lines.add(escape(term)));
        blocks.add(block("section", text("mrkdwn", cut(String.join("\n", lines), SECTION))));
        if (!entry.quotes().isEmpty()) {
            String quotes = entry.quotes().stream()
                    .map(quote -> "> " + escape(quote.text()))
                    .collect(Collectors.joining("\n"));
            blocks.add(block("section", text("mrkdwn", cut(quotes, SECTION))));
        }
        blocks.add(block("section", text("mrkdwn", "<" + entry.link(base) + "|More>")));
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("text", escape(entry.title()));
        message.put("blocks", blocks);
        return message;
    }

    private static Map<String, Object> block(String type, Map<String, Object> text) {
        return Map.of("type", type, "text", text);
    }

    private static Map<String, Object> text(String type, String text) {
        return Map.of("type", type, "text", text);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Never in the middle of an entity or of a character. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        int entity = text.lastIndexOf('&', end - 1);
        return text.substring(0, entity >= 0 && text.indexOf(';', entity) >= end ? entity : end) + "…";
    }
}
