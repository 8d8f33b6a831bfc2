package org.dealgraph.output.newsletter;

import java.time.ZoneOffset;
import java.util.List;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Newsletter;

/** The archive's pages: plain HTML without scripts, nothing loaded from elsewhere. */
final class ArchivePages {

    static final int ON_ONE_PAGE = 50;

    /** With the classes of briefings as mails, whose colours are those of a light screen. */
    private static final String STYLE = """
            :root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
            blockquote{border-left:3px solid #c8ccd1;margin:1rem 0;padding:0 1rem}ins{text-decoration:none;font-weight:bold}
            .page{background:transparent!important;padding:0!important}
            @media (prefers-color-scheme:dark){body{color:#e6e8eb;background:#15181c}a,.link{color:#8ab4f8!important}.text{color:#e6e8eb!important}.quiet{color:#a3abb5!important}}""";

    private ArchivePages() {}

    static String newsletters(List<Newsletter> newsletters) {
        StringBuilder body = new StringBuilder("<h1>Newsletters</h1>\n");
        newsletters.forEach(newsletter -> body.append("<h2><a href=\"/newsletter/")
                .append(newsletter.id())
                .append("\">")
                .append(Html.escape(newsletter.title()))
                .append("</a></h2>\n<p>")
                .append(Html.escape(newsletter.description()))
                .append("</p>\n"));
        return page("Newsletters", "", body.toString());
    }

    /** @param issues latest first, one more than fits where there are older ones */
    static String issues(Newsletter newsletter, List<Issue> issues) {
        String path = "/newsletter/" + newsletter.id();
        StringBuilder body = new StringBuilder("<h1>" + Html.escape(newsletter.title()) + "</h1>\n<p>"
                + Html.escape(newsletter.description()) + "</p>\n<p><a href=\"" + path
                + "/feed.atom\">Feed</a></p>\n");
        if (issues.isEmpty()) {
            body.append("<p>No issue has been published yet.</p>\n");
        } else {
            body.append("<ul>\n");
            issues.stream()
                    .limit(ON_ONE_PAGE)
                    .forEach(issue -> body.append("<li>")
                            .append(day(issue))
                            .append(" <a href=\"")
                            .append(path)
                            .append('/')
                            .append(issue.slug())
                            .append("\">")
                            .append(Html.escape(issue.subject()))
                            .append("</a></li>\n"));
            body.append("</ul>\n");
        }
        if (issues.size() > ON_ONE_PAGE) {
            body.append("<p><a rel=\"next\" href=\"")
                    .append(path)
                    .append("?before=")
                    .append(issues.get(ON_ONE_PAGE - 1).published())
                    .append("\">Older issues</a></p>\n");
        }
        return page(newsletter.title(), feeds(newsletter), body.toString());
    }

    static String issue(Newsletter newsletter, Issue issue) {
        return page(
                issue.subject(),
                feeds(newsletter),
                "<article>" + (issue.html().contains("<h1") ? "" : "<h1>" + Html.escape(issue.subject()) + "</h1>\n")
                        + "<p>" + day(issue) + "</p>\n" + issue.html()
                        + "</article>\n<p><a href=\"/newsletter/" + newsletter.id() + "\">"
                        + Html.escape(newsletter.title()) + "</a></p>\n");
    }

    private static String day(Issue issue) {
        return "<time datetime=\"" + issue.published() + "\">"
                + issue.published().atZone(ZoneOffset.UTC).toLocalDate() + "</time>";
    }

    private static String feeds(Newsletter newsletter) {
        StringBuilder links = new StringBuilder();
        ArchiveFeed.FORMATS.forEach(format -> links.append("<link rel=\"alternate\" type=\"")
                .append(format.type())
                .append("\" title=\"")
                .append(Html.escape(newsletter.title()))
                .append("\" href=\"/newsletter/")
                .append(newsletter.id())
                .append("/feed.")
                .append(format.suffix())
                .append("\">\n"));
        return links.toString();
    }

    /** A page of this archive. */
    static String page(String title, String head, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width">
                %s<style>%s</style></head>
                <body>
                %s</body>
                </html>
                """.formatted(Html.escape(title), head, STYLE, body);
    }
}
