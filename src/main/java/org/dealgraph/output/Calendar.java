package org.dealgraph.output;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.event.DealEvent;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Milestone;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/**
 * The dates of the deals that a feed speaks of, as they stand now: stages reached, starts, milestones and ends. What is no longer so
 * is gone from it, so that who subscribes to it always sees the present state.
 */
@Singleton
final class Calendar {

    private static final int MOST_EVENTS = 1_000;

    /** How often a calendar program is asked to look again (RFC 7986, 5.7); what some know under another name. */
    private static final String OFTEN = "PT1H";

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final FeedPages pages;
    private final GraphStore store;
    private final DealRepository deals;
    private final Wording wording;

    Calendar(FeedPages pages, GraphStore store, DealRepository deals, Wording wording) {
        this.pages = pages;
        this.store = store;
        this.deals = deals;
        this.wording = wording;
    }

    /**
     * A day to remember.
     *
     * @param id the same as long as the term has such a date, so that a moved date moves the event
     * @param day the first of a start or a stage, the last of a milestone or an end
     * @param date as precise as it is known
     */
    private record Day(String id, String title, LocalDate day, PartialDate date, boolean off, Term term, long number) {}

    String write(FeedQuery query, String base) {
        List<DealEvent> events = pages.latest(query, MOST_EVENTS);
        Map<String, Long> numbers = new LinkedHashMap<>();
        events.forEach(event -> numbers.putIfAbsent(event.revision().deal(), event.number()));
        Instant stamp =
                events.isEmpty() ? Instant.EPOCH : events.getFirst().revision().recordedAt();
        String name = FeedPage.title(pages.words(query));
        CalendarText out = new CalendarText()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Dealgraph//Deals//EN")
                .line("CALSCALE", "GREGORIAN")
                .text("NAME", name)
                .text("X-WR-CALNAME", name)
                .line("REFRESH-INTERVAL;VALUE=DURATION", OFTEN)
                .line("X-PUBLISHED-TTL", OFTEN);
        Collection<Day> days = days(numbers).values();
        days.forEach(day -> event(out, day, MOMENT.format(stamp), base));
        if (days.isEmpty()) {
            clock(out);
        }
        return out.line("END", "VCALENDAR").toString();
    }

    /** A calendar without any component would be none (RFC 5545, 3.4). */
    private static void clock(CalendarText out) {
        out.line("BEGIN", "VTIMEZONE")
                .line("TZID", "Etc/UTC")
                .line("BEGIN", "STANDARD")
                .line("DTSTART", "19700101T000000")
                .line("TZOFFSETFROM", "+0000")
                .line("TZOFFSETTO", "+0000")
                .line("END", "STANDARD")
                .line("END", "VTIMEZONE");
    }

    private Map<String, Day> days(Map<String, Long> numbers) {
        Map<String, Day> days = new LinkedHashMap<>();
        for (Deal deal : store.read(tx -> deals.listByClaims(tx, numbers.keySet()))) {
            long number = deal.claims().stream()
                    .filter(numbers::containsKey)
                    .mapToLong(numbers::get)
                    .max()
                    .orElseThrow();
            deal.terms().forEach(term -> days(term, number).forEach(day -> days.putIfAbsent(day.id(), day)));
        }
        return days;
    }

    private List<Day> days(Term term, long number) {
        List<Day> days = new ArrayList<>();
        add(days, term, number, "starts", term.schedule().start(), false);
        add(days, term, number, "ends", term.schedule().end(), true);
        for (Milestone step : term.schedule().milestones()) {
            add(days, term, number, SafeText.title(step.withoutDate()), step.by(), true);
        }
        for (Term.Step step : term.history()) {
            add(days, term, number, Wording.stage(step.stage()), step.on(), false);
        }
        return days;
    }

    private void add(List<Day> days, Term term, long number, String what, @Nullable PartialDate date, boolean last) {
        if (date != null) {
            String id = "tag:dealgraph.org,2026:date/" + URLEncoder.encode(term.id(), StandardCharsets.UTF_8) + "/"
                    + what.replace(' ', '-');
            String title = SafeText.title(wording.line(term)) + ": " + what + " " + date.text();
            boolean off = term.stage().ended() && (last || what.equals("starts"));
            days.add(new Day(id, title, last ? date.latest() : date.earliest(), date, off, term, number));
        }
    }

    private void event(CalendarText out, Day day, String stamp, String base) {
        boolean exact = day.date().earliest().equals(day.date().latest());
        out.line("BEGIN", "VEVENT")
                .line("UID", day.id())
                .line("DTSTAMP", stamp)
                .line("DTSTART;VALUE=DATE", DAY.format(day.day()))
                .line("DTEND;VALUE=DATE", DAY.format(day.day().plusDays(1)))
                .text("SUMMARY", day.title())
                .text(
                        "DESCRIPTION",
                        wording.sentence(day.term())
                                + (exact
                                        ? ""
                                        : "\nThe day is not known, only "
                                                + day.date().text() + "."))
                .line("URL", Entry.link(base, day.number()))
                .line("STATUS", day.off() ? "CANCELLED" : exact ? "CONFIRMED" : "TENTATIVE")
                .line("TRANSP", "TRANSPARENT")
                .line("END", "VEVENT");
    }
}
