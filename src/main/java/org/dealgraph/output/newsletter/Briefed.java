package org.dealgraph.output.newsletter;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.dealgraph.briefing.Ask;
import org.dealgraph.briefing.Briefing;
import org.dealgraph.briefing.BriefingException;
import org.dealgraph.briefing.Briefings;
import org.dealgraph.briefing.RenderedBriefing;
import org.dealgraph.briefing.RenderedBriefing.Format;
import org.dealgraph.model.Newsletter;
import org.dealgraph.output.News;

/** A briefing as the content of an issue: on the days from the issue before to the day before this one is due. */
@Singleton
final class Briefed {

    private final Briefings briefings;
    private final News news;

    Briefed(Briefings briefings, News news) {
        this.briefings = briefings;
        this.news = news;
    }

    /**
     * The body of an issue.
     *
     * @param last when the issue before was due
     * @throws NewsletterException where a number is not borne out by the graph, with the name of its sentence
     */
    Body body(Newsletter newsletter, Instant last, Instant due, ZoneId zone) {
        LocalDate since = LocalDate.ofInstant(last, zone);
        LocalDate until = LocalDate.ofInstant(due, zone).minusDays(1);
        RenderedBriefing mail = render(newsletter, ask(newsletter, since, until.isBefore(since) ? since : until));
        String html = mail.parts().getLast().text();
        return new Body(
                mail.title(), within(html), html, mail.parts().getFirst().text());
    }

    private Ask ask(Newsletter newsletter, LocalDate since, LocalDate until) {
        return newsletter.feed().isBlank()
                ? Ask.of(since, until)
                : Ask.ofWatch(since, until, newsletter.id(), newsletter.title(), news.deals(newsletter.feed()));
    }

    private RenderedBriefing render(Newsletter newsletter, Ask ask) {
        try {
            Briefing briefing = briefings.write(ask);
            return briefings.render(briefing, Format.MAIL, null, newsletter.template());
        } catch (BriefingException e) {
            throw new NewsletterException("could not make an issue of " + newsletter.id() + ": " + e.getMessage(), e);
        }
    }

    /** What stands in the body of a document. */
    private static String within(String document) {
        int open = document.indexOf("<body");
        int begin = open < 0 ? 0 : document.indexOf('>', open) + 1;
        int end = document.lastIndexOf("</body>");
        return document.substring(begin, end < begin ? document.length() : end).strip() + "\n";
    }
}
