package org.dealgraph.feed;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dealgraph.model.FeedEntry;
import org.dealgraph.model.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * What makes an entry the same entry the next time the feed is read.
 *
 * <p>The address of its page does, once tracking parameters, AMP and mobile forms are taken off: publishers change GUIDs
 * more often than addresses. Where the link says nothing, since it is missing, leads to the front page, or is shared by
 * entries with other titles, the GUID does; where there is none either, title and date.
 */
final class Identity {

    private static final Pattern OTHER_SCHEME = Pattern.compile("[\\s\\p{Cc}]*[a-zA-Z][a-zA-Z0-9+.\\s\\p{Cc}-]*:");

    private Identity() {}

    static List<FeedEntry> assign(@Nullable String feedLink, List<FeedEntry> all) {
        List<FeedEntry> entries = all.stream().map(Identity::onWeb).toList();
        Map<String, String> titles = new HashMap<>();
        Map<String, Boolean> shared = new HashMap<>();
        for (FeedEntry entry : entries) {
            if (entry.link() != null) {
                String page = page(entry.link());
                String before = titles.putIfAbsent(page, entry.title());
                if (before != null && !before.equals(entry.title())) {
                    shared.put(page, true);
                }
            }
        }
        String front = feedLink == null ? "" : page(feedLink);
        return entries.stream().map(e -> with(id(e, front, shared), e)).toList();
    }

    private static String id(FeedEntry entry, String front, Map<String, Boolean> shared) {
        if (entry.link() != null) {
            String page = page(entry.link());
            if (!page.equals(front) && !shared.containsKey(page) && page.matches(".*[/?].+")) {
                return page;
            }
        }
        if (entry.guid() != null) {
            return entry.guid();
        }
        String words = entry.title() + "\n" + (entry.published() == null ? entry.html() : entry.published());
        return "urn:uuid:" + UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
    }

    /** A link that leads to no page of the web, a script for one, is none. */
    private static FeedEntry onWeb(FeedEntry e) {
        boolean other = e.link() != null
                && OTHER_SCHEME.matcher(e.link()).lookingAt()
                && WebAddress.parse(e.link()).isEmpty();
        return other
                ? new FeedEntry(
                        e.id(),
                        e.guid(),
                        null,
                        e.title(),
                        e.published(),
                        e.updated(),
                        e.author(),
                        e.categories(),
                        e.html())
                : e;
    }

    private static String page(String link) {
        return WebAddress.parse(link).map(WebAddress::identity).orElse(link);
    }

    private static FeedEntry with(String id, FeedEntry e) {
        return new FeedEntry(
                id, e.guid(), e.link(), e.title(), e.published(), e.updated(), e.author(), e.categories(), e.html());
    }
}
