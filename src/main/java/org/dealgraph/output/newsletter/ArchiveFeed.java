package org.dealgraph.output.newsletter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Newsletter;
import org.dealgraph.output.FeedDocument;
import org.dealgraph.output.Format;
import org.dealgraph.output.SafeText;

/** The issues of a newsletter as a feed. */
final class ArchiveFeed {

    static final List<Format> FORMATS = List.of(Format.ATOM, Format.RSS, Format.JSON);
    static final int MOST = 50;

    private ArchiveFeed() {}

    static boolean has(Format format) {
        return FORMATS.contains(format);
    }

    /** @param issues latest first */
    static FeedDocument of(Newsletter newsletter, List<Issue> issues, String base) {
        String home = base + "/newsletter/" + newsletter.id();
        return new FeedDocument(
                "tag:dealgraph.org,2026:newsletter/" + newsletter.id(),
                SafeText.title(newsletter.title()),
                SafeText.title(newsletter.description()),
                home,
                issues.stream().map(ArchiveFeed::moment).max(Instant::compareTo).orElse(FeedDocument.BEGINNING),
                FORMATS.stream().collect(Collectors.toMap(f -> f, f -> home + "/feed." + f.suffix())),
                Map.of(),
                Map.of(),
                Map.of(),
                issues.stream().map(issue -> item(issue, home)).toList());
    }

    private static FeedDocument.Item item(Issue issue, String home) {
        return new FeedDocument.Item(
                "tag:dealgraph.org,2026:newsletter/" + issue.id(),
                SafeText.title(issue.subject()),
                home + "/" + issue.slug(),
                moment(issue),
                moment(issue),
                null,
                List.of(),
                null,
                issue.text(),
                issue.html(),
                Map.of());
    }

    private static Instant moment(Issue issue) {
        return issue.published().truncatedTo(ChronoUnit.SECONDS);
    }
}
