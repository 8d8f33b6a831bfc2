package org.dealgraph.output.webhook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dealgraph.access.SigningSecrets;
import org.dealgraph.event.DealEvent;
import org.dealgraph.graph.Json;
import org.dealgraph.model.Webhook.Form;
import org.dealgraph.output.Entries;
import org.dealgraph.output.Entry;
import org.dealgraph.output.FeedSettings;

/**
 * Writes the messages of events, in version 1 of their form. Many webhooks are told of one event at about one time, so what
 * was written is kept for a moment.
 */
@Singleton
final class MessageWriter {

    static final int VERSION = 1;

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Entries entries;
    private final FeedSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final Cache<Key, Message> kept =
            Caffeine.newBuilder().maximumSize(512).expireAfterWrite(KEPT).build();
    private volatile String server = "";

    MessageWriter(Entries entries, FeedSettings settings) {
        this.entries = entries;
        this.settings = settings;
    }

    private record Key(long event, Form form) {}

    /** Tells where this server answers, for links where no address is set. */
    void serveAt(String address) {
        server = address.replaceAll("/+$", "");
    }

    /** The message of an event. */
    Message of(DealEvent event, Form form) {
        return kept.get(new Key(event.number(), form), key -> write(event, form));
    }

    /** A message that shows that the way is open. */
    Message test(String request, Form form) {
        String text = "A test from Dealgraph: messages arrive here.";
        Map<String, Object> body = form == Form.SLACK
                ? Map.of("text", text)
                : body("test", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(), Map.of("message", text));
        return message("test_" + request, 0, body);
    }

    private Message write(DealEvent event, Form form) {
        Entry entry = entries.of(List.of(event)).getFirst();
        String id = "evt_" + event.number() + "_" + SigningSecrets.check(entry.id());
        Map<String, Object> body = form == Form.SLACK
                ? SlackText.of(entry, base())
                : body(
                        "deal." + entry.kind().name().toLowerCase(Locale.ROOT),
                        entry.recorded().toString(),
                        data(entry, event.revision().deal()));
        return message(id, event.number(), body);
    }

    private static Message message(String id, long event, Map<String, Object> body) {
        return new Message(id, event, Json.write(body).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> body(String type, String timestamp, Map<String, Object> data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", timestamp);
        body.put("version", VERSION);
        body.put("data", data);
        return body;
    }

    private Map<String, Object> data(Entry entry, String deal) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", entry.id());
        data.put("cursor", Long.toString(entry.number()));
        data.put("deal", deal);
        data.put("kind", entry.kind().name());
        data.put("cause", entry.cause().name());
        data.put("title", entry.title());
        data.put("summary", entry.what());
        data.put("link", entry.link(base()));
        data.put("terms", entry.terms());
        data.put(
                "changes",
                entry.changes().stream()
                        .map(c -> Map.of("what", c.what(), "before", c.before(), "after", c.after()))
                        .toList());
        data.put("quotes", entry.quotes().stream().map(MessageWriter::quote).toList());
        if (entry.supersedes() != null) {
            data.put("supersedes", entry.supersedes().id());
        }
        return data;
    }

    private static Map<String, Object> quote(Entry.Quote quote) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("speaker", quote.speaker());
        shown.put("words", quote.words());
        shown.put("article", quote.title());
        quote.address().ifPresent(address -> shown.put("address", address));
        return shown;
    }

    private String base() {
        return settings.address().isEmpty() ? server : settings.address();
    }
}
