package org.dealgraph.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A newsletter: what it tells, when, to whom, and to which tools it is handed over.
 *
 * @param id file name in {@code ingest/newsletters}, part of its addresses
 * @param title name that readers see
 * @param description one sentence on what is in it
 * @param feed what it tells, as the parameters of a feed's address; empty for everything
 * @param content in which form it tells it
 * @param template set of templates of a briefing, or null for the usual one
 * @param schedule when issues are made; null where only a person makes them
 * @param from who it is from, as in a mail's From; null for the sender that the settings name
 * @param replyTo where answers go, or null
 * @param subscribers name of the file with its subscribers' addresses, or null where it is not sent by mail
 * @param addresses further addresses that it is sent to: those of a watch
 * @param handOvers tools that each issue is handed over to
 */
public record Newsletter(
        String id,
        String title,
        String description,
        String feed,
        Content content,
        @Nullable String template,
        @Nullable Timetable schedule,
        @Nullable String from,
        @Nullable String replyTo,
        @Nullable String subscribers,
        List<String> addresses,
        List<HandOver> handOvers) {

    private static final String WATCH = "watch-";

    public Newsletter {
        addresses = List.copyOf(addresses);
        handOvers = List.copyOf(handOvers);
    }

    /** The mail of a watch, which goes to its addresses and to nobody else. */
    public static Newsletter of(Watch watch, Watch.Mail mail) {
        return new Newsletter(
                WATCH + watch.id(),
                watch.name(),
                "What changed in the watch " + watch.name() + ".",
                "watch=" + watch.id(),
                Content.DIGEST,
                null,
                new Timetable(mail.cron(), mail.zone()),
                null,
                null,
                null,
                mail.to(),
                List.of());
    }

    /** Whether its issues stand in the archive; the mail of a watch does not. */
    public boolean isPublic() {
        return !id.startsWith(WATCH);
    }

    /**
     * When issues are made.
     *
     * @param cron five fields: minute, hour, day of month, month, day of week
     * @param zone whose clock they mean, such as Europe/Berlin
     */
    public record Timetable(String cron, String zone) {}

    /** The form of an issue. */
    public enum Content {
        /** Every change since the issue before, with its quotes. */
        DIGEST,
        /** A briefing on the days since the issue before. */
        BRIEFING
    }

    /** Software that a newsletter writer uses. */
    public enum Tool {
        BUTTONDOWN,
        LISTMONK,
        GHOST
    }

    /**
     * A tool with where it answers; its key is nowhere in the files.
     *
     * @param tool which one
     * @param address of its server, without a slash at the end
     * @param lists ids of listmonk's lists; empty for the others
     * @param template id of listmonk's template, or null for its own default
     * @param tags that the draft gets
     * @param card whether Ghost keeps the HTML as it is, in one card, instead of making it editable
     */
    public record HandOver(
            Tool tool,
            String address,
            List<Integer> lists,
            @Nullable Integer template,
            List<String> tags,
            boolean card) {

        public HandOver {
            lists = List.copyOf(lists);
            tags = List.copyOf(tags);
        }

        /** The same for all issues, different for each place that a newsletter is handed over to. */
        public String id() {
            return tool + " " + address;
        }
    }
}
